import type { Breakdown, ReportQuestion } from '@stammgast/shared/contract/reports';
import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import {
  dateOf,
  dayOf,
  daysIn,
  type Grain,
  grains,
  monthStart,
  type Period,
} from '@stammgast/shared/domain/reports/period';
import { weekdayOf } from '@stammgast/shared/domain/time-words/local-time';

/** What stands in the address; what is left out is what everybody starts with. */
export interface ReportSearch {
  from?: string;
  to?: string;
  grain?: Grain;
  by?: Breakdown;
  channel?: string;
  team?: string;
  policy?: string;
  sentiment?: ReportQuestion['sentiment'];
  topic?: ReportQuestion['topic'];
}

const breakdowns = ['none', 'channel', 'team', 'topic', 'policy', 'sentiment'] as const;
const one = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((each) => each === value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** Reads an address that anybody may have written. */
export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const [from, to] = [date(search.from), date(search.to)];
  const period = from && to && daysIn({ from, to }) > 0 ? { from, to } : {};
  return {
    ...period,
    ...given('grain', one(grains, search.grain)),
    ...given('by', one(breakdowns, search.by)),
    ...given('channel', text(search.channel)),
    ...given('team', text(search.team)),
    ...given('policy', text(search.policy)),
    ...given('sentiment', one(sentiments, search.sentiment)),
    ...given('topic', one(topics, search.topic)),
  };
}

const given = <Name extends string, T>(name: Name, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [name in Name]?: T };

/** The question that an address asks: without a period that of the last thirty days. */
export function questionOf(search: ReportSearch, today: string): ReportQuestion {
  const { from, to, grain, by = 'none', ...filters } = search;
  const period = from && to ? { from, to } : (presets.last30(today) ?? { from: today, to: today });
  return { ...period, grain: fitting(period, grain), by, ...filters } as ReportQuestion;
}

/** Parts that people can still tell apart. */
function fitting(period: Period, wanted: Grain | undefined): Grain {
  const days = daysIn(period);
  const most: Record<Grain, number> = { day: 92, week: 740, month: 3700 };
  if (wanted && days <= most[wanted]) return wanted;
  if (days <= 35) return 'day';
  return days <= 200 ? 'week' : 'month';
}

const back = (today: string, days: number): Period => {
  const tomorrow = dateOf(dayOf(today) + 1);
  return { from: dateOf(dayOf(tomorrow) - days), to: tomorrow };
};
const week = (today: string, more: number): Period => {
  const monday = dayOf(today) - weekdayOf(dayOf(today)) + 7 * more;
  return { from: dateOf(monday), to: dateOf(monday + 7) };
};
const months = (today: string, from: number, to: number): Period => ({
  from: monthStart(today, from),
  to: monthStart(today, to),
});
const inQuarter = (today: string): number => (Number(today.slice(5, 7)) - 1) % 3;

/** Periods that have a name. */
export const presets = {
  last7: (today: string) => back(today, 7),
  last30: (today: string) => back(today, 30),
  thisWeek: (today: string) => week(today, 0),
  lastWeek: (today: string) => week(today, -1),
  thisMonth: (today: string) => months(today, 0, 1),
  lastMonth: (today: string) => months(today, -1, 0),
  lastQuarter: (today: string) => months(today, -inQuarter(today) - 3, -inQuarter(today)),
  thisYear: (today: string) => {
    const january = 1 - Number(today.slice(5, 7));
    return months(today, january, january + 12);
  },
} as const;
export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

export const presetOf = ({ from, to }: Period, today: string): PresetName | undefined =>
  presetNames.find((name) => {
    const preset = presets[name](today);
    return preset.from === from && preset.to === to;
  });
