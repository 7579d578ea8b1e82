import { type Interval, Z95 } from './interval.ts';

/** So many that waited so long: until it happened, or until we looked last. */
export interface Wait {
  readonly time: number;
  readonly happened: boolean;
  readonly count?: number;
}

/** The share that still waits after a time at which it happened to some, with its 95 % band. */
export interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly waiting: number;
  /** After Greenwood; unknown, as is the band, once nobody waits any more. */
  readonly variance: number | null;
  readonly band: Interval | null;
}

/**
 * The curve of Kaplan and Meier. Those who still wait count as long as they have waited, so that the slow ones are not
 * left out; the band is symmetric for log(−log) and so stays between 0 and 1.
 */
export function kaplanMeier(waits: readonly Wait[]): readonly Step[] {
  const steps: Step[] = [];
  let atRisk = total(waits);
  let waiting = 1;
  let spread = 0;
  for (const [time, together] of inOrder(waits)) {
    const events = total(together.filter((wait) => wait.happened));
    if (events > 0) {
      const left = atRisk - events;
      waiting *= left / atRisk;
      spread += left > 0 ? events / (atRisk * left) : 0;
      const known = left > 0;
      steps.push({
        time,
        atRisk,
        events,
        waiting,
        variance: known ? waiting ** 2 * spread : null,
        band: known ? logLogBand(waiting, spread) : null,
      });
    }
    atRisk -= total(together);
  }
  return steps;
}

function logLogBand(waiting: number, spread: number): Interval {
  const width = Math.exp((Z95 * Math.sqrt(spread)) / Math.abs(Math.log(waiting)));
  return { from: waiting ** width, to: waiting ** (1 / width) };
}

const total = (waits: readonly Wait[]): number => waits.reduce((sum, { count = 1 }) => sum + count, 0);

const inOrder = (waits: readonly Wait[]): [number, Wait[]][] =>
  [...Map.groupBy(waits, (wait) => wait.time)].sort(([a], [b]) => a - b);

/** The share to whom it has happened by then. */
export function happenedBy(steps: readonly Step[], time: number): number {
  return 1 - (steps.findLast((step) => step.time <= time)?.waiting ?? 1);
}

/** Products of fractions that should meet a share exactly miss it by the last digit. */
const NEAR = 1e-12;

/** The time by which it has happened to `share`, with its 95 % interval; null where that was not seen yet. */
export function quantile(steps: readonly Step[], share: number) {
  const left = 1 - share + NEAR;
  const first = (reached: (step: Step) => boolean): number | null => steps.find(reached)?.time ?? null;
  return {
    time: first((step) => step.waiting <= left),
    from: first((step) => (step.band?.from ?? 0) <= left),
    to: first((step) => (step.band?.to ?? 1) <= left),
  };
}
