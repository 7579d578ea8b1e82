import type { Me } from '@stammgast/shared/contract/session';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeyTag } from '../../components/key-tag.tsx';
import { KeyHints } from './key-hints.tsx';

/** What to do in a house that has just been created; every step can wait. */
export function NextSteps({ me }: { me: Me }) {
  const { t } = useTranslation('set-up');
  return (
    <ol className="steps">
      <li>
        <KeyTag kind="big">1</KeyTag>
        <div>
          <h2>{t('house.title')}</h2>
          <p className="muted">{t('done.house', { name: me.house.name, timeZone: me.house.timeZone })}</p>
        </div>
      </li>
      <li>
        <KeyTag kind="big">2</KeyTag>
        <div>
          <h2>{t('access.title')}</h2>
          <p className="muted">{t('done.access', { name: me.name })}</p>
        </div>
      </li>
      <li aria-current="step">
        <KeyTag kind="big full">3</KeyTag>
        <div>
          <h2>{t('channel.title')}</h2>
          <p className="muted">{t('channel.text')}</p>
          <p className="form-acts">
            <Link className="btn primary lg" to="/channels">
              {t('channel.action')}
            </Link>
          </p>
        </div>
      </li>
      <li>
        <KeyTag kind="big off">4</KeyTag>
        <div>
          <h2>{t('team.title')}</h2>
          <p className="muted">{t('team.text')}</p>
          <p className="form-acts">
            <Link className="btn lg" to="/team">
              {t('team.action')}
            </Link>
          </p>
        </div>
      </li>
      <li>
        <KeyTag kind="big off">5</KeyTag>
        <div>
          <h2>{t('keys.title')}</h2>
          <KeyHints />
        </div>
      </li>
    </ol>
  );
}
