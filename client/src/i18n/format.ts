const day = 24 * 60 * 60 * 1000;
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  cache.set(key, known);
  return known;
}

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** 14:32 */
export const formatTime = (instant: string | number, locale: string): string =>
  formatter(locale, clock).format(new Date(instant));

/** Within a week: Fr., 9:40; else 5. März. For places with little room. */
export function formatDay(instant: string, locale: string, now: number): string {
  const at = new Date(instant);
  const near = Math.abs(at.getTime() - now) < 6 * day;
  return formatter(locale, near ? { weekday: 'short', ...clock } : { day: 'numeric', month: 'short' }).format(at);
}

/** Today: 14:32; else Do., 5. März, 14:32 (with the year when it is another one). */
export function formatInstant(instant: string, locale: string, now: number): string {
  const at = new Date(instant);
  const today = new Date(now);
  if (sameDay(at, today)) return formatTime(instant, locale);
  const year: Intl.DateTimeFormatOptions = at.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' };
  return formatter(locale, { weekday: 'short', day: 'numeric', month: 'long', ...year, ...clock }).format(at);
}

/** 5. März, with the year when it is another one. */
export function formatDate(instant: string, locale: string, now: number): string {
  const at = new Date(instant);
  const year: Intl.DateTimeFormatOptions = at.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' };
  return formatter(locale, { day: 'numeric', month: 'short', ...year }).format(at);
}
