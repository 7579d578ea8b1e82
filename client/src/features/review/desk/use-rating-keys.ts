import { BEST_SCORE, criteria } from '@stammgast/shared/domain/review/scorecard';
import type { RefObject } from 'react';
import { useKeys } from '../../../keys/keys.tsx';

interface Rating {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly give: (index: number, score: number) => void;
  readonly save: () => void;
  /** Is there anything to score? */
  readonly enabled: boolean;
}

/** Inside a criterion 0 to 3 are its score and lead on; else, and above 3, a digit goes to the criterion of its number. */
export function useRatingKeys({ form, give, save, enabled }: Rating): void {
  const rate = (digit: number) => {
    const field = document.activeElement?.closest<HTMLElement>('[data-criterion]');
    const index = Number(field?.dataset.criterion ?? 0) - 1;
    if (index < 0 || digit > BEST_SCORE) return digit > 0 ? focusCriterion(form.current, digit - 1) : undefined;
    give(index, digit);
    if (index + 1 < criteria.length) focusCriterion(form.current, index + 1);
    else form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  };
  useKeys({
    ...(enabled && {
      rate0: () => rate(0),
      rate1: () => rate(1),
      rate2: () => rate(2),
      rate3: () => rate(3),
      rate4: () => rate(4),
      rate5: () => rate(5),
    }),
    saveReview: save,
  });
}

export function focusCriterion(form: HTMLFormElement | null, index: number): void {
  const field = form?.querySelectorAll<HTMLElement>('[data-criterion]')[index];
  const chosen = field?.querySelector<HTMLElement>('input:checked');
  (chosen ?? field?.querySelector<HTMLElement>('input'))?.focus();
}
