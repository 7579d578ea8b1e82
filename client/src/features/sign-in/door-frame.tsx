import '../../styles/administration.css';
import '../../styles/sign-in.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NameMark } from '../../components/name-mark.tsx';
import { changeLocale, otherLocale } from '../../i18n/setup.ts';
import { KeyBoard } from './key-board.tsx';

/** Desk on the left, key board on the right: sign-in and invitation. */
export function DoorFrame({ houseName, children }: { houseName: string | null; children: ReactNode }) {
  const { t, i18n } = useTranslation('sign-in');
  const other = otherLocale(i18n.language, navigator.languages);
  return (
    <div className="door">
      <main className="desk" id="content">
        <div className="brand">
          <NameMark />
          <div>
            <b>{t('common:appName')}</b>
            <span className="meta">{houseName}</span>
          </div>
        </div>
        <div className="sign">{children}</div>
        <p className="meta foot">
          <span>{t('ownServer')}</span>
          <button type="button" className="link" lang={other} onClick={() => void changeLocale(other)}>
            {t('switchLanguage')}
          </button>
        </p>
      </main>
      <KeyBoard />
    </div>
  );
}
