import { Trans, useTranslation } from 'react-i18next';

/** The first keys to know. The whole list is one key away. */
export function KeyHints() {
  const { t } = useTranslation('set-up');
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <p className="muted">
      <Trans
        t={t}
        i18nKey="keys.text"
        values={{ send: mac ? '⌘ ⏎' : 'Ctrl ⏎' }}
        components={{ key: <kbd className="kbd" /> }}
      />
    </p>
  );
}
