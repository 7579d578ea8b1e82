// A channel is disconnected: what waited on it for a colleague or for a time waits for nothing any more.
import { changeOf } from '../events/change.ts';
import type { NewFact } from '../events/fact.ts';
import { dismissPromises } from '../promises/promises.queries.ts';
import { decideApproval } from '../replies/approvals.queries.ts';
import { closeGuestLinks } from '../replies/guest-links.queries.ts';
import { waitingReplies } from '../replies/replies.queries.ts';
import { refreshDue } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { withdrawModerations } from '../threads/moderations.queries.ts';
import { moveReply } from './move-reply.ts';
import { factOf } from './notice-promises.ts';

interface Leaving {
  readonly channelId: string;
  readonly personId: string;
  readonly now: Date;
}

/** Texts go back to their writers; requests to hide, links and promises end. Returns the facts to record. */
export async function endWaiting(tx: Db, leaving: Leaving): Promise<NewFact[]> {
  const { channelId, personId, now } = leaving;
  const decided = { decision: 'withdrawn', decidedBy: personId, decidedAt: now } as const;
  const facts: NewFact[] = [];
  for (const reply of await waitingReplies(tx, channelId)) {
    const moved = await moveReply(tx, reply, 'undo', { now, personId });
    await decideApproval(tx, reply.id, decided);
    facts.push(...(moved?.facts ?? []));
  }
  for (const { id, threadId, commentId } of await withdrawModerations(tx, channelId, decided)) {
    const payload = { commentId, moderationId: id, decision: decided.decision };
    const change = changeOf({ moderation: 'waiting' }, { moderation: decided.decision });
    facts.push({ kind: 'moderation.decided', channelId, threadId, personId, payload, change });
  }
  await closeGuestLinks(tx, channelId, now);
  const dismissed = await dismissPromises(tx, channelId, { endedAt: now, endedBy: personId });
  await refreshDue(tx, [...new Set(dismissed.map((promise) => promise.threadId))]);
  return [...facts, ...dismissed.map((promise) => factOf('promise.changed', promise, personId))];
}
