import { disputeReview } from '@stammgast/shared/contract/review';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';

/** The button that had the focus is gone. */
const focusOn = (field: HTMLTextAreaElement | null) => field?.focus();

/** Disagreeing takes a reason, and is possible once. */
export function DisputeForm({ reviewId }: { reviewId: string }) {
  const { t } = useTranslation(['review', 'common']);
  const client = useQueryClient();
  const problem = useProblemText('review');
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const raising = useMutation({
    mutationFn: () => call(disputeReview, { params: { reviewId }, body: { comment: comment.trim() } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  });
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('dispute.raise')}
      </Button>
    );
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (comment.trim() !== '') raising.mutate();
      }}
    >
      <TextField
        label={t('dispute.why')}
        hint={t('dispute.hint')}
        error={tried && comment.trim() === '' ? t('dispute.needed') : undefined}
        ref={focusOn}
        rows={3}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {raising.isError && <Notice kind="error">{problem(raising.error)}</Notice>}
      <div className="form-acts">
        <Button type="submit" busy={raising.isPending}>
          {t('dispute.send')}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
