import type { Calendar } from '@stammgast/shared/contract/sla';
import { zoned } from '@stammgast/shared/domain/reports/zoned';
import type { Db } from '../storage/database.ts';
import type { ReportedChannel } from './channels.queries.ts';
import { type Asked, calendarsById } from './counts.queries.ts';
import { waitOf } from './gather.ts';
import { firstClocksOf, type Place, threadPage } from './threads.queries.ts';

const PAGE = 500;

/** One thread of the export: times with their zone, durations in minutes; null where nothing is known. */
export type ThreadLine = Readonly<Record<ThreadColumn, string | number | null>>;
export const threadColumns = [
  'thread',
  'channel',
  'platform',
  'status',
  'reason',
  'opened',
  'language',
  'sentiment',
  'topics',
  'comments',
  'policy',
  'due',
  'answered',
  'clockMinutes',
  'businessMinutes',
  'inTime',
  'resolved',
] as const;
export type ThreadColumn = (typeof threadColumns)[number];

export interface LineContext {
  readonly timeZone: string;
  readonly channels: ReadonlyMap<string, Pick<ReportedChannel, 'name' | 'platform'>>;
}

/** Page by page, as fast as they are taken: however many there are, few are held at once. */
export async function* threadLines(db: Db, asked: Asked, context: LineContext): AsyncGenerator<ThreadLine> {
  const calendars = await calendarsById(db);
  for (let after: Place | null = null; asked.channelIds.length > 0; ) {
    const page: Threads = await threadPage(db, asked, after, PAGE);
    if (page.length === 0) return;
    const clocks = new Map(
      (
        await firstClocksOf(
          db,
          page.map(({ id }) => id),
        )
      )
        .toReversed()
        .map((clock) => [clock.threadId, clock]),
    );
    for (const thread of page) yield lineOf(thread, clocks.get(thread.id), calendars, asked.now, context);
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

type Threads = Awaited<ReturnType<typeof threadPage>>;
type Calendars = ReadonlyMap<string, Calendar>;
type FirstClock = Awaited<ReturnType<typeof firstClocksOf>>[number];

function lineOf(
  thread: Threads[number],
  clock: FirstClock | undefined,
  calendars: Calendars,
  now: Date,
  { timeZone, channels }: LineContext,
): ThreadLine {
  const time = (at: Date | null | undefined) => (at ? zoned(at, timeZone) : null);
  return {
    thread: thread.number,
    channel: channels.get(thread.channelId)?.name ?? null,
    platform: channels.get(thread.channelId)?.platform ?? null,
    status: thread.status,
    reason: thread.resolvedReason,
    opened: time(thread.openedAt),
    language: thread.language,
    sentiment: thread.sentiment,
    topics: thread.topics.join(' '),
    comments: thread.comments,
    policy: clock?.policyName ?? null,
    due: time(clock?.dueAt),
    answered: time(clock?.metAt),
    ...waitColumns(clock, clock && calendars.get(clock.calendarId), now),
    resolved: time(thread.resolvedAt),
  };
}

function waitColumns(clock: FirstClock | undefined, calendar: Calendar | undefined, now: Date) {
  if (!clock || !calendar) return { clockMinutes: null, businessMinutes: null, inTime: null };
  const { clockMinutes, businessMinutes, happened, inTime } = waitOf({ ...clock, calendar }, now);
  const minutes = (value: number) => (happened ? Math.round(value * 10) / 10 : null);
  return {
    clockMinutes: minutes(clockMinutes),
    businessMinutes: minutes(businessMinutes),
    inTime: inTime === null ? null : inTime ? 'yes' : 'no',
  };
}
