import type { WallHours, WallUsual } from '@stammgast/shared/contract/wall';
import { dayText, weekdayOf } from '@stammgast/shared/domain/time-words/local-time';
import type { Db } from '../storage/database.ts';
import { answeringOf } from './answering.ts';
import { hourAt, stretchesOf, weeksBefore } from './days.ts';
import { openedByQuarter, waitsByQuarter } from './numbers.queries.ts';
import type { Scope } from './scope.queries.ts';

export interface HoursQuestion extends Scope {
  readonly now: Date;
  readonly timeZone: string;
}

export const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [0, 1, 2, 3, 4, 5, 6];

export const sum = (counts: readonly { readonly n: number }[]): number => counts.reduce((total, { n }) => total + n, 0);

/** Threads opened by weekday and hour, of the four weeks before today. */
export async function readHeat(db: Db, question: HoursQuestion): Promise<WallUsual['heat']> {
  const { days, stretches } = weeksOf(question);
  const opened = await openedByQuarter(db, question, stretches);
  return {
    days,
    cells: byHour(opened, ({ at }) => at, question).map(({ of, ...cell }) => ({ ...cell, opened: sum(of) })),
  };
}

/** How long the first answer took, by the weekday and hour in which people wrote. */
export async function readHours(db: Db, question: HoursQuestion): Promise<WallHours> {
  const { days, stretches } = weeksOf(question);
  const waited = await waitsByQuarter(db, question, stretches, question.now);
  const cells = byHour(waited, ({ opened }) => opened, question).map(({ of, ...cell }) => {
    const { n, stillOpen, median } = answeringOf(of);
    return { ...cell, n, stillOpen, median };
  });
  return { days, cells };
}

function weeksOf({ now, timeZone }: HoursQuestion) {
  const days = weeksBefore(now, timeZone);
  return {
    days: weekdays.map((weekday) => days.filter((day) => weekdayOf(day) === weekday).map(dayText)),
    stretches: stretchesOf(days, timeZone),
  };
}

function byHour<Row>(rows: readonly Row[], atOf: (row: Row) => Date, { timeZone }: HoursQuestion) {
  const cells = Map.groupBy(rows, (row) => {
    const { weekday, hour } = hourAt(atOf(row), timeZone);
    return weekday * 24 + hour;
  });
  return weekdays.flatMap((weekday) =>
    hours.map((hour) => ({ weekday, hour, of: cells.get(weekday * 24 + hour) ?? [] })),
  );
}
