import type { Hint } from '@stammgast/shared/contract/review';
import { useTranslation } from 'react-i18next';
import { Icon, Shape } from '../../../components/icon.tsx';
import type { Pointed } from './use-pointed.ts';

/** In the place of what the reviewer does not see yet. */
export function Sealed({ author }: { author: boolean }) {
  const { t } = useTranslation('review');
  return (
    <div className="sealed">
      <Icon name="lock" />
      <p>
        <b>{t(author ? 'sealed.both' : 'sealed.check')}</b>
        <span>{t('sealed.until', { count: author ? 2 : 1 })}</span>
      </p>
    </div>
  );
}

const signs = { ok: 'done', missing: 'bang', check: 'open', 'not-applicable': 'none' } as const;

/** What the machine found, after the fact. It graded nobody. */
export function Hints({ hints, pointed }: { hints: readonly Hint[]; pointed: Pointed }) {
  const { t } = useTranslation(['check', 'review']);
  const chosen = hints.find((hint) => hint.key === pointed.key);
  if (hints.length === 0) return null;
  const applicable = hints.filter((hint) => hint.state !== 'not-applicable');
  const ok = applicable.filter((hint) => hint.state === 'ok').length;
  return (
    <section className="hints" aria-label={t('title')}>
      <h3 className="label">
        {t('title')} <span className="meta">{t('count', { ok, of: applicable.length })}</span>
      </h3>
      <ul>
        {hints.map((hint) => (
          <li key={hint.key} className={hint.state}>
            <button type="button" aria-pressed={pointed.key === hint.key} onClick={() => pointed.point(hint.key)}>
              <Shape name={signs[hint.state]} />
              <span>{t(`items.${hint.key}.${hint.state === 'missing' ? 'missing' : 'name'}`)}</span>
              <span className="sr">{t(`states.${hint.state}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <p className="why" role="status">
          <b>{t(`items.${chosen.key}.name`)}.</b> {t(`reasons.${chosen.reason}`)}
        </p>
      )}
    </section>
  );
}
