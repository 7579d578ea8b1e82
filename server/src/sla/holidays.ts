// Public holidays by rule, without asking anybody outside. Years of them become plain dates in a calendar.
import type { Locale } from '@stammgast/shared/contract/team';
import { languageOf, spelled } from '@stammgast/shared/domain/locale';
import type { Region } from '@stammgast/shared/domain/regions';

export interface Holiday {
  /** Says which holiday it is, in every year. */
  readonly rule: string;
  readonly date: string;
  readonly name: string;
}

/** Public holidays of these years, in order; the first of several that fall on one date. */
export async function holidaysOf(region: Region, years: readonly number[], locale: Locale): Promise<Holiday[]> {
  // Rules of all countries are in it: loaded only when somebody chooses a region, or once a year.
  const { default: Holidays } = await import('date-holidays');
  const [country = '', state = ''] = region.split('-');
  const rules = new Holidays(country, state, { types: ['public'] });
  const all = years.flatMap((year) => rules.getHolidays(year, languageOf(locale)));
  const byDate = Map.groupBy(all, (holiday) => holiday.date.slice(0, 10));
  return [...byDate].flatMap(([date, [first]]) =>
    first ? [{ rule: first.rule, date, name: spelled(locale, first.name) }] : [],
  );
}
