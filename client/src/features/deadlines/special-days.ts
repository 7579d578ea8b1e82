import type { CalendarTerms, OwnDay } from '@stammgast/shared/contract/sla';

export interface Holiday {
  readonly rule: string;
  readonly date: string;
  readonly name: string;
}

/** A line of the list: a public holiday, or a day of the house's own. */
export interface ListedDay {
  readonly date: string;
  readonly name: string;
  readonly windows: OwnDay['windows'];
  readonly rule: string | null;
  /** The house works on this holiday as usual. */
  readonly worked: boolean;
  readonly own: OwnDay | null;
}

/**
 * The days of the coming twelve months that differ from their weekday, in order. A day of the house's own stands for a
 * holiday of the same date.
 */
export function listDays({ worked, own }: CalendarTerms, holidays: readonly Holiday[], today: string): ListedDay[] {
  const end = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const ours = own.map((day): ListedDay => {
    const { name, windows, yearly } = day;
    return { date: yearly ? nextOf(day.date, today) : day.date, name, windows, rule: null, worked: false, own: day };
  });
  const taken = new Set(ours.map((day) => day.date));
  const theirs = holidays
    .filter(({ date }) => date >= today && date < end && !taken.has(date))
    .map(({ date, name, rule }) => ({ date, name, windows: [], rule, worked: worked.includes(rule), own: null }));
  return [...ours, ...theirs].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The next time that a yearly day comes round. */
function nextOf(date: string, today: string): string {
  const thisYear = `${today.slice(0, 4)}${date.slice(4)}`;
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}${date.slice(4)}`;
}

/** Adds a day, in place of one of the same date. */
export const withDay = (own: readonly OwnDay[], day: OwnDay): OwnDay[] => [
  ...own.filter((one) => one.date !== day.date),
  day,
];
