import { localeTag } from '@stammgast/shared/domain/locale';

export interface Times {
  /** 14:32 */
  readonly time: (instant: string | number) => string;
  /** Within a week: Fr., 9:40; else 5. März. For places with little room. */
  readonly day: (instant: string, now: number) => string;
  /** Today: 14:32; gestern, 14:32; else Do., 5. Okt., 14:32 (with the year when it is another one), and the zone where it is not the reader's. */
  readonly instant: (instant: string, now: number) => string;
  /** 5. März, with the year when it is another one. */
  readonly date: (instant: string, now: number) => string;
  /** Everything, for who asks: Donnerstag, 5. März 2026, 14:32 MEZ. */
  readonly exact: (instant: string) => string;
  /** 14:32 MEZ, where the reader's own clock shows another time at that moment; else the words as they are. */
  readonly named: (words: string, instant: string | number) => string;
  /** The reader's own zone, where its clock shows another time at that moment: for fields, which take the time of the device. */
  readonly ownZone: (instant: string | number) => string | null;
  /** Vor 3 Std.; after a day as `instant`, but by the reader's own clock. */
  readonly ago: (instant: string, now: number) => string;
  /** Everything by the reader's own clock, and by that of the house where it shows another time. */
  readonly exactHere: (instant: string) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const clock = { hour: '2-digit', minute: '2-digit' } as const;
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Times in the reader's language. Deadlines and numbers run in the zone of the house, `device` is that of the reader:
 * where the two clocks show different times, the zone is named.
 */
export function createTimes(language: string, timeZone: string, device: string = deviceZone()): Times {
  const house = zoneTimes(language, timeZone);
  const own = zoneTimes(language, device);
  const differ = (at: string | number) => house.face(at) !== own.face(at);
  const named = (words: string, at: string | number) => (differ(at) ? `${words} ${house.zone(at)}` : words);
  const relative = new Intl.RelativeTimeFormat(localeTag(language), { numeric: 'auto', style: 'short' });
  const inWords = (past: number) => {
    const [size, unit] = Math.abs(past) < HOUR ? ([MINUTE, 'minute'] as const) : ([HOUR, 'hour'] as const);
    if (Math.abs(past) < MINUTE) return relative.format(0, 'second');
    return relative.format(-Math.trunc(past / size), unit);
  };
  return {
    time: house.time,
    day: house.day,
    instant: (instant, now) => named(house.instant(instant, now), instant),
    date: house.date,
    exact: house.exact,
    named,
    ownZone: (instant) => (differ(instant) ? own.zone(instant) : null),
    ago: (instant, now) => {
      const past = now - Date.parse(instant);
      if (Math.abs(past) < DAY) return inWords(past);
      const words = own.instant(instant, now);
      return differ(instant) ? `${words} ${own.zone(instant)}` : words;
    },
    exactHere: (instant) => (differ(instant) ? `${own.exact(instant)} (${house.exact(instant)})` : own.exact(instant)),
  };
}

/** Times by the clocks of one zone. */
function zoneTimes(language: string, timeZone: string) {
  const style = (options: Intl.DateTimeFormatOptions, tag = localeTag(language)) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    return (instant: string | number) => format.format(new Date(instant));
  };
  const year = style({ year: 'numeric' });
  const isoDay = style({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
  /** Days are counted by the calendar: some have 23 hours and some 25. */
  const dayNumber = (instant: string | number) => Date.parse(isoDay(instant)) / DAY;
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
  const thisYear = (instant: string, now: number) => year(instant) === year(now);
  return {
    time,
    day: (instant: string, now: number) => (Math.abs(Date.parse(instant) - now) < 6 * DAY ? weekday : date)(instant),
    instant: (instant: string, now: number) => {
      const days = dayNumber(instant) - dayNumber(now);
      if (days === 0) return time(instant);
      const words =
        Math.abs(days) === 1 ? near.format(days, 'day') : (thisYear(instant, now) ? full : oldFull)(instant);
      return `${words}, ${time(instant)}`;
    },
    date: (instant: string, now: number) => (thisYear(instant, now) ? date : oldDate)(instant),
    exact,
    /** What a clock on the wall and a calendar beside it show. */
    face: style({ ...clock, day: 'numeric' }),
    zone: (at: string | number) =>
      zoneName.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
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
