import { localeTag } from './locale-tag.ts';

export interface Times {
  /** 14:32 */
  readonly time: (instant: string | number) => string;
  /** Within a week: Fr., 9:40; else 5. März. For places with little room. */
  readonly day: (instant: string, now: number) => string;
  /** Today: 14:32; gestern, 14:32; else Do., 5. Okt., 14:32 (with the year when it is another one). */
  readonly instant: (instant: string, now: number) => string;
  /** 5. März, with the year when it is another one. */
  readonly date: (instant: string, now: number) => string;
  /** Everything, for who asks: Donnerstag, 5. März 2026, 14:32 MEZ. */
  readonly exact: (instant: string) => string;
  /** 14:32 MEZ, where the reader's own clock shows another time; else the words as they are. */
  readonly named: (words: string, now: number) => string;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
const clock = { hour: '2-digit', minute: '2-digit' } as const;
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Times in the reader's language and in the zone of the house: there the deadlines run. */
export function createTimes(language: string, timeZone: string, device: string = deviceZone()): Times {
  const style = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeTag(language), { timeZone, ...options });
    return (instant: string | number) => format.format(new Date(instant));
  };
  const year = style({ year: 'numeric' });
  const dayKey = style({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const long = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const short = { day: 'numeric', month: 'short' } as const;
  const time = style(clock);
  const weekday = style({ weekday: 'short', ...clock });
  const date = style(short);
  const oldDate = style({ ...short, year: 'numeric' });
  const full = style(long);
  const oldFull = style({ ...long, year: 'numeric' });
  const near = new Intl.RelativeTimeFormat(localeTag(language), { numeric: 'auto' });
  const exact = style({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...clock,
    timeZoneName: 'short',
  });
  const zoneName = new Intl.DateTimeFormat(localeTag(language), { timeZone, timeZoneName: 'short' });
  const offset = { ...clock, day: 'numeric' } as const;
  const here = style(offset);
  const there = new Intl.DateTimeFormat(localeTag(language), { timeZone: device, ...offset });
  const thisYear = (instant: string, now: number) => year(instant) === year(now);
  return {
    time,
    day: (instant, now) => (Math.abs(Date.parse(instant) - now) < 6 * dayMilliseconds ? weekday : date)(instant),
    instant: (instant, now) => {
      if (dayKey(instant) === dayKey(now)) return time(instant);
      const beside = [-1, 1].find((days) => dayKey(instant) === dayKey(now + days * dayMilliseconds));
      const words = beside ? near.format(beside, 'day') : (thisYear(instant, now) ? full : oldFull)(instant);
      return `${words}, ${time(instant)}`;
    },
    date: (instant, now) => (thisYear(instant, now) ? date : oldDate)(instant),
    exact,
    named: (words, now) => {
      if (here(now) === there.format(now)) return words;
      const zone = zoneName.formatToParts(now).find((part) => part.type === 'timeZoneName');
      return `${words} ${zone?.value ?? timeZone}`;
    },
  };
}

const known = new Map<string, Times>();

/** The same, made once: a list asks for each of its rows. */
export function timesOf(language: string, timeZone: string): Times {
  const key = `${language} ${timeZone}`;
  const times = known.get(key) ?? createTimes(language, timeZone);
  known.set(key, times);
  return times;
}
