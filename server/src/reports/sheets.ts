import type { Breakdown, Report, ReportGroup, ReportQuestion } from '@stammgast/shared/contract/reports';
import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import { measureChange } from '@stammgast/shared/domain/reports/measures';
import type { Bucket, Period } from '@stammgast/shared/domain/reports/period';
import { coverageOf } from './coverage.ts';
import { type Entry, keysOf } from './entries.ts';
import type { CoveredChannel } from './outages.ts';
import { countIn, newTally, numbersOf, type Tally } from './tally.ts';

/** One period of a report, with what happened in it, to be read once. */
export interface Chapter {
  readonly period: Period;
  readonly days: readonly Bucket[];
  readonly entries: AsyncIterable<Entry> | Iterable<Entry>;
}

interface Pages {
  readonly question: ReportQuestion;
  readonly channels: readonly CoveredChannel[];
  readonly comparable: readonly CoveredChannel[];
  readonly buckets: readonly Bucket[];
  readonly current: Chapter;
  readonly earlier: Chapter;
}

/** What is counted for one group. */
interface Sheet {
  readonly total: Tally;
  readonly comparedNow: Tally;
  readonly comparedBefore: Tally;
  readonly buckets: readonly Tally[];
}

/** Counts everything into the whole and into its groups. */
export async function fillSheets(pages: Pages): Promise<Pick<Report, 'total' | 'groups'>> {
  const { question, channels, comparable, buckets, current, earlier } = pages;
  const whole = newSheet(buckets);
  const sheets = new Map<string | null, Sheet>();
  for (const channel of channels) for (const key of ownKeys(question.by, channel)) sheets.set(key, newSheet(buckets));
  const teams = new Map(channels.flatMap(({ id, team }) => (team ? [[id, team.id] as const] : [])));
  const sheetsOf = (entry: Entry): Sheet[] => [whole, ...keysOf(question.by, entry, teams).map(sheetOf)];
  function sheetOf(key: string | null): Sheet {
    const sheet = sheets.get(key) ?? newSheet(buckets);
    sheets.set(key, sheet);
    return sheet;
  }
  const compared = new Set(comparable.map(({ id }) => id));
  for await (const entry of current.entries)
    for (const sheet of sheetsOf(entry)) note(sheet, entry, compared.has(entry.channelId));
  for await (const entry of earlier.entries)
    for (const { comparedBefore } of sheetsOf(entry)) countIn(comparedBefore, entry);
  return {
    total: groupOf(pages, null, whole, () => true),
    groups: inOrder(pages, [...sheets.keys()]).map((key) =>
      groupOf(pages, key, sheetOf(key), (channel) => {
        const keys = ownKeys(question.by, channel);
        return keys.length === 0 || keys.includes(key);
      }),
    ),
  };
}

/** The groups that are made of channels have a line for each, also where nothing came. */
function ownKeys(by: Breakdown, { id, team }: CoveredChannel): (string | null)[] {
  if (by === 'channel') return [id];
  return by === 'team' ? [team?.id ?? null] : [];
}

const newSheet = (buckets: readonly Bucket[]): Sheet => ({
  total: newTally(),
  comparedNow: newTally(),
  comparedBefore: newTally(),
  buckets: buckets.map(newTally),
});

function note(sheet: Sheet, entry: Entry, compared: boolean): void {
  countIn(sheet.total, entry);
  if (compared) countIn(sheet.comparedNow, entry);
  const bucket = sheet.buckets[entry.part];
  if (bucket) countIn(bucket, entry);
}

function groupOf(
  pages: Pages,
  key: string | null,
  sheet: Sheet,
  holds: (channel: CoveredChannel) => boolean,
): ReportGroup {
  const { buckets, current, earlier } = pages;
  const [channels, comparable] = [pages.channels.filter(holds), pages.comparable.filter(holds)];
  const { total, comparedNow: now, comparedBefore: before } = sheet;
  return {
    key,
    total: numbersOf(total, coverageOf(channels, current.days, current.period)),
    compared:
      comparable.length === 0
        ? null
        : {
            now: numbersOf(now, coverageOf(comparable, current.days, current.period)),
            before: numbersOf(before, coverageOf(comparable, earlier.days, earlier.period)),
            changes: {
              inTime: measureChange(now.inTime, before.inTime),
              answerRate: measureChange(now.criticised, before.criticised),
              promisesKept: measureChange(now.promised, before.promised),
            },
          },
    buckets: sheet.buckets.map((tally, index) =>
      numbersOf(tally, coverageOf(channels, current.days, buckets[index] ?? current.period)),
    ),
  };
}

/** As people know them: channels and teams by name, topics and moods as everywhere, policies by name; what has none comes last. */
function inOrder({ question, channels }: Pages, keys: readonly (string | null)[]): (string | null)[] {
  const known: Record<string, readonly string[]> = {
    channel: channels.map(({ id }) => id),
    team: teamsByName(channels),
    topic: topics,
    sentiment: sentiments,
  };
  const order = known[question.by] ?? keys.flatMap((key) => key ?? []).toSorted((a, b) => a.localeCompare(b, 'de'));
  const place = (key: string | null) => (key === null ? order.length : order.indexOf(key));
  return keys.toSorted((a, b) => place(a) - place(b));
}

const teamsByName = (channels: readonly CoveredChannel[]): string[] =>
  channels
    .flatMap(({ team }) => team ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
    .map(({ id }) => id);
