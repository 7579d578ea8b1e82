import type { QueueFilter } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { queryWords } from '../text/stems.ts';

export interface QueuePosition {
  readonly queueAt: Date;
  readonly id: string;
}

/** Matches that are weighed for relevance: the newest of them, so that common words stay fast. */
const WEIGHED = 300;

function columns(db: Db) {
  const { threads, channels, authors } = db.tables;
  return {
    thread: threads,
    platform: channels.platform,
    channelName: channels.name,
    author: { id: authors.id, name: authors.name, handle: authors.handle, url: authors.url, own: authors.own },
  };
}
export type QueueRecord = Awaited<ReturnType<typeof rowsById>>[number];

function rows(db: Db) {
  const { threads, channels, authors } = db.tables;
  return db
    .select(columns(db))
    .from(threads)
    .innerJoin(channels, eq(channels.id, threads.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId));
}

/** Rows by thread id, as the actor may see them. No actor: for facts, which are sorted by channel afterwards. */
export function rowsById(db: Db, ids: readonly string[], actor?: Actor) {
  const { threads } = db.tables;
  return rows(db).where(and(inArray(threads.id, [...ids]), actor && visible(db, actor)));
}

/** One page of the queue in the order of due times, after a position. */
export function queuePage(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  now: Date,
  after: QueuePosition | null,
  limit: number,
) {
  const { threads } = db.tables;
  const backwards = filter.state === 'resolved' || filter.state === 'all';
  // Row values let both engines walk the index from the position on.
  const position = after && sql`(${threads.queueAt}, ${threads.id}) > (${param(db, after.queueAt)}, ${after.id})`;
  const newest = after && sql`(${threads.lastActivityAt}, ${threads.id}) < (${param(db, after.queueAt)}, ${after.id})`;
  return rows(db)
    .where(and(filterBy(db, actor, filter, now), (backwards ? newest : position) ?? undefined))
    .orderBy(
      ...(backwards ? [desc(threads.lastActivityAt), desc(threads.id)] : [asc(threads.queueAt), asc(threads.id)]),
    )
    .limit(limit);
}

/** SQLite keeps instants as milliseconds; the builder converts columns, but not parameters of hand-written parts. */
const param = (db: Db, at: Date) => (db.dialect.name === 'sqlite' ? at.getTime() : at);

/** The threads in which all words occur in one comment, best match first. */
export async function searchQueue(db: Db, actor: Actor, filter: QueueFilter, now: Date, limit: number) {
  const words = queryWords(filter.text ?? '');
  if (words.length === 0) return [];
  const { comments, threads } = db.tables;
  const newest = db
    .select({ threadId: comments.threadId, rank: sql<number>`${db.dialect.rank(words)}`.as('rank') })
    .from(comments)
    .where(and(db.dialect.matches(words), visibleChannel(comments.channelId, actor)))
    .orderBy(desc(comments.seq))
    .limit(WEIGHED)
    .as('newest');
  const best = db
    .select({ threadId: newest.threadId, rank: sql<number>`min(${newest.rank})`.as('best') })
    .from(newest)
    .groupBy(newest.threadId)
    .as('best');
  const { channels, authors } = db.tables;
  return db
    .select(columns(db))
    .from(best)
    .innerJoin(threads, eq(threads.id, best.threadId))
    .innerJoin(channels, eq(channels.id, threads.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId))
    .where(filterBy(db, actor, filter, now))
    .orderBy(asc(best.rank), desc(threads.lastActivityAt), asc(threads.id))
    .limit(limit);
}

function filterBy(db: Db, actor: Actor, filter: QueueFilter, now: Date): SQL | undefined {
  const { threads } = db.tables;
  return and(
    visible(db, actor),
    stateIs(db, filter.state, now),
    filter.channel === undefined ? undefined : eq(threads.channelId, filter.channel),
    filter.sentiment === undefined ? undefined : eq(threads.sentiment, filter.sentiment),
    assigneeIs(db, actor, filter.assignee),
  );
}

const visible = (db: Db, actor: Actor): SQL | undefined => visibleChannel(db.tables.threads.channelId, actor);

function visibleChannel(
  column: Db['tables']['threads']['channelId'] | Db['tables']['comments']['channelId'],
  actor: Actor,
) {
  if (actor.channels === 'all') return undefined;
  return actor.channels.length === 0 ? sql`1 = 0` : inArray(column, [...actor.channels]);
}

const attention = ['failed', 'unconfirmed', 'by-hand'] as const;

function stateIs(db: Db, state: QueueFilter['state'], now: Date): SQL | undefined {
  const { threads } = db.tables;
  switch (state) {
    case 'open':
    case 'waiting':
    case 'resolved':
      return eq(threads.status, state);
    case 'soon':
      return and(inArray(threads.status, ['open', 'waiting']), lte(threads.soonAt, now), gt(threads.queueAt, now));
    case 'overdue':
      return and(inArray(threads.status, ['open', 'waiting']), lte(threads.queueAt, now), isNotNull(threads.dueAt));
    case 'attention':
      return inArray(threads.replyState, [...attention]);
    case 'all':
      return undefined;
  }
}

function assigneeIs(db: Db, actor: Actor, assignee: string | undefined): SQL | undefined {
  const { threads } = db.tables;
  if (assignee === undefined) return undefined;
  if (assignee === 'none') return isNull(threads.assigneeId);
  return eq(threads.assigneeId, assignee === 'me' ? actor.personId : assignee);
}

/** Counts up to a limit, so that a large house does not wait for a number that nobody reads. */
export async function countQueue(db: Db, actor: Actor, filter: QueueFilter, now: Date, limit: number): Promise<number> {
  const { threads } = db.tables;
  const some = db
    .select({ id: threads.id })
    .from(threads)
    .where(filterBy(db, actor, filter, now))
    .limit(limit)
    .as('some');
  const [row] = await db.select({ n: count() }).from(some);
  return row?.n ?? 0;
}

/** Other threads of the same author, newest first. */
export function threadsOfAuthor(db: Db, actor: Actor, authorId: string, except: string, limit: number) {
  const { threads } = db.tables;
  return rows(db)
    .where(and(eq(threads.authorId, authorId), visible(db, actor), ne(threads.id, except)))
    .orderBy(desc(threads.openedAt), desc(threads.id))
    .limit(limit);
}

export async function countThreadsOfAuthor(db: Db, actor: Actor, authorId: string): Promise<number> {
  const { threads } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(threads)
    .where(and(eq(threads.authorId, authorId), visible(db, actor)));
  return row?.n ?? 0;
}
