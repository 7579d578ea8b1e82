import { type Baseline, expectedBetween } from '@stammgast/shared/domain/radar/baseline';
import { HOUR_MS, hourOf } from '@stammgast/shared/domain/radar/hours';
import type { HourLine } from '../storage/tables/radar.ts';

/** Some hours before the first comment, so that one sees how it was. */
const BEFORE_HOURS = 6;
export const LINE_BEFORE_MS = BEFORE_HOURS * HOUR_MS;
/** Two weeks: no storm is longer, and a row stays readable. */
const MOST_HOURS = 14 * 24;

/** Critical comments by hour, beside what is usual. */
export function lineOf(
  startedAt: Date,
  now: Date,
  voices: readonly { readonly hour: number }[],
  baseline: Baseline | null,
): HourLine {
  const first = hourOf(startedAt.getTime() - LINE_BEFORE_MS);
  const hours = Array.from(
    { length: Math.min(MOST_HOURS, hourOf(now.getTime()) - first + 1) },
    (_, index) => first + index,
  );
  const counts = Map.groupBy(voices, ({ hour }) => hour);
  return {
    first,
    counts: hours.map((hour) => counts.get(hour)?.length ?? 0),
    expected: hours.map((hour) => baseline && expectedBetween(baseline, hour * HOUR_MS, (hour + 1) * HOUR_MS)),
    alpha: baseline?.alphas[1] ?? 0,
  };
}
