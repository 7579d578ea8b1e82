// Answers that an outside system fetches from us, publishes, and reports back.
import { connectedChannel } from '../channels/channels.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { cancel } from '../jobs/jobs.queries.ts';
import { findOutgoing, type ReplyRow, repliesAwaitingFetch, saveReply } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import { moveByProof } from './conclude-reply.ts';
import type { House } from './house.ts';
import { moveReply } from './move-reply.ts';
import { publishKey } from './reply-jobs.ts';

/** Oldest first; they are offered until they are confirmed or refused. Throws 503 while the channel is paused. */
export async function repliesToFetch(house: House, channelId: string, limit: number) {
  const channel = await connectedChannel(house.database.reader, channelId);
  // As when it pushes: nothing goes out of a paused channel.
  if (channel?.state === 'paused') throw problem('server.busy', 503);
  const rows = await repliesAwaitingFetch(house.database.reader, channelId, limit);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** The system says that it has published the answer. Saying it twice changes nothing. */
export async function confirmFetched(
  house: House,
  channelId: string,
  replyId: string,
  at: { externalId: string; url: string | null },
): Promise<void> {
  await house.database.transaction(async (tx) => {
    const reply = await handedOver(tx, channelId, replyId);
    if (reply.state === 'published') {
      if (reply.externalId === null) await saveReply(tx, reply, { ...at, url: at.url ?? reply.url });
      return;
    }
    const moved = await moveByProof(house, tx, reply, { published: { state: 'published', ...at }, seen: false });
    await cancel(tx, publishKey(replyId));
    if (moved) await record(tx, house.clock.now(), byToken(moved.facts));
  });
}

/** The system says that it could not publish the answer. */
export async function refuseFetched(house: House, channelId: string, replyId: string, reason: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const reply = await handedOver(tx, channelId, replyId);
    const why = { failureKind: 'rejected', failureDetail: reason } as const;
    const moved = await moveReply(tx, reply, 'fail', { now, personId: null }, why);
    if (moved) await record(tx, now, byToken(moved.facts));
  });
}

/** Whoever wrote it, the system with the channel's token says what became of it. */
const byToken = (facts: readonly NewFact[]): NewFact[] =>
  facts.map((fact) => ({ ...fact, payload: { ...fact.payload, by: 'token' } }));

/** An answer of this channel that the other side can know of; a held one can still be taken back. */
async function handedOver(tx: Db, channelId: string, replyId: string): Promise<ReplyRow> {
  const reply = (await findOutgoing(tx, replyId))?.reply;
  const known = reply?.channelId === channelId && reply.claimedAt !== null && reply.state !== 'draft';
  if (!reply || !known) throw notFound();
  return reply;
}
