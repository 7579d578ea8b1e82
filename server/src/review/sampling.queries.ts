import type { SampleReason } from '@stammgast/shared/domain/review/sample-reasons';
import { and, asc, eq, inArray, isNotNull, max, min } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { Candidate } from './judge.ts';

export type StoredSample = Db['tables']['reviewSamples']['$inferSelect'];

/** A resolved thread with what decides about its sampling. */
export interface Resolved extends Candidate {
  readonly threadId: string;
  readonly channelId: string;
  readonly resolvedAt: Date;
  readonly replyId: string | null;
  /** Who answered; without an answer, who took the comment out of sight. */
  readonly authorId: string | null;
}

/** Those of these threads that are resolved, as they stand now. */
export async function resolvedThreads(tx: Db, ids: readonly string[]): Promise<Resolved[]> {
  const { threads } = tx.tables;
  const rows = await tx
    .select({
      threadId: threads.id,
      channelId: threads.channelId,
      resolvedAt: threads.resolvedAt,
      resolvedBy: threads.resolvedBy,
    })
    .from(threads)
    .where(and(inArray(threads.id, [...ids]), eq(threads.status, 'resolved'), isNotNull(threads.resolvedAt)))
    .orderBy(asc(threads.resolvedAt), asc(threads.id));
  const found = rows.map((row) => row.threadId);
  if (found.length === 0) return [];
  const answers = await publicAnswers(tx, found);
  const late = await breachedThreads(tx, found);
  const hidden = await hiddenThreads(tx, found);
  const again = await reopenedThreads(tx, found);
  return rows.flatMap(({ threadId, channelId, resolvedAt, resolvedBy }) => {
    if (!resolvedAt) return [];
    const own = answers.get(threadId) ?? [];
    // What was sent over a warning is what is to be looked at; else the last word.
    const answer = own.find((one) => one.confirmed.length > 0) ?? own.at(-1);
    return {
      ...{ threadId, channelId, resolvedAt, replyId: answer?.id ?? null },
      authorId: answer?.personId ?? hidden.get(threadId) ?? resolvedBy,
      answered: answer !== undefined,
      breached: late.has(threadId),
      warned: own.some((one) => one.confirmed.length > 0),
      reopened: again.has(threadId),
      hidden: hidden.has(threadId),
    };
  });
}

async function publicAnswers(tx: Db, ids: readonly string[]) {
  const { replies } = tx.tables;
  const { id, threadId, personId, confirmed } = replies;
  const rows = await tx
    .select({ id, threadId, personId, confirmed })
    .from(replies)
    .where(and(inArray(threadId, [...ids]), eq(replies.state, 'published')))
    .orderBy(asc(replies.createdAt), asc(id));
  return Map.groupBy(rows, (row) => row.threadId);
}

async function breachedThreads(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { clocks } = tx.tables;
  const rows = await tx
    .selectDistinct({ threadId: clocks.threadId })
    .from(clocks)
    .where(and(inArray(clocks.threadId, [...ids]), isNotNull(clocks.breachedAt)));
  return new Set(rows.map((row) => row.threadId));
}

/** With who asked for it, where that is known. */
async function hiddenThreads(tx: Db, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { comments, moderations } = tx.tables;
  const rows = await tx
    .select({ threadId: comments.threadId, askedBy: max(moderations.requestedBy) })
    .from(comments)
    .leftJoin(moderations, and(eq(moderations.commentId, comments.id), eq(moderations.decision, 'approved')))
    .where(and(inArray(comments.threadId, [...ids]), eq(comments.visibility, 'hidden'), eq(comments.own, false)))
    .groupBy(comments.threadId);
  return new Map(rows.map((row) => [row.threadId, row.askedBy]));
}

/** By a person, or because somebody outside spoke again after the thread had been resolved. */
async function reopenedThreads(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const { events } = tx.tables;
  const rows = await tx
    .select({ threadId: events.threadId, kind: events.kind, first: min(events.seq), last: max(events.seq) })
    .from(events)
    .where(
      and(
        inArray(events.threadId, [...ids]),
        inArray(events.kind, ['thread.resolved', 'thread.reopened', 'comment.received']),
      ),
    )
    .groupBy(events.threadId, events.kind);
  const seqOf = (threadId: string, kind: string) => rows.find((row) => row.threadId === threadId && row.kind === kind);
  return new Set(
    ids.filter((id) => {
      if (seqOf(id, 'thread.reopened')) return true;
      const resolved = seqOf(id, 'thread.resolved')?.first ?? Number.POSITIVE_INFINITY;
      return (seqOf(id, 'comment.received')?.last ?? 0) > resolved;
    }),
  );
}

export async function samplesByKey(tx: Db, keys: readonly string[]): Promise<Map<string, StoredSample>> {
  const { reviewSamples } = tx.tables;
  const rows = await tx
    .select()
    .from(reviewSamples)
    .where(inArray(reviewSamples.key, [...keys]));
  return new Map(rows.map((row) => [row.key, row]));
}

/** Everything that was ever sampled, in the order in which it ended. For the demo only. */
export function allSamples(tx: Db): Promise<StoredSample[]> {
  const { reviewSamples } = tx.tables;
  return tx.select().from(reviewSamples).orderBy(asc(reviewSamples.resolvedAt), asc(reviewSamples.id));
}

export async function insertSamples(tx: Db, rows: readonly StoredSample[]): Promise<void> {
  if (rows.length > 0) await tx.insertMany(tx.tables.reviewSamples, rows);
}

export async function changeReasons(tx: Db, ids: readonly string[], reasons: SampleReason[]): Promise<void> {
  const { reviewSamples } = tx.tables;
  await tx
    .update(reviewSamples)
    .set({ reasons })
    .where(inArray(reviewSamples.id, [...ids]));
}
