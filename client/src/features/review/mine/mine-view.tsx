import type { MyReview } from '@stammgast/shared/contract/review';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Empty, Failed, Skeleton } from '../../../components/states.tsx';
import { GuestHead } from '../guest-head.tsx';
import { QualityLine } from '../quality-line.tsx';
import { myReviewsQuery } from '../queries.ts';
import { SavedReview } from '../saved-review.tsx';
import { ConsentLine } from './consent-line.tsx';
import { DisputeForm } from './dispute-form.tsx';

/** What was said about one’s own answers. Nobody else has this page of them. */
export function MineView() {
  const { t } = useTranslation('review');
  const found = useInfiniteQuery(myReviewsQuery);
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={6} />;
  const reviews = found.data.pages.flatMap((page) => page.reviews);
  const [first] = found.data.pages;
  if (!first || reviews.length === 0) return <Empty title={t('mine.none')}>{t('mine.how')}</Empty>;
  return (
    <>
      <p className="all-quality">
        <span className="label">{t('mine.quality')}</span> <QualityLine quality={first.quality} />
      </p>
      <ul className="pairs">
        {reviews.map((one) => (
          <li key={one.review.id}>
            <Feedback one={one} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Feedback({ one }: { one: MyReview }) {
  const { t } = useTranslation('review');
  const { review, comment, answer, example } = one;
  return (
    <article className="pair" aria-label={t('case.named', { number: one.number })}>
      <div>
        <GuestHead {...one} />
        {comment && <p className="voice small">{comment}</p>}
        {answer && <p className="house-text own">{answer}</p>}
      </div>
      <div>
        <SavedReview review={review} />
        {example && <ConsentLine example={example} />}
        {review.dispute === null && <DisputeForm reviewId={review.id} />}
      </div>
    </article>
  );
}
