import {
  type Report,
  type ReportChange,
  type ShareMeasure,
  times,
  type Waits,
} from '@stammgast/shared/contract/reports';
import type { Locale } from '@stammgast/shared/contract/team';
import { type Language, languageOf, localeTag, spelled } from '@stammgast/shared/domain/locale';
import { dateOf, dayOf, type Period } from '@stammgast/shared/domain/reports/period';

interface Words {
  readonly subject: (name: string, period: string, house: string) => string;
  readonly before: (count: string) => string;
  readonly counts: Readonly<Record<'comments' | 'opened' | 'answered' | 'resolved', string>>;
  readonly noData: string;
  readonly waits: Readonly<Record<'clockTime' | 'businessTime', string>>;
  readonly tooFew: (n: number) => string;
  readonly within: (times: readonly [string, string, string], n: number) => string;
  readonly after: (time: string) => string;
  readonly notYet: string;
  readonly shares: Readonly<Record<'inTime' | 'answerRate' | 'promisesKept', string>>;
  readonly share: (percent: string, from: string, to: string, n: number) => string;
  readonly claims: Readonly<Record<ReportChange['claim'], string>>;
  readonly coverage: (percent: string) => string;
  readonly attached: string;
  readonly link: (url: string) => string;
}

/** With what Intl calls the language. */
type Spoken = Words & { readonly tag: string };

const words: Readonly<Record<Language, Words>> = {
  de: {
    subject: (name, period, house) => `${name}: ${period} (${house})`,
    before: (count) => `, davor ${count}`,
    counts: {
      comments: 'Neue Kommentare',
      opened: 'Begonnene Gespräche',
      answered: 'Erstmals beantwortet',
      resolved: 'Erledigt',
    },
    noData: 'keine Daten',
    waits: {
      clockTime: 'Zeit bis zur ersten Antwort (Uhrzeit)',
      businessTime: 'Zeit bis zur ersten Antwort (Geschäftszeit)',
    },
    tooFew: (n) => `zu wenige (n = ${n})`,
    within: ([half, most, nearlyAll], n) =>
      `50 % ${half}, 90 % ${most}, 95 % ${nearlyAll} (n = ${n}, Offene mitgezählt)`,
    after: (time) => `nach ${time}`,
    notYet: 'noch nicht erreicht',
    shares: {
      inTime: 'Erste Antwort in der Frist',
      answerRate: 'Kritik binnen 7 Tagen beantwortet',
      promisesKept: 'Zusagen gehalten',
    },
    share: (percent, from, to, n) => `${percent} (95 %: ${from} bis ${to}, n = ${n})`,
    claims: { up: 'gestiegen', down: 'gesunken', none: 'keine sichere Veränderung' },
    coverage: (percent) => `Achtung: Daten nur für ${percent} der Tage und Kanäle. Lücken sind keine Nullen.`,
    attached: 'Die ganze Tabelle liegt als CSV-Datei bei.',
    link: (url) => `Im Browser: ${url}`,
  },
  en: {
    subject: (name, period, house) => `${name}: ${period} (${house})`,
    before: (count) => `, before ${count}`,
    counts: {
      comments: 'New comments',
      opened: 'Threads opened',
      answered: 'Answered for the first time',
      resolved: 'Resolved',
    },
    noData: 'no data',
    waits: {
      clockTime: 'Time to the first answer (clock time)',
      businessTime: 'Time to the first answer (business time)',
    },
    tooFew: (n) => `too few (n = ${n})`,
    within: ([half, most, nearlyAll], n) => `50% ${half}, 90% ${most}, 95% ${nearlyAll} (n = ${n}, open ones included)`,
    after: (time) => `within ${time}`,
    notYet: 'not reached yet',
    shares: {
      inTime: 'First answer in time',
      answerRate: 'Criticism answered within 7 days',
      promisesKept: 'Promises kept',
    },
    share: (percent, from, to, n) => `${percent} (95%: ${from} to ${to}, n = ${n})`,
    claims: { up: 'risen', down: 'fallen', none: 'no certain change' },
    coverage: (percent) => `Note: data for ${percent} of days and channels only. Gaps are not zeros.`,
    attached: 'The whole table is attached as a CSV file.',
    link: (url) => `In the browser: ${url}`,
  },
};

interface About {
  readonly name: string;
  readonly house: string;
  readonly link: string;
}

/** Subject and text of the mail that brings a report. Only the subject and the link hold what others have named. */
export function mailText(report: Report, { name, house, link }: About, language: Locale) {
  const w = { ...words[languageOf(language)], tag: localeTag(language) };
  const { total, compared } = report.total;
  const lines = [
    ...(['comments', 'opened', 'answered', 'resolved'] as const).map((count) => {
      const before =
        compared && report.comparedChannels.length === report.channels.length ? compared.before[count] : null;
      return `${w.counts[count]}: ${number(total[count], w)}${before === null ? '' : w.before(number(before, w))}`;
    }),
    ...times.map((time) => `${w.waits[time]}: ${waitWords(total[time], total.waits, w)}`),
    ...(['inTime', 'answerRate', 'promisesKept'] as const).map((share) => {
      const change = compared?.changes[share];
      return `${w.shares[share]}: ${shareWords(total[share], w)}${change ? ` – ${w.claims[change.claim]}` : ''}`;
    }),
    ...(total.coverage < 1 ? ['', w.coverage(percent(total.coverage, w))] : []),
  ];
  return {
    subject: w.subject(name, periodWords(report, w), house),
    text: [...[...lines, '', w.attached].map((line) => spelled(language, line)), w.link(link), ''].join('\n'),
  };
}

const number = (count: number | null, w: Spoken): string => (count === null ? w.noData : count.toLocaleString(w.tag));
const percent = (share: number, { tag }: Spoken): string =>
  share.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1 });

function periodWords({ from, to }: Period, { tag }: Spoken): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(dateOf(dayOf(to) - 1)));
}

function shareWords({ share, from, to, whole }: ShareMeasure, w: Spoken): string {
  if (share === null || from === null || to === null) return w.tooFew(whole);
  return w.share(percent(share, w), percent(from, w), percent(to, w), whole);
}

function waitWords({ p50, p90, p95 }: Waits, n: number, w: Spoken): string {
  if (!(p50 && p90 && p95)) return w.tooFew(n);
  const time = ({ minutes }: { minutes: number | null }) => (minutes === null ? w.notYet : w.after(duration(minutes)));
  return w.within([time(p50), time(p90), time(p95)], n);
}

function duration(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

/** Nothing came, nothing was done, nothing was due. */
export function isEmpty({ total: { total } }: Report): boolean {
  const { comments, opened, answered, resolved, promisesKept } = total;
  return [comments, opened, answered, resolved, promisesKept.whole].every((count) => !count);
}
