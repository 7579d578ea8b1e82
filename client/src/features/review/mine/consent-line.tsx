import { answerExample, type MyReview } from '@stammgast/shared/contract/feedback';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';

/** Whether others may learn from it is for its author to say, and to take back. */
export function ConsentLine({ example }: { example: NonNullable<MyReview['example']> }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const saying = useMutation({
    mutationFn: (consent: 'given' | 'declined') =>
      call(answerExample, { params: { exampleId: example.id }, body: { consent } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['review'] }),
  });
  return (
    <div className="consent" role="status">
      <p>{t(`mine.consent.${example.consent}`)}</p>
      <div className="form-acts">
        {example.consent !== 'given' && (
          <Button busy={saying.isPending} onClick={() => saying.mutate('given')}>
            {t('mine.agree')}
          </Button>
        )}
        {example.consent !== 'declined' && (
          <Button kind="quiet" busy={saying.isPending} onClick={() => saying.mutate('declined')}>
            {t(example.consent === 'given' ? 'mine.takeBack' : 'mine.decline')}
          </Button>
        )}
      </div>
    </div>
  );
}
