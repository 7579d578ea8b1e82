import type { Review } from '@stammgast/shared/contract/review';
import { criteria } from '@stammgast/shared/domain/review/scorecard';
import { useTranslation } from 'react-i18next';
import { Table } from '../../../components/table.tsx';

/** Criteria down, people across; where two lie two points apart there is something to talk about. */
export function ScoresSideBySide({ reviews, of }: { reviews: readonly Review[]; of: string }) {
  const { t } = useTranslation('review');
  if (reviews.length === 0) return <p className="muted">{t('calibration.nobody')}</p>;
  return (
    <Table
      caption={t('calibration.compared', { name: of })}
      head={
        <>
          <th scope="col">{t('score.criterion')}</th>
          {reviews.map((review) => (
            <th scope="col" className="num" key={review.id}>
              {review.reviewerName}
            </th>
          ))}
        </>
      }
    >
      {criteria.map((criterion, i) => {
        const given = reviews.flatMap((review) => review.scores?.[i] ?? []);
        const apart = Math.max(...given) - Math.min(...given) >= 2;
        return (
          <tr key={criterion}>
            <th scope="row">
              {t(`criteria.${criterion}.name`)}{' '}
              {apart && <span className="meta warn-word">{t('calibration.apart')}</span>}
            </th>
            {reviews.map((review) => (
              <td className="num" key={review.id}>
                {review.scores?.[i] ?? '–'}
              </td>
            ))}
          </tr>
        );
      })}
      <tr>
        <th scope="row">{t('score.points')}</th>
        {reviews.map((review) => (
          <td className="num strong" key={review.id}>
            {review.points ?? '–'}
          </td>
        ))}
      </tr>
    </Table>
  );
}
