import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, count, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedByShape, preparedOnce } from '../storage/prepared.ts';
import type { Condition } from './condition.queries.ts';
import type { Wanted } from './search.queries.ts';

export interface QueuePosition {
  readonly at: Date;
  readonly id: string;
}

/** Matches that are weighed for relevance: the newest of them, so that common words stay fast. */
const WEIGHED = 300;
/** Words that more comments hold are common: it is quicker to look into the threads than to go through the matches. */
const COMMON = 5000;

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

/** One page of a list in its order, after a position. */
export function queuePage(db: Db, wanted: Weighed, after: QueuePosition | null, limit: number): Promise<QueueRecord[]> {
  const query = pages(db, `${shapeOf(wanted)} ${after !== null}`, () => buildPage(db, wanted, after !== null));
  const position = after ? { afterAt: db.dialect.instant(after.at), afterId: after.id } : {};
  return query.execute({ ...valuesOf(wanted), ...position, limit });
}
const pages = preparedByShape<ReturnType<typeof buildPage>>();

/** What a list is sorted by. */
export const instantOf = ({ thread }: QueueRecord, order: Weighed['order']): Date =>
  order === 'due' ? thread.queueAt : thread.lastActivityAt;

function buildPage(db: Db, wanted: Weighed, further: boolean) {
  const { threads } = db.tables;
  const backwards = wanted.order === 'newest';
  const by = wanted.order === 'due' ? threads.queueAt : threads.lastActivityAt;
  // Row values let both engines walk the index from the position on.
  const [here, position] = [sql`(${by}, ${threads.id})`, sql`(${given('afterAt')}, ${given('afterId')})`];
  const rest = backwards ? sql`${here} < ${position}` : sql`${here} > ${position}`;
  return rows(db)
    .where(and(written(wanted.condition), foundBy(db, wanted), further ? rest : undefined))
    .orderBy(...(backwards ? [desc(by), desc(threads.id)] : [asc(by), asc(threads.id)]))
    .limit(given('limit'))
    .prepare(nameOf('queue_page'));
}

/**
 * How words are looked for. With further conditions common words tell nothing about relevance: then it is newest first.
 */
export async function weighWords(db: Db, wanted: Wanted): Promise<Weighed> {
  if (wanted.words === null) return { ...wanted, common: false };
  const [row] = await weighing(db).execute({ words: wanted.words });
  const common = (row?.n ?? 0) > COMMON;
  return {
    ...wanted,
    common,
    order: wanted.order === 'relevance' && common && !wanted.onComments ? 'newest' : wanted.order,
  };
}
export type Weighed = Wanted & { readonly common: boolean };

const weighing = preparedOnce((db) =>
  db
    .select({ n: count() })
    .from(sql`(${db.dialect.matchesUpTo(given('words'), COMMON + 1)}) AS matching`)
    .prepare(nameOf('weigh_words')),
);

/** The threads in which all words occur in one comment, best match first, among the newest that fulfil the rest. */
export async function searchQueue(db: Db, wanted: Weighed, limit: number): Promise<QueueRecord[]> {
  const query = searches(db, shapeOf(wanted), () => buildSearch(db, wanted));
  return query.execute({ ...valuesOf(wanted), limit });
}
const searches = preparedByShape<ReturnType<typeof buildSearch>>();

function buildSearch(db: Db, wanted: Weighed) {
  const { threads, channels, authors } = db.tables;
  const fitting = wanted.onComments
    ? written(wanted.onComments)
    : sql`EXISTS (SELECT 1 FROM threads WHERE threads.id = comments.thread_id AND ${written(wanted.condition)})`;
  const newest = db.dialect.newestMatches(given('words'), fitting, WEIGHED, wanted.common);
  const best = db
    .select({ threadId: sql<string>`newest.thread_id`.as('thread_id'), rank: sql<number>`min(newest.rank)`.as('best') })
    .from(sql`(${newest}) AS newest`)
    .groupBy(sql`newest.thread_id`)
    .as('best');
  return db
    .select(columns(db))
    .from(best)
    .innerJoin(threads, eq(threads.id, best.threadId))
    .innerJoin(channels, eq(channels.id, threads.channelId))
    .innerJoin(authors, eq(authors.id, threads.authorId))
    .orderBy(asc(best.rank), desc(threads.lastActivityAt), asc(threads.id))
    .limit(given('limit'))
    .prepare(nameOf('queue_search'));
}

/** Counts up to a limit, so that a large house does not wait for a number that nobody reads. */
export async function countQueue(db: Db, wanted: Weighed, limit: number): Promise<number> {
  const query = counts(db, shapeOf(wanted), () => buildCount(db, wanted));
  const [row] = await query.execute({ ...valuesOf(wanted), limit });
  return row?.n ?? 0;
}
const counts = preparedByShape<ReturnType<typeof buildCount>>();

function buildCount(db: Db, wanted: Weighed) {
  const { threads } = db.tables;
  const some = db
    .select({ id: threads.id })
    .from(threads)
    .where(and(written(wanted.condition), foundBy(db, wanted)))
    .limit(given('limit'))
    .as('some');
  return db.select({ n: count() }).from(some).prepare(nameOf('queue_count'));
}

function given(name: string) {
  return sql.placeholder(name);
}

/** PostgreSQL wants every prepared text under a name of its own. */
let built = 0;
function nameOf(what: string): string {
  built += 1;
  return `${what}_${built}`;
}

/** Two searches of one shape differ in values only, and share a prepared query. */
const shapeOf = ({ order, condition, words, common }: Weighed): string =>
  `${order} ${words === null ? 'no words' : common} ${condition.shape}`;

const valuesOf = ({ condition, words }: Weighed) => ({
  ...Object.fromEntries(condition.values.map((value, i) => [`v${i}`, value])),
  ...(words !== null && { words }),
});

const written = (condition: Condition): SQL => condition.write(condition.values.map((_, i) => given(`v${i}`)));

/** All words in one comment of the thread. */
function foundBy(db: Db, { words, common }: Weighed): SQL | undefined {
  if (words === null) return undefined;
  if (common)
    return sql`EXISTS (SELECT 1 FROM comments WHERE comments.thread_id = threads.id
      AND ${db.dialect.matches(given('words'), true)})`;
  const matching = db.dialect.newestMatches(given('words'), undefined, COMMON);
  return sql`${db.tables.threads.id} IN (SELECT found.thread_id FROM (${matching}) AS found)`;
}

const visible = (db: Db, actor: Actor): SQL | undefined => {
  const { channelId } = db.tables.threads;
  if (actor.channels === 'all') return undefined;
  return actor.channels.length === 0 ? sql`1 = 0` : inArray(channelId, [...actor.channels]);
};

/** Other threads of these accounts, newest first. */
export function threadsOfAuthors(db: Db, actor: Actor, authorIds: readonly string[], except: string, limit: number) {
  const { threads } = db.tables;
  return rows(db)
    .where(and(inArray(threads.authorId, [...authorIds]), visible(db, actor), ne(threads.id, except)))
    .orderBy(desc(threads.openedAt), desc(threads.id))
    .limit(limit);
}

export async function countThreadsOfAuthors(db: Db, actor: Actor, authorIds: readonly string[]): Promise<number> {
  const { threads } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(threads)
    .where(and(inArray(threads.authorId, [...authorIds]), visible(db, actor)));
  return row?.n ?? 0;
}

/** Threads of the channel that may become part of this one: with this number or name, newest first. */
export function threadsByName(db: Db, thread: QueueRecord['thread'], text: string, limit: number) {
  const { threads, authors } = db.tables;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const number = /^\d{1,9}$/.test(text) ? eq(threads.number, Number(text)) : undefined;
  const named = or(number, sql`lower(${authors.name}) LIKE ${pattern} ESCAPE '\\'`);
  return rows(db)
    .where(and(eq(threads.channelId, thread.channelId), ne(threads.id, thread.id), named))
    .orderBy(desc(threads.lastActivityAt), desc(threads.id))
    .limit(limit);
}

/** Other threads of the same author on the same channel, newest first. */
export function threadsBeside(db: Db, { id, channelId, authorId }: QueueRecord['thread'], limit: number) {
  const { threads } = db.tables;
  return rows(db)
    .where(and(eq(threads.authorId, authorId), eq(threads.channelId, channelId), ne(threads.id, id)))
    .orderBy(desc(threads.openedAt), desc(threads.id))
    .limit(limit);
}
