import type { Report, ReportNumbers, ShareMeasure } from '@stammgast/shared/contract/reports';

/** One line of the table: a group in a part of the period, or in all of it. */
export type TableLine = Readonly<Record<TableColumn, string | number | null>>;

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
  'p50Clock',
  'p90Clock',
  'p50Business',
  'p90Business',
  ...shareColumns.flatMap((name) => [`${name}Part`, `${name}Whole`, name, `${name}From`, `${name}To`] as const),
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** First the whole period, then its parts; first all groups together, then each. `nameOf` a key; null: all together. */
export function* tableLines(report: Report, nameOf: (key: string | null | undefined) => string): Generator<TableLine> {
  for (const group of [report.total, ...report.groups]) {
    const name = nameOf(group === report.total ? undefined : group.key);
    yield { group: name, from: report.from, to: report.to, ...cellsOf(group.total) };
    for (const [index, numbers] of group.buckets.entries()) {
      const { from = '', to = '' } = report.buckets[index] ?? {};
      yield { group: name, from, to, ...cellsOf(numbers) };
    }
  }
}

function cellsOf(numbers: ReportNumbers) {
  const { coverage, comments, opened, answered, resolved, waits, stillWaiting } = numbers;
  return {
    ...{ coverage, comments, opened, answered, resolved, waits, stillWaiting },
    p50Clock: numbers.clockTime.p50?.minutes ?? null,
    p90Clock: numbers.clockTime.p90?.minutes ?? null,
    p50Business: numbers.businessTime.p50?.minutes ?? null,
    p90Business: numbers.businessTime.p90?.minutes ?? null,
    ...shareCells('inTime', numbers.inTime),
    ...shareCells('answerRate', numbers.answerRate),
    ...shareCells('promisesKept', numbers.promisesKept),
  };
}

type ShareCells<Name extends string> = Record<`${Name}${'Part' | 'Whole' | '' | 'From' | 'To'}`, number | null>;

const shareCells = <Name extends (typeof shareColumns)[number]>(name: Name, measure: ShareMeasure) =>
  ({
    [`${name}Part`]: measure.part,
    [`${name}Whole`]: measure.whole,
    [name]: measure.share,
    [`${name}From`]: measure.from,
    [`${name}To`]: measure.to,
  }) as ShareCells<Name>;
