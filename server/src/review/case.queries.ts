import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

const MOST_TOLD = 200;

/** Answers of ours that everybody can read, with their authors, oldest first. */
export function answersOf(db: Db, threadId: string) {
  const { replies, people } = db.tables;
  return db
    .select({ reply: replies, personName: people.name })
    .from(replies)
    .leftJoin(people, eq(people.id, replies.personId))
    .where(and(eq(replies.threadId, threadId), eq(replies.state, 'published')))
    .orderBy(asc(replies.createdAt), asc(replies.id))
    .limit(MOST_TOLD);
}

export function clocksOf(db: Db, threadId: string) {
  const { clocks } = db.tables;
  return db.select().from(clocks).where(eq(clocks.threadId, threadId)).limit(MOST_TOLD);
}

export function promisesIn(db: Db, replyId: string) {
  const { promises } = db.tables;
  return db
    .select()
    .from(promises)
    .where(and(eq(promises.replyId, replyId), inArray(promises.state, ['open', 'kept', 'broken'])))
    .orderBy(asc(promises.dueAt), asc(promises.id))
    .limit(MOST_TOLD);
}

/** When somebody was put in charge of a thread, oldest first. */
export async function takings(db: Db, threadId: string): Promise<Date[]> {
  const { events } = db.tables;
  const rows = await db
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.threadId, threadId), inArray(events.kind, ['thread.assigned', 'thread.taken-over'])))
    .orderBy(asc(events.seq))
    .limit(MOST_TOLD);
  return rows.map((row) => row.at);
}

/** The public answers on a channel before a moment, newest first. */
export async function textsBefore(db: Db, channelId: string, before: Date, limit: number): Promise<string[]> {
  const { replies } = db.tables;
  const rows = await db
    .select({ body: replies.body })
    .from(replies)
    .where(and(eq(replies.channelId, channelId), eq(replies.state, 'published'), lt(replies.createdAt, before)))
    .orderBy(desc(replies.createdAt))
    .limit(limit);
  return rows.map((row) => row.body);
}
