import '../../../styles/approval.css';
import type { Reply } from '@stammgast/shared/contract/replies';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTimes } from '../../../components/use-times.ts';
import { serverNow } from '../../../live/server-clock.ts';

interface ReplaceDialogProps {
  /** The answer that waits for a second person. */
  readonly waiting: Reply;
  readonly text: string;
  readonly onClose: () => void;
  readonly onReplace: () => void;
}

/** Two answers to one comment, side by side: the new one takes the place of the one that waits. */
export function ReplaceDialog({ waiting, text, onClose, onReplace }: ReplaceDialogProps) {
  const { t } = useTranslation(['approval', 'common']);
  const times = useTimes();
  const name = waiting.guestName ?? waiting.personName ?? t('somebody');
  return (
    <Dialog
      wide
      title={t('replaceDialog.title')}
      onClose={onClose}
      onSubmit={onReplace}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" data-autofocus="true">
            {t('replaceDialog.submit')}
          </Button>
        </>
      }
    >
      <p>{t('replaceDialog.text')}</p>
      <div className="two-texts">
        <section>
          <h3>{t('replaceDialog.waiting', { name, since: times.instant(waiting.createdAt, serverNow()) })}</h3>
          <p>{waiting.body}</p>
        </section>
        <section>
          <h3>{t('replaceDialog.yours')}</h3>
          <p>{text}</p>
        </section>
      </div>
    </Dialog>
  );
}
