import type { QueueFilter } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedByShape } from '../storage/prepared.ts';
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

/** One page of the queue in the order of due times, or newest first for what is no work, after a position. */
export function queuePage(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  now: Date,
  after: QueuePosition | null,
  limit: number,
): Promise<QueueRecord[]> {
  const query = pages(db, `${shapeOf(actor, filter)} ${after !== null}`, () =>
    buildPage(db, actor, filter, after !== null),
  );
  const position = after ? { afterAt: db.dialect.instant(after.queueAt), afterId: after.id } : {};
  return query.execute({ ...valuesOf(db, actor, filter, now), ...position, limit });
}
const pages = preparedByShape<ReturnType<typeof buildPage>>();

function buildPage(db: Db, actor: Actor, filter: QueueFilter, further: boolean) {
  const { threads } = db.tables;
  const backwards = filter.state === 'resolved' || filter.state === 'all';
  const order = backwards ? threads.lastActivityAt : threads.queueAt;
  // Row values let both engines walk the index from the position on.
  const [here, position] = [sql`(${order}, ${threads.id})`, sql`(${given('afterAt')}, ${given('afterId')})`];
  const rest = backwards ? sql`${here} < ${position}` : sql`${here} > ${position}`;
  return rows(db)
    .where(and(filterBy(db, actor, filter), further ? rest : undefined))
    .orderBy(...(backwards ? [desc(order), desc(threads.id)] : [asc(order), asc(threads.id)]))
    .limit(given('limit'))
    .prepare(nameOf('queue_page'));
}

/** The threads in which all words occur in one comment, best match first. */
export async function searchQueue(
  db: Db,
  actor: Actor,
  filter: QueueFilter,
  now: Date,
  limit: number,
): Promise<QueueRecord[]> {
  const words = queryWords(filter.text ?? '');
  if (words.length === 0) return [];
  const query = searches(db, shapeOf(actor, filter), () => buildSearch(db, actor, filter));
  const expression = db.dialect.expressionOf(words);
  return query.execute({ ...valuesOf(db, actor, filter, now), expression, limit });
}
const searches = preparedByShape<ReturnType<typeof buildSearch>>();

function buildSearch(db: Db, actor: Actor, filter: QueueFilter) {
  const { comments, threads, channels, authors } = db.tables;
  const newest = db.dialect.newestMatches(given('expression'), visibleChannel(comments.channelId, actor), WEIGHED);
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
    .where(filterBy(db, actor, filter))
    .orderBy(asc(best.rank), desc(threads.lastActivityAt), asc(threads.id))
    .limit(given('limit'))
    .prepare(nameOf('queue_search'));
}

/** Counts up to a limit, so that a large house does not wait for a number that nobody reads. */
export async function countQueue(db: Db, actor: Actor, filter: QueueFilter, now: Date, limit: number): Promise<number> {
  const query = counts(db, shapeOf(actor, filter), () => buildCount(db, actor, filter));
  const [row] = await query.execute({ ...valuesOf(db, actor, filter, now), limit });
  return row?.n ?? 0;
}
const counts = preparedByShape<ReturnType<typeof buildCount>>();

function buildCount(db: Db, actor: Actor, filter: QueueFilter) {
  const { threads } = db.tables;
  const some = db
    .select({ id: threads.id })
    .from(threads)
    .where(filterBy(db, actor, filter))
    .limit(given('limit'))
    .as('some');
  return db.select({ n: count() }).from(some).prepare(nameOf('queue_count'));
}

const given = (name: string) => sql.placeholder(name);

/** PostgreSQL wants every prepared text under a name of its own. */
let built = 0;
const nameOf = (what: string): string => `${what}_${++built}`;

/** Two filters of one shape differ in values only, and share a prepared query. */
function shapeOf(actor: Actor, { state, channel, sentiment, assignee }: QueueFilter): string {
  const whose = assignee === undefined || assignee === 'none' ? assignee : 'one';
  const channels = actor.channels === 'all' ? 'all' : actor.channels.length;
  return [state, channel !== undefined, sentiment !== undefined, whose, channels].join(' ');
}

function valuesOf(db: Db, actor: Actor, { channel, sentiment, assignee }: QueueFilter, now: Date) {
  const channels = actor.channels === 'all' ? [] : actor.channels;
  return {
    now: db.dialect.instant(now),
    me: actor.personId,
    channel,
    sentiment,
    assignee: assignee === 'me' ? actor.personId : assignee,
    ...Object.fromEntries(channels.map((id, i) => [`channel${i}`, id])),
  };
}

function filterBy(db: Db, actor: Actor, filter: QueueFilter): SQL | undefined {
  const { threads } = db.tables;
  // Few threads want attention or sleep, and "all" is read from its newest end: no other index may come before these.
  const few = ['attention', 'snoozed', 'mentioned'].includes(filter.state);
  const newest = filter.state === 'all' && actor.channels.length > 1;
  const channelId = written(threads.channelId, few);
  return and(
    visibleChannel(written(threads.channelId, few || newest), actor),
    stateIs(db, filter.state),
    filter.channel === undefined ? undefined : eq(channelId, given('channel')),
    filter.sentiment === undefined ? undefined : eq(threads.sentiment, given('sentiment')),
    assigneeIs(written(threads.assigneeId, few), filter.assignee),
  );
}

/** A column as conditions name it; `unindexed`: so that no engine looks the same text up in an index. */
const written = (column: SQLWrapper, unindexed: boolean): SQL => (unindexed ? sql`(${column} || '')` : sql`${column}`);

/** Channels that the actor may see, as placeholders. */
function visibleChannel(column: SQLWrapper, { channels }: Actor) {
  if (channels === 'all') return undefined;
  return channels.length === 0
    ? sql`1 = 0`
    : inArray(
        column,
        channels.map((_, i) => given(`channel${i}`)),
      );
}

const attention = ['failed', 'unconfirmed', 'by-hand'] as const;

function stateIs(db: Db, state: QueueFilter['state']): SQL | undefined {
  const { threads } = db.tables;
  const atWork = inArray(threads.status, ['open', 'waiting']);
  switch (state) {
    case 'open':
    case 'waiting':
      return and(eq(threads.status, state), isNull(threads.snoozedUntil));
    case 'resolved':
      return eq(threads.status, state);
    case 'snoozed':
      return isNotNull(threads.snoozedUntil);
    case 'mentioned':
      return inArray(threads.id, unseenMentions(db));
    case 'soon':
      return and(atWork, sql`${threads.soonAt} <= ${given('now')}`, sql`${threads.dueAt} > ${given('now')}`);
    case 'overdue':
      // What was snoozed stands at the top of the queue before it is due; only the first condition has an index.
      return and(atWork, sql`${threads.queueAt} <= ${given('now')}`, sql`${threads.dueAt} <= ${given('now')}`);
    case 'attention':
      return inArray(threads.replyState, [...attention]);
    case 'all':
      return undefined;
  }
}

function unseenMentions(db: Db) {
  const { mentions } = db.tables;
  return db
    .select({ threadId: mentions.threadId })
    .from(mentions)
    .where(and(eq(mentions.personId, given('me')), isNull(mentions.seenAt)));
}

function assigneeIs(column: SQL, assignee: string | undefined): SQL | undefined {
  if (assignee === undefined) return undefined;
  return assignee === 'none' ? isNull(column) : eq(column, given('assignee'));
}

const visible = (db: Db, actor: Actor): SQL | undefined => {
  const { channelId } = db.tables.threads;
  if (actor.channels === 'all') return undefined;
  return actor.channels.length === 0 ? sql`1 = 0` : inArray(channelId, [...actor.channels]);
};

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
