import type { Report, ReportGroup, ReportNumbers, ShareMeasure, Waits } from '@stammgast/shared/contract/reports';
import { claimOfTimes, type claims } from '@stammgast/shared/domain/reports/measures';

const countNames = ['comments', 'opened', 'answered', 'resolved'] as const;
const timeNames = ['clockTime', 'businessTime'] as const;
const shareNames = ['inTime', 'answerRate', 'promisesKept'] as const;
export const measureNames = [...countNames, ...timeNames, ...shareNames] as const;
export type MeasureName = (typeof measureNames)[number];

/** A value with its interval, as it is drawn; null: unknown. */
export interface Point {
  readonly value: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** No channel delivered anything. */
  readonly gap: boolean;
}

export type Kind = 'count' | 'time' | 'share';
const isOneOf = <T extends string>(list: readonly T[], name: string): name is T => list.some((one) => one === name);

export function kindOf(name: MeasureName): Kind {
  if (isOneOf(countNames, name)) return 'count';
  return isOneOf(timeNames, name) ? 'time' : 'share';
}

export function pointOf(numbers: ReportNumbers, name: MeasureName): Point {
  const gap = numbers.coverage === 0;
  const measure = numbers[name];
  if (measure === null || typeof measure === 'number') return { value: measure, from: null, to: null, gap };
  if ('p50' in measure) {
    const { minutes = null, from = null, to = null } = (measure as Waits).p50 ?? {};
    return { value: minutes, from, to, gap };
  }
  const { share, from, to } = measure as ShareMeasure;
  return { value: share, from, to, gap };
}

/** Whom the drawing leaves out: by when it has happened to nine of ten, and to nineteen of twenty. Null: too few cases. */
export function tailsOf(numbers: ReportNumbers, name: MeasureName) {
  if (!isOneOf(timeNames, name)) return [];
  const { p90, p95 } = numbers[name];
  return [{ share: 0.9, at: p90 } as const, { share: 0.95, at: p95 } as const].flatMap(({ share, at }) =>
    at ? [{ share, ...at }] : [],
  );
}

/** Of how many cases a measure is; null for a count. */
export function casesOf(numbers: ReportNumbers, name: MeasureName): number | null {
  if (isOneOf(countNames, name)) return null;
  return isOneOf(timeNames, name) ? numbers.waits : numbers[name].whole;
}

/** What may be said of a measure against the period before; null: it cannot be compared. Counts are only put side by side. */
export function claimFor({ compared }: ReportGroup, name: MeasureName): (typeof claims)[number] | null {
  if (!compared || isOneOf(countNames, name)) return null;
  if (isOneOf(timeNames, name)) return claimOfTimes(compared.now[name].p50, compared.before[name].p50);
  return compared.changes[name]?.claim ?? null;
}

/** Counts before stand beside counts now only when both are of all channels. */
export function countBefore(report: Report, name: MeasureName): number | null {
  if (!isOneOf(countNames, name) || report.comparedChannels.length !== report.channels.length) return null;
  return report.total.compared?.before[name] ?? null;
}
