import { type EndedClock, elapsedMinutes } from '@stammgast/shared/domain/sla-clock';
import type { Db } from '../storage/database.ts';
import {
  type Asked,
  calendarsById,
  countAnswers,
  countComments,
  countThreads,
  criticism,
  duePromises,
  firstClocks,
} from './counts.queries.ts';
import type { Entry, Waited } from './entries.ts';

const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const WEEK = 7 * 1440 * MINUTE;

type Counted = { quarter: number; channelId: string; trait: string | null; count: number };
type CountedKind = 'comments' | 'opened' | 'answered' | 'resolved';

/** Everything that happened in the period, in the form in which a report counts it. */
export async function gatherEntries(db: Db, asked: Asked): Promise<Entry[]> {
  if (asked.channelIds.length === 0) return [];
  const counted = async (what: CountedKind, rows: PromiseLike<Counted[]>) =>
    (await rows).map(({ quarter, ...row }): Entry => ({ ...row, at: quarter * QUARTER_HOUR, what }));
  const calendars = await calendarsById(db);
  return [
    ...(await counted('comments', countComments(db, asked))),
    ...(await counted('opened', countThreads(db, asked, 'openedAt'))),
    ...(await counted('answered', countAnswers(db, asked))),
    ...(await counted('resolved', countThreads(db, asked, 'resolvedAt'))),
    ...(await firstClocks(db, asked)).flatMap(({ calendarId, ...clock }): Entry[] => {
      const calendar = calendars.get(calendarId);
      const { startedAt, channelId, trait } = clock;
      if (!calendar) return [];
      return [{ at: startedAt.getTime(), channelId, trait, ...waitOf({ ...clock, calendar }, asked.now) }];
    }),
    ...(await criticism(db, asked, new Date(asked.now.getTime() - WEEK))).map(
      ({ at, channelId, trait, replied, saidByHand }): Entry => ({
        at: at.getTime(),
        channelId,
        trait,
        what: 'criticised',
        good: [replied, saidByHand].some((answer) => answer && answer.getTime() - at.getTime() <= WEEK),
      }),
    ),
    ...(await duePromises(db, asked)).map(
      ({ at, channelId, trait, state }): Entry => ({
        at: at.getTime(),
        channelId,
        trait,
        what: 'promised',
        good: state === 'kept',
      }),
    ),
  ];
}

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
