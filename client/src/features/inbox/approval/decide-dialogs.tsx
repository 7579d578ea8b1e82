import type { Reply } from '@stammgast/shared/contract/replies';
import { replyLength } from '@stammgast/shared/domain/reply-length';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/field.tsx';

interface DecideDialogProps {
  readonly reply: Reply;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** False: it was refused, and what was written stays. */
  readonly onDone: (text: string) => Promise<boolean>;
}

interface ChangeDialogProps extends DecideDialogProps {
  readonly max: number | null;
  readonly platform: string;
}

/** The answer as it shall go out; the submitted text is kept beside it. */
export function ChangeDialog({ reply, max, platform, busy, onClose, onDone }: ChangeDialogProps) {
  const { t } = useTranslation(['approval', 'inbox']);
  const [text, setText] = useState(reply.body);
  const length = replyLength(platform, text.trim());
  const over = max !== null && length > max;
  const save = async () => {
    if (length > 0 && !over && (await onDone(text.trim()))) onClose();
  };
  return (
    <Dialog
      wide
      title={t('changeDialog.title')}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot busy={busy} disabled={length === 0 || over} label={t('changeDialog.submit')} onClose={onClose} />}
    >
      <div className="form">
        <p>{t('changeDialog.text', { name: reply.guestName ?? reply.personName })}</p>
        <TextField
          label={t('changeDialog.label')}
          rows={8}
          maxLength={8000}
          value={text}
          error={over ? t('inbox:tooLong', { count: length - max }) : undefined}
          onChange={(event) => setText(event.target.value)}
          data-autofocus="true"
        />
      </div>
    </Dialog>
  );
}

/** Back to the writer, with a reason that helps. */
export function RejectDialog({ reply, busy, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('approval');
  const [remark, setRemark] = useState('');
  const [tried, setTried] = useState(false);
  const missing = remark.trim() === '';
  const save = async () => {
    setTried(true);
    if (!missing && (await onDone(remark.trim()))) onClose();
  };
  return (
    <Dialog
      title={t('rejectDialog.title')}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot busy={busy} label={t('rejectDialog.submit')} onClose={onClose} />}
    >
      <div className="form">
        <p>{t('rejectDialog.text', { name: reply.personName })}</p>
        <TextField
          label={t('rejectDialog.label')}
          rows={4}
          maxLength={2000}
          value={remark}
          error={tried && missing ? t('rejectDialog.missing') : undefined}
          onChange={(event) => setRemark(event.target.value)}
          data-autofocus="true"
        />
      </div>
    </Dialog>
  );
}

interface FootProps {
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly label: string;
  readonly onClose: () => void;
}

function Foot({ busy, disabled = false, label, onClose }: FootProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button kind="quiet" size="lg" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button kind="primary" size="lg" type="submit" busy={busy} disabled={disabled}>
        {label}
      </Button>
    </>
  );
}
