import type { MyReview } from '@stammgast/shared/contract/feedback';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/states.tsx';
import { GuestHead } from '../guest-head.tsx';
import { PagedPairs } from '../paged-pairs.tsx';
import { QualityLine } from '../quality-line.tsx';
import { myReviewsQuery } from '../queries.ts';
import { SavedReview } from '../saved-review.tsx';
import { ConsentLine } from './consent-line.tsx';
import { DisputeForm } from './dispute-form.tsx';

/** What was said about one’s own answers. Nobody else has this page of them. */
export function MineView() {
  const { t } = useTranslation('review');
  const found = useInfiniteQuery(myReviewsQuery);
  const pages = found.data?.pages;
  return (
    <PagedPairs
      found={found}
      rows={pages?.flatMap((page) => page.reviews)}
      keyOf={({ review }) => review.id}
      pairOf={(one) => <Feedback one={one} />}
      empty={<Empty title={t('mine.none')}>{t('mine.how')}</Empty>}
      above={
        pages?.[0] && (
          <p className="all-quality">
            <span className="label">{t('mine.quality')}</span> <QualityLine quality={pages[0].quality} />
          </p>
        )
      }
    />
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
