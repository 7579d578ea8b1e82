import { afterWorkdays, dayOfDate, endOfMonth, type LocalDay, nextWeekday, weekdayOf } from './local-time.ts';

/** What one expression says: a day, a time of day in minutes, or a span from now on in minutes. */
export interface Said {
  readonly day?: LocalDay | null;
  readonly minutes?: number;
  readonly span?: number;
}
type Groups = Readonly<Record<string, string | undefined>>;
interface Expression {
  readonly pattern: RegExp;
  readonly means: (groups: Groups, today: LocalDay) => Said;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const FRIDAY = 4;

const weekdays =
  'montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const shortWeekdays: Readonly<Record<string, number>> = {
  mo: 0,
  mon: 0,
  di: 1,
  die: 1,
  tue: 1,
  mi: 2,
  mit: 2,
  wed: 2,
  do: 3,
  don: 3,
  thu: 3,
  fr: 4,
  fre: 4,
  fri: 4,
  sa: 5,
  sam: 5,
  sat: 5,
  so: 6,
  son: 6,
  sun: 6,
};
const months: Readonly<Record<string, number>> = {
  jan: 1,
  jän: 1,
  feb: 2,
  mär: 3,
  mar: 3,
  apr: 4,
  mai: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dez: 12,
  dec: 12,
};
export const monthNames =
  'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december';
const numbers: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  eines: 1,
  one: 1,
  a: 1,
  an: 1,
  zwei: 2,
  two: 2,
  drei: 3,
  three: 3,
  vier: 4,
  four: 4,
  fünf: 5,
  five: 5,
  sechs: 6,
  six: 6,
  sieben: 7,
  seven: 7,
  acht: 8,
  eight: 8,
  neun: 9,
  nine: 9,
  zehn: 10,
  ten: 10,
  zwölf: 12,
  twelve: 12,
  vierzehn: 14,
};
const count = `\\d{1,3}|${Object.keys(numbers).join('|')}`;
const units: Readonly<Record<string, number>> = { m: 1, h: HOUR, d: DAY, w: 7 * DAY };

/** "Guten Abend" and "have a nice weekend" are no times. */
const greeted = '(?:gute[ns]?|guten|gut|schöne[nrs]?|angenehme[ns]?|erholsames|good|nice|great|lovely|pleasant) ';

const weekdayNumber = (name: string): number => shortWeekdays[name.slice(0, 2)] ?? shortWeekdays[name.slice(0, 3)] ?? 0;
const monthNumber = (name: string): number => months[name.slice(0, 3)] ?? 0;
const inNumbers = (text = ''): number => numbers[text] ?? Number(text);

/** Which letter of `units` a unit's name stands for, in either language. */
function unitOf(name = ''): string {
  if (/^min/.test(name)) return 'm';
  if (/^(st|h|std)/.test(name)) return 'h';
  return /^w/.test(name) ? 'w' : 'd';
}

/** German and English words for times, the longer before the shorter. `\b` knows no umlauts: hence look-arounds. */
export const expressions: readonly Expression[] = [
  {
    pattern: rule(
      `(?:in|within|innerhalb(?: von)?|innert|binnen)(?: (?:the )?(?:next|nächsten|der nächsten|den nächsten))? (?:(?:${count}) ?(?:bis|to|oder|or|-|–) ?)?(?<n>${count})[ -](?<unit>minuten?|minutes?|min|stunden?|std|hours?|h|tage?n?s?|(?:business |working )?days?|werktage?n?|wochen?|weeks?)`,
    ),
    means: ({ n, unit = '' }, today) =>
      /^werk|^bus|^work/.test(unit)
        ? { day: afterWorkdays(today, inNumbers(n)) }
        : { span: inNumbers(n) * (units[unitOf(unit)] ?? 0) },
  },
  { pattern: rule('(?:übermorgen|day after tomorrow)'), means: (_, today) => ({ day: today + 2 }) },
  { pattern: rule(`(?:(?<!${greeted}|am )morgen|tomorrow)`), means: (_, today) => ({ day: today + 1 }) },
  { pattern: rule('(?:heute|today)'), means: (_, today) => ({ day: today }) },
  { pattern: rule('(?:tonight)'), means: (_, today) => ({ day: today, minutes: 20 * HOUR }) },
  {
    pattern: rule(
      `(?:diese woche|ende der woche|(?<!${greeted})wochenende|this week(?:end)?|end of (?:the |this )?week)`,
    ),
    means: (_, today) => ({ day: weekdayOf(today) >= FRIDAY ? today : nextWeekday(today, FRIDAY) }),
  },
  {
    pattern: rule('(?:nächsten?|kommenden?|next) (?:woche|week)'),
    means: (_, today) => ({ day: nextWeekday(today, 0) + FRIDAY }),
  },
  {
    pattern: rule('(?:monatsende|ende des monats|end of (?:the |this )?month)'),
    means: (_, today) => ({ day: endOfMonth(today) }),
  },
  {
    pattern: rule(
      `(?<d>\\d{1,2})\\. ?(?:(?<m>\\d{1,2})\\.(?: ?(?<y>20\\d\\d))?|(?<name>${monthNames})(?: (?<year>20\\d\\d))?)`,
    ),
    means: ({ d, m, y, name, year }, today) => ({
      day: dayOfDate(today, Number(d), m ? Number(m) : monthNumber(name ?? ''), Number(y ?? year) || null),
    }),
  },
  {
    pattern: rule(`(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name>${monthNames})(?:,? (?<year>20\\d\\d))?`),
    means: ({ d, name, year }, today) => ({
      day: dayOfDate(today, Number(d), monthNumber(name ?? ''), Number(year) || null),
    }),
  },
  {
    pattern: rule(`(?<name>${monthNames}) (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>20\\d\\d))?`),
    means: ({ d, name, year }, today) => ({
      day: dayOfDate(today, Number(d), monthNumber(name ?? ''), Number(year) || null),
    }),
  },
  {
    pattern: rule('(?:zum|am|bis zum|bis|by the|until the|on the) (?<d>\\d{1,2})(?:\\.|st|nd|rd|th)'),
    means: ({ d }, today) => ({ day: dayOfDate(today, Number(d), null, null) }),
  },
  {
    pattern: rule(`(?<name>${weekdays})`),
    means: ({ name }, today) => ({ day: nextWeekday(today, weekdayNumber(name ?? '')) }),
  },
  {
    pattern: rule(
      '(?<name>mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\\.?(?= ?,? ?\\d{1,2}(?::\\d\\d| uhr| ?[ap]m))',
    ),
    means: ({ name }, today) => ({ day: nextWeekday(today, weekdayNumber(name ?? '')) }),
  },
  {
    pattern: rule('(?<h>[01]?\\d|2[0-3])[:.](?<m>[0-5]\\d)(?: ?uhr| ?h)?(?! ?[ap]m|\\.\\d|\\d)'),
    means: ({ h, m }) => ({ minutes: Number(h) * HOUR + Number(m) }),
  },
  { pattern: rule('(?<h>[01]?\\d|2[0-3]) uhr'), means: ({ h }) => ({ minutes: Number(h) * HOUR }) },
  {
    pattern: rule('(?<h>1[0-2]|0?[1-9])(?::(?<m>[0-5]\\d))? ?(?<half>am|pm)'),
    means: ({ h, m, half }) => ({ minutes: ((Number(h) % 12) + (half === 'pm' ? 12 : 0)) * HOUR + Number(m ?? 0) }),
  },
  { pattern: rule(`(?<!${greeted})(?:früh|vormittag|morning)`), means: () => ({ minutes: 9 * HOUR }) },
  { pattern: rule('(?:mittag|noon|midday)'), means: () => ({ minutes: 12 * HOUR }) },
  { pattern: rule(`(?<!${greeted})(?:nachmittag|afternoon)`), means: () => ({ minutes: 17 * HOUR }) },
  { pattern: rule(`(?<!${greeted})(?:abend|evening)`), means: () => ({ minutes: 20 * HOUR }) },
];

function rule(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}])`, 'giu');
}
