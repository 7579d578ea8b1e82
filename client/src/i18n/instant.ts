/** Dates of the English UI are those of Britain: day first, 24 hours. */
export const localeTag = (language: string): string => (language === 'en' ? 'en-GB' : 'de-DE');

/** Today: the time. This year: day and time. Else the date. Always 24 hours, in the zone of the house. */
export function instantWords(language: string, timeZone: string, now: () => Date = () => new Date()) {
  const locale = localeTag(language);
  const style = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const time = style({ hour: '2-digit', minute: '2-digit' });
  const day = style({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const date = style({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayKey = style({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const year = style({ year: 'numeric' });
  return (instant: string): string => {
    const at = new Date(instant);
    const today = now();
    if (dayKey.format(at) === dayKey.format(today)) return time.format(at);
    return (year.format(at) === year.format(today) ? day : date).format(at);
  };
}
