// The job that publishes an answer. It is claimed durably before the request; afterwards there is no blind second one.
import { sameText } from '@stammgast/shared/domain/same-text';
import { reasonOf } from '../config/log.ts';
import { record } from '../events/record.ts';
import { finish, type Job, LostLeaseError, postpone, prolong } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { findOutgoing, givenUpClaims, type Outgoing, type ReplyRow } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { worksOn } from '../threads/detail.queries.ts';
import { loseSight, recordFailure, recordTaken, refuseQueued } from './conclude-reply.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { CALL_MS, sendReply } from './send-reply.ts';

/** A look and a request fit into it, with room to spare. */
const LEASE_MS = 3 * CALL_MS;
/** How soon an answer notices that its channel goes on. */
const PAUSED_MS = 15_000;

interface Claimed {
  readonly outgoing: Outgoing;
  readonly leaseUntil: number;
}

/** Sooner than the worker gives the job up: by then the answer must say so. */
const MOST_TROUBLES = 10;

export function publishReply(house: House): Handler {
  return async (job) => {
    try {
      await publishOnce(house, job);
    } catch (error) {
      if (error instanceof LostLeaseError || job.attempts < MOST_TROUBLES) throw error;
      house.log.error({ job: job.uniqueKey, error: reasonOf(error) }, 'an answer was given up');
      await giveUp(house, job);
    }
  };
}

async function publishOnce(house: House, job: Job): Promise<void> {
  const replyId = String(job.payload.replyId);
  const claimed = await house.database.transaction((tx) => claimReply(house, tx, job, replyId));
  if (!claimed) return;
  const mayStillSend = () => house.clock.now().getTime() + CALL_MS <= claimed.leaseUntil;
  const sent = await sendReply(house, claimed.outgoing, mayStillSend);
  if (sent.is === 'taken') return recordTaken(house, job, replyId, sent);
  house.log.warn({ replyId, kind: sent.kind, detail: sent.detail }, 'answer not published');
  return recordFailure(house, job, replyId, sent);
}

/** Something of our own is broken: people must see that, and not an answer that seems to be on its way for ever. */
async function giveUp(house: House, job: Job): Promise<void> {
  await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const reply = (await findOutgoing(tx, String(job.payload.replyId)))?.reply;
    if (reply?.state === 'publishing') return loseSight(tx, job, reply, now);
    const why = { failureKind: 'retry', failureDetail: 'internal error, see the log' } as const;
    const moved = reply?.state === 'queued' && (await moveReply(tx, reply, 'fail', { now, personId: null }, why));
    await finish(tx, job);
    if (moved) await record(tx, now, moved.facts);
  });
}

/** Null when there is nothing to send: then the job has ended in this transaction. Throws LostLeaseError. */
async function claimReply(house: House, tx: Db, job: Job, replyId: string): Promise<Claimed | null> {
  const now = house.clock.now();
  const outgoing = await findOutgoing(tx, replyId);
  if (outgoing?.reply.state === 'publishing') {
    await loseSight(tx, job, outgoing.reply, now);
    return null;
  }
  if (outgoing?.reply.state !== 'queued') {
    await finish(tx, job);
    return null;
  }
  const refusal = await reasonToRefuse(tx, outgoing);
  if (refusal) {
    await refuseQueued(tx, job, outgoing.reply, now, refusal);
    return null;
  }
  if (outgoing.channel.state === 'paused') {
    // It stays queued, so its author can still take it back.
    await postpone(tx, job, new Date(now.getTime() + PAUSED_MS), 'the channel is paused');
    return null;
  }
  await prolong(tx, job, now, LEASE_MS);
  const { reply } = outgoing;
  const moved = await moveReply(
    tx,
    reply,
    'claim',
    { now, personId: null },
    {
      claimedAt: reply.claimedAt ?? (await claimOfSameWords(tx, reply)) ?? now,
      attempts: reply.attempts + 1,
    },
  );
  if (!moved) return null;
  await record(tx, now, moved.facts);
  return { outgoing: { ...outgoing, reply: moved.reply }, leaseUntil: now.getTime() + LEASE_MS };
}

/** Somebody gave an answer up and writes it again: the first may still appear, and must then be found. */
async function claimOfSameWords(tx: Db, reply: ReplyRow): Promise<Date | null> {
  const earlier = await givenUpClaims(tx, reply);
  return earlier.find(({ body }) => sameText(body, reply.body))?.claimedAt ?? null;
}

/** What changed while the answer was held, or between two attempts. */
async function reasonToRefuse(tx: Db, { comment, reply, channel, personActive }: Outgoing): Promise<string | null> {
  if (comment.removedAt) return 'the comment was removed';
  // Whoever has left the house, or the channel, does not speak for it any more.
  if (personActive === false) return 'the account of the author was closed';
  const belongs = personActive === null || (await worksOn(tx, reply.personId, channel.id));
  return belongs ? null : 'the author does not belong to the channel any more';
}
