import { Trans, useTranslation } from 'react-i18next';
import { keyWords, onMac } from '../../keys/key-words.ts';

/** The first keys to know. The whole list is one key away. */
export function KeyHints() {
  const { t } = useTranslation(['set-up', 'keys']);
  const send = keyWords('Mod+Enter', { mac: onMac(), control: t('keys:control') });
  return (
    <p className="muted">
      <Trans t={t} i18nKey="keys.text" values={{ send }} components={{ key: <kbd className="kbd" /> }} />
    </p>
  );
}
