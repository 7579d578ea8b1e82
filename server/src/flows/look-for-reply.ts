// The job that looks for an answer which may be public or not, until the platform has certainly shown what it has.
import { record } from '../events/record.ts';
import { finish, type Job, postpone, prolong } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { findOutgoing } from '../replies/replies.queries.ts';
import { recordTaken } from './conclude-reply.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { CALL_MS, lookForReply } from './send-reply.ts';

/** In the settle window platforms may still be hiding it. */
const SETTLE_MS = 90_000;
/** After losing sight of it. Those after the window are for a platform that stumbled: three minutes are long enough. */
const LOOKS_MS = [2000, 10_000, 30_000, 60_000, SETTLE_MS, 105_000, 120_000, 150_000, 180_000];
const READINGS = 2;
/** After the settle window only a second reading may be missing. */
const NEXT_READING_MS = 10_000;
/** A platform that cannot be asked is asked again at this pace, and after that only when a person wants it. */
const PAUSE_MS = 60_000;
const GIVE_UP_MS = 24 * 60 * 60_000;
/** Short, since reading twice does no harm: when a worker dies, another one looks soon, and a person is told in time. */
const LEASE_MS = CALL_MS + 5000;

export function lookForUnconfirmed(house: House): Handler {
  return async (job) => {
    const replyId = String(job.payload.replyId);
    const outgoing = await house.database.transaction(async (tx) => {
      await prolong(tx, job, house.clock.now(), LEASE_MS);
      return findOutgoing(tx, replyId);
    });
    if (outgoing?.reply.state !== 'unconfirmed') return;
    const seen = await lookForReply(house, outgoing);
    if (seen?.is === 'taken') return recordTaken(house, job, replyId, seen);
    if (seen?.is === 'absent') return recordAbsent(house, job, replyId);
    if (seen) return lookLater(house, job, seen.detail);
  };
}

async function recordAbsent(house: House, job: Job, replyId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const { since, absent } = readings(job);
    const reply = (await findOutgoing(tx, replyId))?.reply;
    if (reply?.state !== 'unconfirmed') return finish(tx, job);
    if (absent + 1 < READINGS || now.getTime() - since < SETTLE_MS) {
      return postpone(tx, job, nextLook(since, now, NEXT_READING_MS), null, { ...job.payload, absent: absent + 1 });
    }
    const why = { failureKind: 'absent', failureDetail: 'not found on the platform' } as const;
    const moved = await moveReply(tx, reply, 'found-absent', { now, personId: null }, why);
    await finish(tx, job);
    if (moved) await record(tx, now, moved.facts);
  });
}

async function lookLater(house: House, job: Job, detail: string): Promise<void> {
  await house.database.transaction((tx) => {
    const now = house.clock.now();
    const { since } = readings(job);
    if (now.getTime() - since > GIVE_UP_MS) return finish(tx, job);
    return postpone(tx, job, nextLook(since, now, PAUSE_MS), detail);
  });
}

const readings = ({ payload }: Job) => ({ since: Number(payload.since), absent: Number(payload.absent) });

function nextLook(since: number, now: Date, pauseMs: number): Date {
  const next = LOOKS_MS.map((ms) => since + ms).find((at) => at > now.getTime());
  return new Date(next ?? now.getTime() + pauseMs);
}
