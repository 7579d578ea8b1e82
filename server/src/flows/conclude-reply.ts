// What became of an attempt to publish or to look, written down: the answer, its thread and the job in one transaction.
import type { ReplyStep } from '@stammgast/shared/domain/reply-status';
import type { Published } from '../connectors/connector.ts';
import { record } from '../events/record.ts';
import { cancel, finish, type Job, LostLeaseError, postpone, schedule } from '../jobs/jobs.queries.ts';
import { findOutgoing, type NewReply, type ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { type Moved, moveReply } from './move-reply.ts';
import { lookJob, publishKey } from './reply-jobs.ts';
import type { Failure } from './send-reply.ts';

const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const FIRST_LOOK_MS = 2000;

/** Proof that the platform has the answer. Counts from whoever brings it, even from a worker that lost its lease. */
export async function recordTaken(
  house: House,
  job: Job,
  replyId: string,
  taken: { published: Published; seen: boolean },
): Promise<void> {
  const write = async (tx: Db, end: () => Promise<void>) => {
    const reply = (await findOutgoing(tx, replyId))?.reply;
    const moved = reply && (await moveByProof(house, tx, reply, taken));
    await end();
    if (moved) await record(tx, house.clock.now(), moved.facts);
  };
  try {
    await house.database.transaction((tx) => write(tx, () => finish(tx, job)));
  } catch (error) {
    if (!(error instanceof LostLeaseError)) throw error;
    await house.database.transaction((tx) => write(tx, () => cancel(tx, publishKey(replyId))));
  }
}

/** Confirms or accepts an answer that the platform shows. Null when that is known already. */
export function moveByProof(
  house: House,
  tx: Db,
  reply: ReplyRow,
  { published, seen }: { published: Published; seen: boolean },
): Promise<Moved | null> {
  const now = house.clock.now();
  const { externalId, url } = published;
  const by = { now, personId: reply.personId };
  if (published.state === 'accepted') return moveReply(tx, reply, 'accept', by, { externalId, url });
  // It stood there before we looked; with one attempt we know since when.
  const publishedAt = seen && reply.attempts === 1 && reply.claimedAt ? reply.claimedAt : now;
  return moveReply(tx, reply, 'confirm', by, { externalId, url, publishedAt });
}

/** An attempt to send that did not end well. */
export async function recordFailure(house: House, job: Job, replyId: string, failure: Failure): Promise<void> {
  await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const reply = (await findOutgoing(tx, replyId))?.reply;
    // Meanwhile the platform has shown it to us.
    if (reply?.state !== 'publishing') return finish(tx, job);
    const step = stepAfter(failure, reply);
    const moved = await moveReply(tx, reply, step, byHouse(now), because(failure));
    if (step === 'retry') await postpone(tx, job, nextTry(now, reply.attempts, failure), failure.detail);
    else await finish(tx, job);
    if (step === 'lose-sight') await scheduleLook(tx, reply, now);
    if (moved) await record(tx, now, moved.facts);
  });
}

function stepAfter({ kind }: Failure, { attempts }: ReplyRow): ReplyStep {
  if (kind === 'unconfirmed') return 'lose-sight';
  return kind === 'retry' && attempts < MOST_ATTEMPTS ? 'retry' : 'fail';
}

/** An answer that must not be sent at all, found before anything was. */
export async function refuseQueued(tx: Db, job: Job, reply: ReplyRow, now: Date, detail: string): Promise<void> {
  const moved = await moveReply(tx, reply, 'fail', byHouse(now), { failureKind: 'rejected', failureDetail: detail });
  await finish(tx, job);
  if (moved) await record(tx, now, moved.facts);
}

/** The worker that claimed the answer is gone: nobody knows whether its request went out. */
export async function loseSight(tx: Db, job: Job, reply: ReplyRow, now: Date): Promise<void> {
  const why = { failureKind: 'unconfirmed', failureDetail: 'interrupted while publishing' } as const;
  const moved = await moveReply(tx, reply, 'lose-sight', byHouse(now), why);
  await finish(tx, job);
  await scheduleLook(tx, reply, now);
  if (moved) await record(tx, now, moved.facts);
}

const byHouse = (now: Date) => ({ now, personId: null });

const because = (failure: Failure): Partial<NewReply> => ({ failureKind: failure.kind, failureDetail: failure.detail });

async function scheduleLook(tx: Db, reply: ReplyRow, now: Date): Promise<void> {
  const look = lookJob(reply, now, new Date(now.getTime() + FIRST_LOOK_MS));
  // What earlier looks have read says nothing about this attempt: its settle window begins now.
  await cancel(tx, look.uniqueKey);
  await schedule(tx, look);
}

function nextTry(now: Date, attempts: number, { retryAfterMs }: Failure): Date {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(attempts - 1, 0), LONGEST_PAUSE_MS);
  return new Date(now.getTime() + Math.max(pause, retryAfterMs ?? 0));
}
