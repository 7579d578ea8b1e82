/** The five criteria of the scorecard in their order; each is scored 0 to 3 against anchors in words. */
export const criteria = ['serious', 'empathy', 'solution', 'tone', 'place'] as const;
export type Criterion = (typeof criteria)[number];

/** How much a criterion counts. */
export const weights = { serious: 3, empathy: 2, solution: 3, tone: 1, place: 1 } as const satisfies Record<
  Criterion,
  number
>;
export const BEST_SCORE = 3;
export const MOST_POINTS = 30;

/** What makes an answer worth nothing, whatever else it does well. */
export const criticalErrors = [
  'wrong-person',
  'personal-data',
  'untrue-promise',
  'insult',
  'legal-admission',
  'deleted-criticism',
] as const;
export type CriticalError = (typeof criticalErrors)[number];

/** 0 to 30; `scores` in the order of the criteria. A critical error leaves nothing. */
export function pointsOf(scores: readonly number[], critical: readonly CriticalError[]): number {
  if (critical.length > 0) return 0;
  return criteria.reduce((sum, criterion, i) => sum + weights[criterion] * (scores[i] ?? 0), 0);
}

/** Only what nothing is missing from can be an example to others. */
export const isExemplary = (scores: readonly number[] | null, critical: readonly CriticalError[]): boolean =>
  scores !== null && critical.length === 0 && scores.every((score) => score === BEST_SCORE);
