import { type EndedClock, elapsedMinutes } from '@stammgast/shared/domain/sla-clock';
import type { Db } from '../storage/database.ts';
import {
  calendarsById,
  clockPage,
  countAnswers,
  countComments,
  countCriticism,
  countPromises,
  countThreads,
  type Parted,
} from './counts.queries.ts';
import type { Entry, Waited } from './entries.ts';

const MINUTE = 60_000;
const PAGE = 2000;

/** All that happened, as a report counts it. However much that is, little of it is held at once. */
export async function* gatherEntries(db: Db, asked: Parted): AsyncGenerator<Entry> {
  if (asked.channelIds.length === 0) return;
  for (const row of await countComments(db, asked)) yield { what: 'comments', ...row };
  for (const row of await countThreads(db, asked, 'openedAt')) yield { what: 'opened', ...row };
  for (const row of await countAnswers(db, asked)) yield { what: 'answered', ...row };
  for (const row of await countThreads(db, asked, 'resolvedAt')) yield { what: 'resolved', ...row };
  for (const row of await countCriticism(db, asked)) yield { what: 'criticised', ...row };
  for (const row of await countPromises(db, asked)) yield { what: 'promised', ...row };
  yield* waits(db, asked);
}

async function* waits(db: Db, asked: Parted): AsyncGenerator<Entry> {
  const calendars = await calendarsById(db);
  for (let after: ClockPage[number] | null = null; ; ) {
    const page: ClockPage = await clockPage(db, asked, after, PAGE);
    for (const { calendarId, part, channelId, trait, ...clock } of page) {
      const calendar = calendars.get(calendarId);
      if (calendar) yield { part, channelId, trait, ...waitOf({ ...clock, calendar }, asked.now) };
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}
type ClockPage = Awaited<ReturnType<typeof clockPage>>;

interface FirstClock extends EndedClock {
  readonly startedAt: Date;
  readonly dueAt: Date;
}

export function waitOf(clock: FirstClock, now: Date): Waited {
  const { startedAt, dueAt, metAt, stoppedAt } = clock;
  const end = metAt ?? stoppedAt ?? now;
  return {
    what: 'waited',
    clockMinutes: Math.max(0, end.getTime() - startedAt.getTime()) / MINUTE,
    businessMinutes: elapsedMinutes(clock, now),
    happened: metAt !== null,
    waits: !metAt && !stoppedAt,
    inTime: end > dueAt ? false : metAt ? true : null,
  };
}
