import { useTranslation } from 'react-i18next';
import { changeLook } from '../components/change-look.ts';
import { Icon } from '../components/icon.tsx';

/** Light or dark at once; the profile keeps it for the other browsers. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const choose = (theme: 'light' | 'dark') => void changeLook({ theme }).catch(() => undefined);
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
