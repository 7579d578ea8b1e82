import { decideDispute } from '@stammgast/shared/contract/review';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';

/** The review stands, or it is struck; either way with a word to the author. */
export function DecideForm({ reviewId }: { reviewId: string }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const problem = useProblemText('review');
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const deciding = useMutation({
    mutationFn: (decision: 'stands' | 'struck') =>
      call(decideDispute, { params: { reviewId }, body: { decision, comment: comment.trim() } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  });
  const decide = (decision: 'stands' | 'struck') => {
    setTried(true);
    if (comment.trim() !== '') deciding.mutate(decision);
  };
  return (
    <div className="form">
      <TextField
        label={t('dispute.decision')}
        error={tried && comment.trim() === '' ? t('dispute.needed') : undefined}
        rows={3}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {deciding.isError && <Notice kind="error">{problem(deciding.error)}</Notice>}
      <div className="form-acts">
        <Button busy={deciding.isPending} onClick={() => decide('struck')}>
          {t('dispute.strike')}
        </Button>
        <Button busy={deciding.isPending} onClick={() => decide('stands')}>
          {t('dispute.stand')}
        </Button>
      </div>
    </div>
  );
}
