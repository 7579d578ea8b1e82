import type { Answering } from '@stammgast/shared/contract/wall';
import { kaplanMeier, quantile, type Step } from '@stammgast/shared/domain/statistics/kaplan-meier';
import type { WaitRow } from './numbers.queries.ts';

/** Points of a curve: more than a screen shows would only be heavy. */
const MOST_POINTS = 160;

/** Time to the first answer, those still open counted as long as they have waited. */
export function answeringOf(waits: readonly WaitRow[]): Answering {
  const steps = kaplanMeier(waits.map(({ minutes, answered, n }) => ({ time: minutes, happened: answered, count: n })));
  return {
    n: sum(waits.map(({ n }) => n)),
    stillOpen: sum(waits.map(({ running }) => running)),
    median: reached(steps, 0.5),
    p90: reached(steps, 0.9),
    p95: reached(steps, 0.95),
    curve: thinned(steps).map(({ time, waiting, band }) => ({
      minutes: time,
      share: 1 - waiting,
      from: band ? 1 - band.to : null,
      to: band ? 1 - band.from : null,
    })),
  };
}

/** First answers in time, of those that had to be by now. */
export const keptOf = (waits: readonly WaitRow[]) => {
  const kept = sum(waits.map((row) => row.kept));
  return { part: kept, whole: kept + sum(waits.map(({ missed }) => missed)) };
};

function reached(steps: readonly Step[], share: number) {
  const { time, from, to } = quantile(steps, share);
  return { minutes: time, from, to };
}

/** Those that rise as much as a point of the drawing, and the last one. */
function thinned(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= MOST_POINTS) return steps;
  let shown = 1;
  return steps.filter((step, i) => {
    const wanted = i === steps.length - 1 || shown - step.waiting >= 1 / MOST_POINTS;
    if (wanted) shown = step.waiting;
    return wanted;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
