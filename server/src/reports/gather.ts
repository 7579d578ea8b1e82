import { elapsedMinutes } from '@stammgast/shared/domain/sla-clock';
import type { Db } from '../storage/database.ts';
import { type Asked, countComments, countThreads, criticism, duePromises, firstClocks } from './counts.queries.ts';
import type { Entry, Waited } from './entries.ts';

const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const WEEK = 7 * 1440 * MINUTE;

type Counted = { quarter: number; channelId: string; trait: string | null; count: number };

/** Everything that happened in the period, in the form in which a report counts it. */
export async function gatherEntries(db: Db, asked: Asked): Promise<Entry[]> {
  if (asked.channelIds.length === 0) return [];
  const counted = async (what: 'comments' | 'opened' | 'resolved', rows: PromiseLike<Counted[]>) =>
    (await rows).map(({ quarter, ...row }): Entry => ({ ...row, at: quarter * QUARTER_HOUR, what }));
  const answered = await firstClocks(db, asked, 'metAt');
  return [
    ...(await counted('comments', countComments(db, asked))),
    ...(await counted('opened', countThreads(db, asked, 'openedAt'))),
    ...(await counted('resolved', countThreads(db, asked, 'resolvedAt'))),
    ...answered.flatMap(({ metAt, channelId, trait }): Entry[] =>
      metAt ? [{ at: metAt.getTime(), channelId, trait, what: 'answered', count: 1 }] : [],
    ),
    ...(await firstClocks(db, asked, 'startedAt')).map(
      (clock): Entry => ({
        at: clock.startedAt.getTime(),
        channelId: clock.channelId,
        trait: clock.trait,
        ...waitOf(clock, asked.now),
      }),
    ),
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

type FirstClock = Awaited<ReturnType<typeof firstClocks>>[number];

export function waitOf(clock: Omit<FirstClock, 'channelId' | 'trait'>, now: Date): Waited {
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
