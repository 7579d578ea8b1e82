import type { Thread, ThreadRow } from '@stammgast/shared/contract/threads';
import type { ResolveReason } from '@stammgast/shared/domain/thread-status';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check } from '../../../components/field.tsx';
import { KeyCap } from '../../../components/kbd.tsx';
import { useDigits } from '../../../components/use-digits.ts';
import { threadKey } from '../../../live/patch-cache.ts';
import { isAnswered } from './use-work.ts';

/** Reasons a person may choose; `answered` and `imported` are found out by the house itself. */
const reasons = [
  'praise',
  'no-answer-needed',
  'duplicate',
  'not-ours',
  'spam',
] as const satisfies readonly ResolveReason[];

interface ResolveDialogProps {
  readonly rows: readonly ThreadRow[];
  readonly onClose: () => void;
  readonly onResolve: (reason: ResolveReason) => void;
}

/** Done without a public answer, or without another one, needs a reason: one key, or the arrows and Enter. */
export function ResolveDialog({ rows, onClose, onResolve }: ResolveDialogProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const praised = rows.length > 0 && rows.every((row) => row.sentiment === 'positive');
  const [reason, setReason] = useState<ResolveReason>(praised ? 'praise' : 'no-answer-needed');
  useDigits(reasons, onResolve);
  const [first] = rows;
  const known = useQueryClient().getQueryData<Thread>(threadKey(first?.id ?? ''));
  const answered = first !== undefined && rows.length === 1 && isAnswered(first, known);
  return (
    <Dialog
      title={t(answered ? 'resolveDialog.titleAnswered' : 'resolveDialog.title')}
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
      <p className="muted">
        {first && rows.length === 1
          ? t(answered ? 'resolveDialog.textAnswered' : 'resolveDialog.text', { name: first.author.name })
          : t('resolveDialog.many', { count: rows.length })}
      </p>
      <fieldset className="reasons">
        <legend className="sr">{t('resolveDialog.reason')}</legend>
        {reasons.map((one, index) => (
          <span className="reason" key={one}>
            <Check
              type="radio"
              name="reason"
              label={t(`reasons.${one}`)}
              checked={reason === one}
              data-autofocus={reason === one}
              onChange={() => setReason(one)}
            />
            <KeyCap keys={String(index + 1)} />
          </span>
        ))}
      </fieldset>
    </Dialog>
  );
}
