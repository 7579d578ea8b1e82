import type { Calendar, CalendarTerms, OwnDay, SpecialDay } from '@stammgast/shared/contract/sla';
import type { Locale } from '@stammgast/shared/contract/team';
import { type Holiday, holidaysOf } from './holidays.ts';

/** Clocks may count for years; once a year the calendars are drawn anew, see flows/draw-calendars.ts. */
export const YEARS_AHEAD = 10;

export interface DrawnCalendar {
  readonly calendar: Calendar;
  /** The last year whose holidays are in it. */
  readonly knownUntil: number;
}

/** A calendar with all its special days as dates, from last year on: a clock may have begun then. */
export async function drawCalendar(terms: CalendarTerms, now: Date, locale: Locale): Promise<DrawnCalendar> {
  const first = now.getUTCFullYear() - 1;
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => first + index);
  const holidays = terms.region ? await holidaysOf(terms.region, years, locale) : [];
  const { timeZone, week } = terms;
  return {
    calendar: { timeZone, week, days: specialDays(terms, holidays, years) },
    knownUntil: first + years.length - 1,
  };
}

/** The house's own days come before public holidays, and those of one year before those of every year. */
function specialDays(
  { worked, own }: CalendarTerms,
  holidays: readonly Holiday[],
  years: readonly number[],
): SpecialDay[] {
  const closed = holidays
    .filter((holiday) => !worked.includes(holiday.rule))
    .map(({ date, name }) => ({ date, name, windows: [] }));
  const every = own.filter((day) => day.yearly).flatMap((day) => years.flatMap((year) => inYear(day, year)));
  const once = own.filter((day) => !day.yearly).map(({ yearly: _, ...day }) => day);
  const byDate = new Map([...closed, ...every, ...once].map((day) => [day.date, day]));
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Nothing in years that have no such day. */
function inYear({ date, name, windows }: OwnDay, year: number): SpecialDay[] {
  const then = `${year}${date.slice(4)}`;
  const exists = new Date(`${then}T00:00:00Z`).getUTCDate() === Number(date.slice(8));
  return exists ? [{ date: then, name, windows }] : [];
}
