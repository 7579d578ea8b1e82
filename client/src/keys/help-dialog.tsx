import { keyCommands, keyScopes } from '@stammgast/shared/domain/keys';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import { keyWords, onMac } from './key-words.ts';

/** Lists the keys from their one table. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys');
  const board = { mac: onMac(), control: t('control') };
  return (
    <Dialog title={t('title')} onClose={onClose} wide footer={<Button onClick={onClose}>{t('common:close')}</Button>}>
      <div className="keys">
        {keyScopes.map((scope) => (
          <section key={scope}>
            <h3 className="label">{t(`scopes.${scope}`)}</h3>
            <dl>
              {keyCommands
                .filter((command) => command.scope === scope)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{t(`commands.${command.id}`)}</dt>
                    <dd>
                      {command.keys.map((key) => (
                        <span key={key}>
                          <Kbd keys={keyWords(key, board)} />
                          <span className="sr">{keyWords(key, board)}</span>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
