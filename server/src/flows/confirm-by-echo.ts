// Platforms bring our own answers back as comments. That is the best proof that they are public.
import type { NewFact } from '../events/fact.ts';
import { cancel } from '../jobs/jobs.queries.ts';
import { answerOfEcho, type Echo } from '../replies/echo.ts';
import { echoCandidates, type ReplyRow, saveReply } from '../replies/replies.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import { type Moved, moveReply } from './move-reply.ts';
import { publishKey } from './reply-jobs.ts';

export interface OwnComment extends Echo {
  readonly channelId: string;
  readonly parentExternalId: string | null;
  readonly url: string | null;
  readonly visibility: 'public' | 'held' | 'spam' | 'hidden';
}

/**
 * Null: the comment is none of our answers and is to be stored as a comment. Otherwise the answer's id, and the facts
 * that the caller records last in its transaction.
 */
export async function confirmByEcho(
  house: House,
  tx: Db,
  own: OwnComment,
): Promise<{ readonly replyId: string; readonly facts: readonly NewFact[] } | null> {
  const reply = answerOfEcho(own, await echoCandidates(tx, own));
  if (!reply) return null;
  const moved = await move(house, tx, reply, own);
  // It may have been waiting for another attempt.
  if (moved) await cancel(tx, publishKey(reply.id));
  return { replyId: reply.id, facts: moved?.facts ?? [] };
}

async function move(house: House, tx: Db, reply: ReplyRow, own: OwnComment): Promise<Moved | null> {
  const now = house.clock.now();
  const by = { now, personId: reply.personId };
  const place = { externalId: own.externalId, url: own.url ?? reply.url };
  if (own.visibility === 'public') {
    const publishedAt = between(reply.claimedAt ?? reply.createdAt, own.postedAt, now);
    const moved = await moveReply(tx, reply, 'confirm', by, { ...place, publishedAt });
    if (moved) return moved;
  } else {
    const moved = await moveReply(tx, reply, 'accept', by, place);
    if (moved) return moved;
  }
  const news = reply.externalId === null || (reply.url === null && own.url !== null);
  if (news) await saveReply(tx, reply, place);
  return null;
}

const between = (from: Date, at: Date, to: Date): Date =>
  new Date(Math.min(Math.max(at.getTime(), from.getTime()), to.getTime()));
