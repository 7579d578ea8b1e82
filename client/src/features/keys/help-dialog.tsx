import { keyCommands, keyGroups } from '@stammgast/shared/domain/keys';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { KeyCap } from '../../components/kbd.tsx';
import { Notice } from '../../components/notice.tsx';
import { useKeyWords } from '../../keys/key-words.ts';
import { useBindings } from '../../keys/use-bindings.ts';

/** Lists the commands with the keys that they have for this person. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['keys', 'common']);
  const words = useKeyWords();
  const { keysOff } = usePreferences();
  const keys = new Map(useBindings().map((one) => [one.id, one.keys]));
  const footer = (
    <>
      <Link className="btn quiet" to="/profile" hash="keys" onClick={onClose}>
        {t('changeKeys')}
      </Link>
      <Button data-autofocus="true" onClick={onClose}>
        {t('common:close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('title')} onClose={onClose} wide footer={footer}>
      {keysOff && <Notice kind="info">{t('offNote')}</Notice>}
      <div className="keys">
        {keyGroups.map((group) => (
          <section key={group}>
            <h3 className="label">{t(`groups.${group}`)}</h3>
            <dl>
              {keyCommands
                .filter((command) => command.group === group)
                .map(({ id }) => (
                  <div key={id}>
                    <dt>{t(`commands.${id}`)}</dt>
                    <dd>
                      {keys.get(id)?.map((key) => (
                        <span key={key}>
                          <KeyCap keys={words(key)} />
                          <span className="sr">{words(key)}</span>
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
