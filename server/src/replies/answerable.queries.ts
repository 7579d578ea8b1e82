import { and, eq, gt, isNull, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

const { placeholder } = sql;

/** What of a comment decides about answers to it. */
export function aboutComment(db: Db) {
  const { externalId, url, removedAt, receivedAt, sentiment, likes, reasons } = db.tables.comments;
  return { externalId, url, removedAt, receivedAt, sentiment, likes, reasons };
}

/** How many answers of ours everybody can read in a thread. */
export const publicReplies = (threadId: SQLWrapper) =>
  sql<number>`(SELECT count(*) FROM replies o WHERE o.thread_id = ${threadId} AND o.state = 'published')`.mapWith(
    Number,
  );

const answerableQuery = preparedOnce((db) => {
  const { threads, channels, comments, authors, posts, people, replies } = db.tables;
  return db
    .select({
      thread: {
        id: threads.id,
        version: threads.version,
        said: threads.said,
        claim: threads.claim,
        assigneeId: threads.assigneeId,
      },
      channel: channels,
      comment: aboutComment(db),
      post: { externalId: posts.externalId, url: posts.url },
      personName: people.name,
      /** The answer that was made with this key, and the one that is on its way for this comment. */
      sameId: replies.id,
      openReplyId: sql<string | null>`(SELECT o.id FROM replies o WHERE o.open_for = ${placeholder('commentId')})`,
      publicReplyId: sql<string | null>`(SELECT o.id FROM replies o WHERE o.thread_id = ${threads.id}
        AND o.comment_id = ${placeholder('commentId')} AND o.state = 'published' ORDER BY o.created_at DESC LIMIT 1)`,
      publicReplies: publicReplies(threads.id),
      authorName: authors.name,
      authorHandle: authors.handle,
      /** A colleague who is writing an answer in this thread at this moment. */
      otherWriterId: sql<string | null>`(SELECT w.person_id FROM presences w WHERE w.thread_id = ${threads.id}
        AND w.level = 'writes' AND w.person_id <> ${placeholder('personId')} AND w.lease_until > ${placeholder('now')}
        LIMIT 1)`,
    })
    .from(threads)
    .innerJoin(channels, eq(channels.id, threads.channelId))
    .leftJoin(comments, and(eq(comments.id, placeholder('commentId')), eq(comments.threadId, threads.id)))
    .leftJoin(authors, eq(authors.id, comments.authorId))
    .leftJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(people, eq(people.id, placeholder('personId')))
    .leftJoin(
      replies,
      and(eq(replies.personId, placeholder('personId')), eq(replies.idempotencyKey, placeholder('idempotencyKey'))),
    )
    .where(eq(threads.id, placeholder('threadId')))
    .prepare('answerable');
});

/** Everything that decides whether a comment can be answered, in one statement. Null: no such thread. */
export async function findAnswerable(
  db: Db,
  key: { threadId: string; commentId: string; personId: string; idempotencyKey: string },
  now: Date,
) {
  const [row] = await answerableQuery(db).execute({ ...key, now: db.dialect.instant(now) });
  return row ?? null;
}
export type Answerable = NonNullable<Awaited<ReturnType<typeof findAnswerable>>>;

/** How much people outside have said, edited or taken back in a thread since a moment. */
export async function countSpokenSince(db: Db, threadId: string, since: Date): Promise<number> {
  const { comments } = db.tables;
  const later = [comments.receivedAt, comments.editedAt, comments.removedAt].map((at) => gt(at, since));
  return db.$count(comments, and(eq(comments.threadId, threadId), eq(comments.own, false), or(...later)));
}

/** What our own account has said in answer to a comment and still stands there. */
export async function ownWordsUnder(db: Db, channelId: string, externalId: string): Promise<string[]> {
  const { comments } = db.tables;
  const rows = await db
    .select({ body: comments.body })
    .from(comments)
    .where(
      and(
        eq(comments.channelId, channelId),
        eq(comments.parentExternalId, externalId),
        eq(comments.own, true),
        isNull(comments.removedAt),
      ),
    );
  return rows.map((row) => row.body);
}
