import { BEST_SCORE, type Criterion, weights } from '@stammgast/shared/domain/review/scorecard';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const scores = Array.from({ length: BEST_SCORE + 1 }, (_, score) => score);

interface CriterionFieldProps {
  readonly criterion: Criterion;
  /** The key that leads here. */
  readonly number: number;
  readonly score: number | null;
  readonly missing: boolean;
  readonly onGive: (score: number) => void;
}

/** 0 to 3, each with its anchor in words; below, what the chosen one means. */
export function CriterionField({ criterion, number, score, missing, onGive }: CriterionFieldProps) {
  const { t } = useTranslation('review');
  const id = useId();
  const anchor = (one: number) => t(`criteria.${criterion}.anchors.${one}` as 'criteria.serious.anchors.0');
  return (
    <fieldset className="criterion" data-criterion={number} aria-describedby={`${id}-words`}>
      <legend>
        {t(`criteria.${criterion}.name`)} <span className="meta">×{weights[criterion]}</span>
      </legend>
      <span className="seg radio">
        {scores.map((one) => (
          <label key={one} title={anchor(one)}>
            <input
              type="radio"
              name={`${id}-score`}
              checked={score === one}
              onChange={() => onGive(one)}
              aria-label={`${one}: ${anchor(one)}`}
            />
            <span aria-hidden="true">{one}</span>
          </label>
        ))}
      </span>
      <p id={`${id}-words`} className={missing ? 'meta c-bad' : 'meta'}>
        {missing ? t('score.missing') : score === null ? t(`criteria.${criterion}.about`) : anchor(score)}
      </p>
    </fieldset>
  );
}
