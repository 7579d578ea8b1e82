import type { Comment } from '@stammgast/shared/contract/threads';
import { type HideReason, hideReasons, needsSecondPerson, type Verdict } from '@stammgast/shared/domain/moderation';
import '../../../styles/moderation.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check, Field } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { Why } from './use-acts.ts';

interface HideDialogProps {
  readonly comment: Comment;
  readonly verdict: Verdict;
  readonly platform: string;
  readonly onClose: () => void;
  readonly onHide: (why: Why) => void;
}

/** Taking words from the public needs a reason; criticism also a second person, which is said before one asks. */
export function HideDialog({ comment, verdict, platform, onClose, onHide }: HideDialogProps) {
  const { t } = useTranslation(['moderation', 'common']);
  const [reason, setReason] = useState<HideReason>(verdict === 'spam' ? 'spam' : 'insult');
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState(false);
  const second = needsSecondPerson(comment, reason);
  const submit = () => {
    const words = remark.trim();
    if (reason === 'other' && words === '') return setMissing(true);
    onHide({ reason, ...(words && { remark: words }) });
  };
  return (
    <Dialog
      title={t(`title.${verdict}`, { platform })}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit">
            {t(second ? 'ask' : `do.${verdict}`)}
          </Button>
        </>
      }
    >
      <div className="hide-parts">
        <blockquote className="quoted-words" lang={comment.language ?? undefined}>
          {comment.body}
        </blockquote>
        <fieldset className="reasons">
          <legend className="label">{t('reason')}</legend>
          {hideReasons.map((one) => (
            <Check
              key={one}
              type="radio"
              name="reason"
              label={t(`reasons.${one}`)}
              checked={reason === one}
              data-autofocus={reason === one}
              onChange={() => setReason(one)}
            />
          ))}
        </fieldset>
        <Field
          label={t(reason === 'other' ? 'remarkNeeded' : 'remark')}
          value={remark}
          maxLength={1000}
          error={missing && reason === 'other' && remark.trim() === '' ? t('remarkMissing') : undefined}
          onChange={(event) => setRemark(event.target.value)}
        />
        <div aria-live="polite">{second && <Notice kind="info">{t('second')}</Notice>}</div>
      </div>
    </Dialog>
  );
}
