import type { Report, ReportNumbers, ShareMeasure, Waits } from '@stammgast/shared/contract/reports';

/** One line of the table: a group in a part of the period, or in all of it. */
export type TableLine = Readonly<Record<TableColumn, string | number | null>>;

const waitColumns = ['p50Clock', 'p90Clock', 'p95Clock', 'p50Business', 'p90Business', 'p95Business'] as const;
export type WaitColumn = (typeof waitColumns)[number];
const shareColumns = ['inTime', 'answerRate', 'promisesKept'] as const;
export const tableColumns = [
  'group',
  'from',
  'to',
  'coverage',
  'comments',
  'opened',
  'answered',
  'resolved',
  'waits',
  'stillWaiting',
  ...waitColumns.flatMap((name) => [name, `${name}From`, `${name}To`] as const),
  ...shareColumns.flatMap((name) => [`${name}Part`, `${name}Whole`, name, `${name}From`, `${name}To`] as const),
] as const;
export type TableColumn = (typeof tableColumns)[number];

interface Words {
  /** Of a group; undefined: all together. */
  readonly nameOf: (key: string | null | undefined) => string;
  /** Of a time that too few have reached: an empty cell says that there were too few cases. */
  readonly notYet: string;
}

/** First the whole period, then its parts; first all groups together, then each. */
export function* tableLines(report: Report, { nameOf, notYet }: Words): Generator<TableLine> {
  for (const group of [report.total, ...report.groups]) {
    const name = nameOf(group === report.total ? undefined : group.key);
    yield { group: name, from: report.from, to: report.to, ...cellsOf(group.total, notYet) };
    for (const [index, numbers] of group.buckets.entries()) {
      const { from = '', to = '' } = report.buckets[index] ?? {};
      yield { group: name, from, to, ...cellsOf(numbers, notYet) };
    }
  }
}

function cellsOf(numbers: ReportNumbers, notYet: string) {
  const { coverage, comments, opened, answered, resolved, waits, stillWaiting } = numbers;
  return {
    ...{ coverage, comments, opened, answered, resolved, waits, stillWaiting },
    ...waitCells('p50Clock', numbers.clockTime.p50, notYet),
    ...waitCells('p90Clock', numbers.clockTime.p90, notYet),
    ...waitCells('p95Clock', numbers.clockTime.p95, notYet),
    ...waitCells('p50Business', numbers.businessTime.p50, notYet),
    ...waitCells('p90Business', numbers.businessTime.p90, notYet),
    ...waitCells('p95Business', numbers.businessTime.p95, notYet),
    ...shareCells('inTime', numbers.inTime),
    ...shareCells('answerRate', numbers.answerRate),
    ...shareCells('promisesKept', numbers.promisesKept),
  };
}

type WaitCells<Name extends string> = Record<`${Name}${'' | 'From' | 'To'}`, string | number | null>;

const waitCells = <Name extends WaitColumn>(name: Name, quantile: Waits['p50'], notYet: string) =>
  ({
    [name]: quantile && (quantile.minutes ?? notYet),
    [`${name}From`]: quantile?.from ?? null,
    [`${name}To`]: quantile?.to ?? null,
  }) as WaitCells<Name>;

type ShareCells<Name extends string> = Record<`${Name}${'Part' | 'Whole' | '' | 'From' | 'To'}`, number | null>;

const shareCells = <Name extends (typeof shareColumns)[number]>(name: Name, measure: ShareMeasure) =>
  ({
    [`${name}Part`]: measure.part,
    [`${name}Whole`]: measure.whole,
    [name]: measure.share,
    [`${name}From`]: measure.from,
    [`${name}To`]: measure.to,
  }) as ShareCells<Name>;
