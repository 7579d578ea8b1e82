import { changeProfile } from '@stammgast/shared/contract/session';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.ts';
import { rememberMe } from '../api/me.ts';
import { Icon } from '../components/icon.tsx';
import { applyTheme } from '../components/theme.ts';
import { store } from '../i18n/setup.ts';

/** Light or dark at once; the profile keeps it for the other browsers. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const choose = (theme: 'light' | 'dark') => {
    applyTheme(theme);
    store('theme', theme);
    call(changeProfile, { body: { theme } }).then(rememberMe, () => undefined);
  };
  return (
    <span className="theme">
      <button
        className="to-dark"
        type="button"
        aria-label={t('theme.toDark')}
        title={t('theme.toDark')}
        onClick={() => choose('dark')}
      >
        <Icon name="moon" />
      </button>
      <button
        className="to-light"
        type="button"
        aria-label={t('theme.toLight')}
        title={t('theme.toLight')}
        onClick={() => choose('light')}
      >
        <Icon name="sun" />
      </button>
    </span>
  );
}
