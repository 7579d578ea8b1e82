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
import { nothingPlaced } from './place-comments.ts';
import { refreshThreads } from './refresh-threads.ts';

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
  const threadId = await onComment(house, actor, commentId, async (tx, comment, now) => {
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
    await insertCorrections(tx, examples);
    await changeComment(tx, commentId, {
      ...(wanted.sentiment && { sentiment: wanted.sentiment, confidence: 1 }),
      ...(wanted.topics && { topics: wanted.topics }),
      corrected: true,
    });
    const summary = summarise(await commentFacts(tx, [comment.threadId]));
    await changeThread(tx, comment.threadId, summaryColumns(summary));
    await record(tx, now, [{ kind: 'comment.corrected', ...about(actor, comment), payload: { commentId } }]);
  });
  return shown(house, threadId, commentId);
}

export type Verdict = 'approve' | 'hold' | 'spam';

/** Asks the platform first; what it did counts here at once: spam is no work, and what is released waits for us. */
export async function moderateComment(
  house: House,
  actor: Actor,
  commentId: string,
  verdict: Verdict,
): Promise<Comment> {
  const comment = await visibleComment(house.database.reader, actor, commentId);
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
  const threadId = await onComment(house, actor, commentId, async (tx, { channelId, threadId: amended }, now) => {
    await changeComment(tx, commentId, { visibility });
    await refreshThreads(house, tx, { channelId, placed: nothingPlaced, amended: [amended], history: false, now });
    await record(tx, now, [
      { kind: 'comment.moderated', ...about(actor, { channelId, threadId: amended }), payload: { commentId, verdict } },
    ]);
  });
  return shown(house, threadId, commentId);
}

type CommentRow = Awaited<ReturnType<typeof visibleComment>>;

async function visibleComment(db: Db, actor: Actor, commentId: string) {
  const found = await commentById(db, commentId);
  if (!found || !sees(actor, found.comment.channelId)) throw notFound();
  return found.comment;
}

/** Changes a comment as it is now: meanwhile it may have been edited or its thread may have become part of another. */
async function onComment(
  house: House,
  actor: Actor,
  commentId: string,
  work: (tx: Db, comment: CommentRow, now: Date) => Promise<void>,
): Promise<string> {
  return house.database.transaction(async (tx) => {
    const { channelId } = await visibleComment(tx, actor, commentId);
    await tx.dialect.lock(tx, channelId);
    const comment = await visibleComment(tx, actor, commentId);
    await work(tx, comment, house.clock.now());
    return comment.threadId;
  });
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
