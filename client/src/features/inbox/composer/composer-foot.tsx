import type { Capabilities } from '@stammgast/shared/contract/channels';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { useKeyHint } from '../../../keys/key-words.ts';
import { CheckCount } from '../check/check-count.tsx';

interface ComposerFootProps {
  readonly mode: 'answer' | 'note';
  readonly way: Capabilities['reply'];
  readonly threadId: string;
  /** As the platform counts it. */
  readonly length: number;
  readonly max: number | null;
  readonly empty: boolean;
  readonly busy: boolean;
  /** A second person sees it before it goes out. */
  readonly needsApproval: boolean;
  /** Who reads the draft and what was in it before. */
  readonly draft: ReactNode;
  readonly onSendAndResolve: () => void;
  readonly onAsk: () => void;
  readonly onCheck: () => void;
}

/** Length against the channel's limit, and the one primary button of the view. */
export function ComposerFoot({
  mode,
  way,
  threadId,
  length,
  max,
  empty,
  busy,
  needsApproval,
  draft,
  onSendAndResolve,
  onAsk,
  onCheck,
}: ComposerFootProps) {
  const { t } = useTranslation('inbox');
  const over = max !== null && length > max;
  const resolveHint = useKeyHint('sendResolveNext');
  const sending = needsApproval ? 'submitForApproval' : way === 'hand-off' ? 'prepare' : 'send';
  const words = t(mode === 'note' ? 'saveNote' : sending);
  return (
    <div className="composer-foot">
      {mode === 'answer' && <CheckCount threadId={threadId} onOpen={onCheck} />}
      <Length length={length} max={max} />
      <span className="end">
        {draft}
        {mode === 'note' ? (
          <Button kind="primary" type="submit" command="send" busy={busy} disabled={empty || over}>
            {words}
          </Button>
        ) : (
          <span className="split">
            <Button kind="primary" type="submit" command="send" busy={busy} disabled={empty || over}>
              {words}
            </Button>
            <Menu
              label={t('otherWays')}
              button={(props) => (
                <IconButton
                  icon="down"
                  kind="primary"
                  label={t('otherWays')}
                  disabled={empty || over || busy}
                  {...props}
                />
              )}
            >
              <MenuItem onChoose={onSendAndResolve} end={resolveHint}>
                {t('sendAndResolve')}
              </MenuItem>
              {!needsApproval && <MenuItem onChoose={onAsk}>{t('askForApproval')}</MenuItem>}
            </Menu>
          </span>
        )}
      </span>
    </div>
  );
}

/** How long the text is, and what is too much. */
function Length({ length, max }: { length: number; max: number | null }) {
  const { t, i18n } = useTranslation('inbox');
  const number = new Intl.NumberFormat(i18n.language);
  const over = max !== null && length > max;
  return (
    <span className={over ? 'meta num len over' : 'meta num len'}>
      {max === null
        ? length > 0
          ? t('length', { length: number.format(length) })
          : ''
        : `${number.format(length)} / ${number.format(max)}`}
      {over && <span> · {t('tooLong', { count: length - max })}</span>}
    </span>
  );
}
