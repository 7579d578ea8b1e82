import type { ReviewCase } from '@stammgast/shared/contract/review';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { reviewStateQuery } from '../queries.ts';
import { SavedReview } from '../saved-review.tsx';
import { AgreementLine } from './agreement-line.tsx';
import { DecideForm } from './decide-form.tsx';
import { ScoreForm } from './score-form.tsx';

interface ScorePaneProps {
  readonly shown: ReviewCase;
  readonly deciding: boolean;
  readonly onNext: () => void;
}

/** The scorecard; once it is saved, what one gave, what the second reviewer gave, and what the author says to it. */
export function ScorePane({ shown, deciding, onNext }: ScorePaneProps) {
  const { t } = useTranslation('review');
  const state = useQuery(reviewStateQuery).data;
  const agreement = state && <AgreementLine agreement={state.agreement} />;
  const { mine, others } = shown;
  if (mine === null && others.length === 0 && !deciding) {
    return <ScoreForm key={shown.sample.id} shown={shown} note={agreement} />;
  }
  const reviews = [...(mine ? [mine] : []), ...others];
  return (
    <section className="score" aria-label={t('score.title')} tabIndex={-1}>
      <header className="rhead">
        <h2 className="label">{t('score.title')}</h2>
        <p className="meta">{t('score.done')}</p>
      </header>
      <div className="score-body">
        {reviews.map((review) => (
          <article key={review.id} className="one-review">
            <SavedReview review={review} mine={review === mine} />
            {review.dispute?.decision === null && <DecideForm reviewId={review.id} />}
          </article>
        ))}
      </div>
      <footer className="score-foot">
        <Button kind="primary" size="lg" command="next" data-next="true" onClick={onNext}>
          {t('case.next')}
        </Button>
        {agreement}
      </footer>
    </section>
  );
}
