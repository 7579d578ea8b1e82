import type { Guard } from '@stammgast/shared/domain/answer-check/guard-codes';
import type { CheckedItem, ItemKey, ItemState, Mark } from '@stammgast/shared/domain/answer-check/items';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Shape } from '../../../components/icon.tsx';
import type { ShapeName } from '../../../icons/shapes.tsx';
import { markWords } from './marked-words.ts';
import type { Checked } from './use-check.ts';

const signs: Record<ItemState, ShapeName> = { ok: 'done', missing: 'bang', check: 'open', 'not-applicable': 'none' };
const looks: Record<ItemState, string> = { ok: 'ok', missing: 'bad', check: 'todo', 'not-applicable': 'na' };

type Chosen = ItemKey | Guard['code'];

/** Without a choice: what stands in the way of sending, and what one may trust to be a slip. */
const warnings = ({ check, guards }: Checked): readonly Mark[] => [
  ...guards.filter(({ level }) => level !== 'hint').flatMap(({ marks }) => marks),
  ...check.items.filter(({ state }) => state === 'missing').flatMap(({ marks }) => marks),
];

/** Hints while one writes: what the answer has, what to look at, and why. A count, never a grade. */
export function CheckPane({ checked, threadId }: { checked: Checked; threadId: string }) {
  const { t } = useTranslation('check');
  const { check, guards, text } = checked;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const item = check.items.find(({ key }) => key === chosen);
  const guard = guards.find(({ code }) => code === chosen);
  const choose = (key: Chosen) => setChosen(chosen === key ? null : key);
  useEffect(() => {
    const pointedAt = item?.marks ?? guard?.marks ?? warnings(checked);
    markWords({ threadId, text: checked.text, marks: pointedAt });
  }, [threadId, checked, item, guard]);
  return (
    <section className="check-pane dock" aria-label={t('title')}>
      <h3 className="check-head">
        <span className="label">{t('title')}</span>
        <span className="meta">{t('count', { ok: check.ok, of: check.of })}</span>
      </h3>
      {guards.length > 0 && (
        <ul className="guards">
          {guards.map((one) => (
            <li key={one.code} className={one.level}>
              <button type="button" aria-pressed={chosen === one.code} onClick={() => choose(one.code)}>
                <Icon name={one.level === 'hint' ? 'info' : 'alert'} />
                {t(`guards.${one.code}.short`)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="checks">
        {check.items.map((one) => (
          <li key={one.key} className={looks[one.state]}>
            <button type="button" aria-pressed={chosen === one.key} onClick={() => choose(one.key)}>
              <Shape name={signs[one.state]} />
              <span className="ellip">{t(`items.${one.key}.${one.state === 'missing' ? 'missing' : 'name'}`)}</span>
              <span className="sr">{t(`states.${one.state}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {item && <Why item={item} text={text} />}
      {guard && (
        <p className="why" role="status">
          {t(`guards.${guard.code}.why`)} {quoted(guard.words)}
        </p>
      )}
    </section>
  );
}

function Why({ item, text }: { item: CheckedItem; text: string }) {
  const { t } = useTranslation('check');
  const words = item.marks.map(({ start, end }) => text.slice(start, end));
  return (
    <div className="why" role="status">
      <p>
        <b>{t(`items.${item.key}.name`)}.</b> {t(`reasons.${item.reason.code}`)} {quoted(words)}
      </p>
      <p className="meta">{t(`items.${item.key}.why`)}</p>
    </div>
  );
}

const MOST_WORDS = 4;
const quoted = (words: readonly string[]) =>
  [...new Set(words)].slice(0, MOST_WORDS).map((word) => <q key={word}>{word}</q>);
