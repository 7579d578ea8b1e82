import { and, asc, between, desc, eq, gt, gte, inArray, lt, min, ne, or } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

const MOST_TOLD = 200;

/** Answers of ours that everybody can read, with their authors, oldest first: of very many those around this one. */
export async function answersAround(db: Db, threadId: string, replyId: string | null) {
  const { replies, people } = db.tables;
  const { createdAt, id } = replies;
  const published = and(eq(replies.threadId, threadId), eq(replies.state, 'published'));
  const told = () =>
    db
      .select({ reply: replies, personName: people.name })
      .from(replies)
      .leftJoin(people, eq(people.id, replies.personId));
  const [looked] = replyId === null ? [] : await told().where(and(published, eq(id, replyId)));
  if (!looked) return told().where(published).orderBy(asc(createdAt), asc(id)).limit(MOST_TOLD);
  const { reply } = looked;
  const earlier = or(lt(createdAt, reply.createdAt), and(eq(createdAt, reply.createdAt), lt(id, reply.id)));
  const later = or(gt(createdAt, reply.createdAt), and(eq(createdAt, reply.createdAt), gt(id, reply.id)));
  const [before, after] = await Promise.all([
    told()
      .where(and(published, earlier))
      .orderBy(desc(createdAt), desc(id))
      .limit(MOST_TOLD / 2),
    told()
      .where(and(published, later))
      .orderBy(asc(createdAt), asc(id))
      .limit(MOST_TOLD / 2),
  ]);
  return [...before.toReversed(), looked, ...after];
}

/** Everybody who has answered in a thread, however often, and since when: whom what was said may give away. */
export function answerersOf(db: Db, threadId: string) {
  const { replies, people } = db.tables;
  return db
    .select({ guestName: replies.guestName, personName: people.name, since: min(replies.createdAt) })
    .from(replies)
    .leftJoin(people, eq(people.id, replies.personId))
    .where(and(eq(replies.threadId, threadId), eq(replies.state, 'published')))
    .groupBy(replies.guestName, people.name);
}

/** An answer meets its clock when the platform has it, which may be known a little later. */
const SAME_MS = 10 * 60_000;

/** The clock that an answer of this moment has met. */
export async function clockMet(db: Db, threadId: string, answered: Date) {
  const { clocks } = db.tables;
  const [from, to] = [-SAME_MS, SAME_MS].map((ms) => new Date(answered.getTime() + ms)) as [Date, Date];
  const [row] = await db
    .select({ breachedAt: clocks.breachedAt })
    .from(clocks)
    .where(and(eq(clocks.threadId, threadId), ne(clocks.kind, 'resolution'), between(clocks.metAt, from, to)))
    .orderBy(asc(clocks.startedAt), asc(clocks.id))
    .limit(1);
  return row ?? null;
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

/** When somebody was first put in charge of a thread from a moment on. */
export async function takenAfter(db: Db, threadId: string, from: Date): Promise<Date | null> {
  const { events } = db.tables;
  const [row] = await db
    .select({ at: events.at })
    .from(events)
    .where(
      and(
        eq(events.threadId, threadId),
        inArray(events.kind, ['thread.assigned', 'thread.taken-over']),
        gte(events.at, from),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(1);
  return row?.at ?? null;
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
