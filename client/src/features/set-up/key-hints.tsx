import { Trans, useTranslation } from 'react-i18next';
import { useKeyWords } from '../../keys/key-words.ts';

/** The first keys to know. The whole list is one key away. */
export function KeyHints() {
  const { t } = useTranslation('set-up');
  const send = useKeyWords()('Mod+Enter');
  return (
    <p className="muted">
      <Trans t={t} i18nKey="keys.text" values={{ send }} components={{ key: <kbd className="kbd" /> }} />
    </p>
  );
}
