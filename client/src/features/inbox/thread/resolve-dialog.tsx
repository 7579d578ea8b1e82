import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check } from '../../../components/field.tsx';

/** Reasons a person may choose; `answered` and `imported` are found out by the house itself. */
const reasons = [
  'praise',
  'no-answer-needed',
  'duplicate',
  'not-ours',
  'spam',
] as const satisfies readonly ResolveReason[];

interface ResolveDialogProps {
  readonly row: ThreadRow;
  readonly onClose: () => void;
  readonly onResolve: (reason: ResolveReason) => void;
}

/** Done without a public answer needs a reason. */
export function ResolveDialog({ row, onClose, onResolve }: ResolveDialogProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const [reason, setReason] = useState<ResolveReason>(row.sentiment === 'positive' ? 'praise' : 'no-answer-needed');
  return (
    <Dialog
      title={t('resolveDialog.title')}
      onClose={onClose}
      onSubmit={() => onResolve(reason)}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit">
            {t('resolve')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('resolveDialog.text', { name: row.author.name })}</p>
      <fieldset className="reasons">
        <legend className="sr">{t('resolveDialog.reason')}</legend>
        {reasons.map((one) => (
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
    </Dialog>
  );
}
