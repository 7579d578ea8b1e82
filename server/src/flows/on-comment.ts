// One comment that somebody works on: may they see it, what is it at this moment, how does it look afterwards.
import type { Comment } from '@stammgast/shared/contract/threads';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { notFound } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { commentById, parentIdOf } from '../threads/detail.queries.ts';
import { presentComment } from '../threads/present.ts';
import type { House } from './house.ts';

export type StoredComment = Awaited<ReturnType<typeof visibleComment>>;

export async function visibleComment(db: Db, actor: Actor, commentId: string) {
  const found = await commentById(db, commentId);
  if (!found || !sees(actor, found.comment.channelId)) throw notFound();
  return found.comment;
}

/** Changes a comment as it is now: meanwhile it may have been edited or its thread may have become part of another. */
export async function onComment(
  house: House,
  actor: Actor,
  commentId: string,
  work: (tx: Db, comment: StoredComment, now: Date) => Promise<void>,
): Promise<void> {
  await house.database.transaction(async (tx) => {
    const { channelId } = await visibleComment(tx, actor, commentId);
    await tx.dialect.lock(tx, channelId);
    const comment = await visibleComment(tx, actor, commentId);
    await work(tx, comment, house.clock.now());
  });
}

export async function shownComment({ database: { reader } }: House, commentId: string): Promise<Comment> {
  const found = await commentById(reader, commentId);
  if (!found) throw notFound();
  return presentComment({ ...found, parentId: await parentIdOf(reader, found.comment) });
}

export const aboutComment = (actor: Actor, comment: { channelId: string; threadId: string }) => ({
  channelId: comment.channelId,
  threadId: comment.threadId,
  personId: actor.personId,
});
