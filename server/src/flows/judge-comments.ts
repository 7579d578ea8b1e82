// What people say about one comment: that the machine was wrong, or what the platform shall do with it.
import type { Comment } from '@stammgast/shared/contract/threads';
import type { Sentiment, Topic } from '@stammgast/shared/domain/assessment';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { ChannelError } from '../connectors/connector.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import {
  changeComment,
  channelById,
  commentById,
  commentsOfThread,
  insertCorrections,
} from '../threads/detail.queries.ts';
import { presentComment } from '../threads/present.ts';
import { summaryColumns } from '../threads/rows.ts';
import { summarise } from '../threads/summary.ts';
import { changeThread, commentFacts } from '../threads/threads.queries.ts';
import type { House } from './house.ts';
import { capabilitiesOf, openChannel } from './open-channel.ts';

export interface Correction {
  readonly sentiment?: Exclude<Sentiment, 'unsure'> | undefined;
  readonly topics?: Topic[] | undefined;
}

/** Stores the correction as a labelled example and shows it at once; clocks keep the promise they gave. */
export async function correctComment(
  house: House,
  actor: Actor,
  commentId: string,
  wanted: Correction,
): Promise<Comment> {
  const { comment } = await visibleComment(house, actor, commentId);
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    const examples = (['sentiment', 'topics'] as const).flatMap((field) =>
      wanted[field] === undefined
        ? []
        : [
            {
              id: house.newId(),
              commentId,
              personId: actor.personId,
              field,
              was: comment[field],
              is: wanted[field],
              at: now,
            },
          ],
    );
    if (examples.length === 0) return;
    await tx.dialect.lock(tx, comment.channelId);
    await insertCorrections(tx, examples);
    await changeComment(tx, commentId, {
      ...(wanted.sentiment && { sentiment: wanted.sentiment, confidence: 1 }),
      ...(wanted.topics && { topics: wanted.topics }),
      corrected: true,
    });
    await refreshRow(tx, comment.threadId);
    await record(tx, now, [{ kind: 'comment.corrected', ...about(actor, comment), payload: { commentId } }]);
  });
  return shown(house, comment.threadId, commentId);
}

export type Verdict = 'approve' | 'hold' | 'spam';

/** Asks the platform first; what it did is stored, and the next poll confirms it. */
export async function moderateComment(
  house: House,
  actor: Actor,
  commentId: string,
  verdict: Verdict,
): Promise<Comment> {
  const { comment } = await visibleComment(house, actor, commentId);
  const channel = await channelById(house.database.reader, comment.channelId);
  if (!channel || !capabilitiesOf(house, channel).moderate.includes(verdict))
    throw problem('channel.not_manageable', 422);
  try {
    await openChannel(house, channel)?.moderate?.(comment.externalId, verdict);
  } catch (error) {
    if (error instanceof ChannelError) throw problem(error.code, 502);
    throw error;
  }
  const visibility = verdict === 'approve' ? 'public' : verdict === 'hold' ? 'held' : 'spam';
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, comment.channelId);
    await changeComment(tx, commentId, { visibility });
    await refreshRow(tx, comment.threadId);
    await record(tx, now, [{ kind: 'comment.moderated', ...about(actor, comment), payload: { commentId, verdict } }]);
  });
  return shown(house, comment.threadId, commentId);
}

async function visibleComment(house: House, actor: Actor, commentId: string) {
  const found = await commentById(house.database.reader, commentId);
  if (!found || !sees(actor, found.comment.channelId)) throw notFound();
  return found;
}

async function refreshRow(tx: Db, threadId: string): Promise<void> {
  const summary = summarise(await commentFacts(tx, [threadId]));
  await changeThread(tx, threadId, summaryColumns(summary));
}

async function shown(house: House, threadId: string, commentId: string): Promise<Comment> {
  const found = (await commentsOfThread(house.database.reader, threadId)).find((c) => c.comment.id === commentId);
  if (!found) throw notFound();
  return presentComment(found);
}

const about = (actor: Actor, comment: { channelId: string; threadId: string }) => ({
  channelId: comment.channelId,
  threadId: comment.threadId,
  personId: actor.personId,
});
