import type { Review } from '@stammgast/shared/contract/review';
import { criteria, MOST_POINTS, weights } from '@stammgast/shared/domain/review/scorecard';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../components/ago.tsx';
import { Tag } from '../../components/tag.tsx';

/** A review as it was saved, with what was said to it since. */
export function SavedReview({ review, mine = false }: { review: Review; mine?: boolean }) {
  const { t } = useTranslation('review');
  const { scores, points, critical, note, dispute } = review;
  return (
    <div className={dispute?.decision === 'struck' ? 'saved-review struck' : 'saved-review'}>
      <header>
        {points !== null && (
          <span className="figure" title={t('score.of', { most: MOST_POINTS })}>
            {points}
          </span>
        )}
        <span className="two-lines">
          {mine ? t('score.mine') : review.reviewerName}
          <small>
            {points !== null && t('score.of', { most: MOST_POINTS })} · <Ago at={review.savedAt} />
          </small>
        </span>
      </header>
      {scores && (
        <dl className="given">
          {criteria.map((criterion, i) => (
            <div key={criterion}>
              <dt>
                {t(`criteria.${criterion}.name`)} <span className="meta">×{weights[criterion]}</span>
              </dt>
              <dd>
                <b>{scores[i]}</b>{' '}
                <span className="meta">
                  {t(`criteria.${criterion}.anchors.${scores[i] ?? 0}` as 'criteria.serious.anchors.0')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {critical.length > 0 && (
        <p className="c-bad strong">{critical.map((error) => t(`critical.${error}`)).join(', ')}</p>
      )}
      {review.exemplary && <Tag>{t('score.exemplaryTag')}</Tag>}
      {note && <blockquote className="said">{note}</blockquote>}
      {dispute && <DisputeWords dispute={dispute} />}
    </div>
  );
}

function DisputeWords({ dispute }: { dispute: NonNullable<Review['dispute']> }) {
  const { t } = useTranslation('review');
  return (
    <div className="dispute">
      <h3 className="label">{t('dispute.title')}</h3>
      <blockquote className="said">{dispute.comment}</blockquote>
      {dispute.decision && (
        <>
          <p className="meta">{t(`dispute.${dispute.decision}`, { name: dispute.decidedByName ?? '' })}</p>
          <blockquote className="said">{dispute.decisionComment}</blockquote>
        </>
      )}
    </div>
  );
}
