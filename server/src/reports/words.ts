import type { Breakdown } from '@stammgast/shared/contract/reports';
import type { Locale } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';
import type { TableColumn, WaitColumn } from './table-lines.ts';
import type { ThreadColumn } from './thread-lines.ts';

interface ReportWords {
  readonly all: string;
  readonly notYet: string;
  readonly none: Readonly<Record<Breakdown, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly fileName: Readonly<Record<'table' | 'threads', string>>;
  readonly table: Readonly<Record<TableColumn, string>>;
  readonly threads: Readonly<Record<ThreadColumn, string>>;
}

/** Each with the ends of its 95 % interval. */
const waitHeads = (head: (percent: number, time: string) => string, [from, to]: readonly [string, string]) =>
  Object.fromEntries(
    ([50, 90, 95] as const).flatMap((percent) =>
      (['Clock', 'Business'] as const).flatMap((time) => {
        const [name, words] = [`p${percent}${time}` as const, head(percent, time)];
        return [
          [name, words],
          [`${name}From`, `${words}: ${from}`],
          [`${name}To`, `${words}: ${to}`],
        ];
      }),
    ),
  ) as Record<`${WaitColumn}${'' | 'From' | 'To'}`, string>;

const words: Readonly<Record<Language, ReportWords>> = {
  de: {
    all: 'Alle',
    notYet: 'noch nicht erreicht',
    none: { none: '', channel: '', team: 'ohne Team', topic: 'ohne Thema', policy: 'ohne Frist', sentiment: '' },
    keys: {
      ...{ product: 'Produkt', satisfaction: 'Zufriedenheit', support: 'Support', cocreation: 'Mitgestaltung' },
      ...{ negative: 'negativ', mixed: 'gemischt', neutral: 'neutral', positive: 'positiv', unsure: 'unsicher' },
    },
    fileName: { table: 'bericht', threads: 'gespraeche' },
    table: {
      group: 'Gruppe',
      from: 'Von',
      to: 'Bis (nicht enthalten)',
      coverage: 'Abdeckung',
      comments: 'Neue Kommentare',
      opened: 'Begonnene Gespräche',
      answered: 'Erstmals beantwortet',
      resolved: 'Erledigt',
      waits: 'Wartezeiten (n)',
      stillWaiting: 'Warten noch',
      ...waitHeads(
        (percent, time) => `Erste Antwort: ${percent} % bis (${time === 'Clock' ? 'Min' : 'Geschäftsminuten'})`,
        ['95 % von', '95 % bis'],
      ),
      inTimePart: 'In der Frist',
      inTimeWhole: 'In der Frist: von',
      inTime: 'In der Frist: Anteil',
      inTimeFrom: 'In der Frist: 95 % von',
      inTimeTo: 'In der Frist: 95 % bis',
      answerRatePart: 'Kritik beantwortet (7 Tage)',
      answerRateWhole: 'Kritik beantwortet: von',
      answerRate: 'Kritik beantwortet: Anteil',
      answerRateFrom: 'Kritik beantwortet: 95 % von',
      answerRateTo: 'Kritik beantwortet: 95 % bis',
      promisesKeptPart: 'Zusagen gehalten',
      promisesKeptWhole: 'Zusagen gehalten: von',
      promisesKept: 'Zusagen gehalten: Anteil',
      promisesKeptFrom: 'Zusagen gehalten: 95 % von',
      promisesKeptTo: 'Zusagen gehalten: 95 % bis',
    },
    threads: {
      thread: 'Gespräch',
      channel: 'Kanal',
      platform: 'Plattform',
      status: 'Status',
      reason: 'Erledigt wegen',
      opened: 'Begonnen',
      language: 'Sprache',
      sentiment: 'Stimmung',
      topics: 'Themen',
      comments: 'Kommentare',
      policy: 'Frist',
      due: 'Fällig',
      answered: 'Erste Antwort',
      clockMinutes: 'Bis zur ersten Antwort (Min)',
      businessMinutes: 'Bis zur ersten Antwort (Geschäftsminuten)',
      inTime: 'In der Frist',
      resolved: 'Erledigt',
    },
  },
  en: {
    all: 'All',
    notYet: 'not reached yet',
    none: { none: '', channel: '', team: 'no team', topic: 'no topic', policy: 'no deadline', sentiment: '' },
    keys: {
      ...{ product: 'Product', satisfaction: 'Satisfaction', support: 'Support', cocreation: 'Ideas' },
      ...{ negative: 'negative', mixed: 'mixed', neutral: 'neutral', positive: 'positive', unsure: 'unsure' },
    },
    fileName: { table: 'report', threads: 'threads' },
    table: {
      group: 'Group',
      from: 'From',
      to: 'To (not included)',
      coverage: 'Coverage',
      comments: 'New comments',
      opened: 'Threads opened',
      answered: 'Answered for the first time',
      resolved: 'Resolved',
      waits: 'Waits (n)',
      stillWaiting: 'Still waiting',
      ...waitHeads(
        (percent, time) => `First answer: ${percent}% within (${time === 'Clock' ? 'min' : 'business min'})`,
        ['95% from', '95% to'],
      ),
      inTimePart: 'In time',
      inTimeWhole: 'In time: of',
      inTime: 'In time: share',
      inTimeFrom: 'In time: 95% from',
      inTimeTo: 'In time: 95% to',
      answerRatePart: 'Criticism answered (7 days)',
      answerRateWhole: 'Criticism answered: of',
      answerRate: 'Criticism answered: share',
      answerRateFrom: 'Criticism answered: 95% from',
      answerRateTo: 'Criticism answered: 95% to',
      promisesKeptPart: 'Promises kept',
      promisesKeptWhole: 'Promises kept: of',
      promisesKept: 'Promises kept: share',
      promisesKeptFrom: 'Promises kept: 95% from',
      promisesKeptTo: 'Promises kept: 95% to',
    },
    threads: {
      thread: 'Thread',
      channel: 'Channel',
      platform: 'Platform',
      status: 'Status',
      reason: 'Resolved because',
      opened: 'Opened',
      language: 'Language',
      sentiment: 'Mood',
      topics: 'Topics',
      comments: 'Comments',
      policy: 'Deadline',
      due: 'Due',
      answered: 'First answer',
      clockMinutes: 'Until the first answer (min)',
      businessMinutes: 'Until the first answer (business min)',
      inTime: 'In time',
      resolved: 'Resolved',
    },
  },
};

/** What stands in files, where no browser translates. */
export const reportWords = (locale: Locale): ReportWords => wordsIn(locale, words[languageOf(locale)]);
