import type { FactKind } from '@stammgast/shared/contract/live';
import type { Actor } from '@stammgast/shared/domain/permissions';
import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { beginning, type Entry, type Link } from './entry.ts';

/** What the next entry follows: the newest one, or what was deleted last. */
export async function lastLink(db: Db): Promise<Link> {
  const { auditEntries: e } = db.tables;
  const [row] = await db.select({ seq: e.seq, hash: e.hash }).from(e).orderBy(desc(e.seq)).limit(1);
  return row ?? (await readSetting(db, 'audit.start')) ?? beginning;
}

export function insertEntries(tx: Db, entries: readonly Entry[]): Promise<void> {
  return tx.insertMany(tx.tables.auditEntries, entries);
}

/** Entries after a number, oldest first. */
export function entriesAfter(db: Db, seq: number, limit: number): Promise<Entry[]> {
  const { auditEntries: e } = db.tables;
  return db.select().from(e).where(gt(e.seq, seq)).orderBy(asc(e.seq)).limit(limit);
}

/** Of these numbers what is there. */
export async function hashesOf(db: Db, seqs: readonly number[]): Promise<Map<number, string>> {
  const { auditEntries: e } = db.tables;
  if (seqs.length === 0) return new Map();
  const rows = await db
    .select({ seq: e.seq, hash: e.hash })
    .from(e)
    .where(inArray(e.seq, [...seqs]));
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

/** An entry that says it follows this one. Looked for only when the chain is broken: it reads them all. */
export async function followerOf(db: Db, hash: string): Promise<number | null> {
  const { auditEntries: e } = db.tables;
  const [row] = await db.select({ seq: e.seq }).from(e).where(eq(e.previous, hash)).limit(1);
  return row?.seq ?? null;
}

export interface AuditSearch {
  readonly personId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly threadId?: string | undefined;
  readonly kinds?: readonly FactKind[] | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Marks of an account, one for each channel it may be on. */
  readonly subjects?: readonly string[] | undefined;
}

/** One page, newest first, of what the actor may see: entries of the whole house are for those who see all of it. */
export async function auditPage(db: Db, actor: Actor, search: AuditSearch, before: number | null, limit: number) {
  const { auditEntries: e, channels, threads } = db.tables;
  const { personId, threadId, kinds, subjects, from, until } = search;
  const wanted = and(
    personId === undefined ? undefined : eq(e.actorId, personId),
    threadId === undefined ? undefined : eq(e.threadId, threadId),
    kinds && inArray(e.kind, [...kinds]),
    subjects && inArray(e.subject, [...subjects]),
    from && gte(e.at, from),
    until && lt(e.at, until),
    before === null ? undefined : lt(e.seq, before),
    await boundsOf(db, from, until),
    notBlind(db, actor),
  );
  return db
    .select({ entry: e, channelName: channels.name, threadNumber: threads.number })
    .from(e)
    .leftJoin(channels, eq(channels.id, e.channelId))
    .leftJoin(threads, eq(threads.id, e.threadId))
    .where(visible(db, actor, search, wanted, limit))
    .orderBy(desc(e.seq))
    .limit(limit);
}

/** Each tells of a review, by being there at all. Practice is nobody's review. */
const aboutReviews: FactKind[] = [
  'review.saved',
  'review.disputed',
  'review.decided',
  'review.proposed',
  'review.consented',
];

/** Leaves out what others have given, and what came of it, where the actor is still to score the same blind. */
function notBlind(db: Db, { personId }: Actor): SQL | undefined {
  const { auditEntries: e, reviewSamples: s, reviews } = db.tables;
  const mine = db
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.sampleId, s.id), eq(reviews.reviewerId, personId)));
  const toScore = db
    .select({ id: s.id })
    .from(s)
    .where(
      and(
        eq(s.threadId, e.threadId),
        isNull(s.calibrationId),
        gt(s.done, 0),
        lt(s.done, s.wanted),
        ne(s.authorId, personId),
        not(exists(mine)),
      ),
    );
  return or(notInArray(e.kind, aboutReviews), not(exists(toScore)));
}

/**
 * What was done by somebody, in a thread or about somebody is little. Of everything else the newest of each channel are
 * taken: their index is walked from its end, however much there is of all of them.
 */
function visible(db: Db, actor: Actor, search: AuditSearch, wanted: SQL | undefined, limit: number) {
  const { auditEntries: e } = db.tables;
  const { channelId } = search;
  if (actor.channels === 'all') return and(channelId === undefined ? undefined : eq(e.channelId, channelId), wanted);
  const among = actor.channels.filter((id) => channelId === undefined || id === channelId);
  if (among.length === 0) return sql`1 = 0`;
  if (search.personId ?? search.threadId ?? search.subjects) return and(inArray(e.channelId, among), wanted);
  const newest = among.map((id) => {
    const condition = and(eq(e.channelId, id), wanted);
    return sql`SELECT seq FROM (SELECT ${e.seq} FROM ${e} WHERE ${condition} ORDER BY ${e.seq} DESC LIMIT ${limit}) AS newest`;
  });
  return sql`${e.seq} IN (${sql.join(newest, sql` UNION ALL `)})`;
}
export type AuditRow = Awaited<ReturnType<typeof auditPage>>[number];

/** Channels of which there are entries, also those that are gone. From one to the next by their index. */
export async function auditedChannels(db: Db, actor: Actor): Promise<readonly string[]> {
  if (actor.channels !== 'all') return actor.channels;
  const rows = await db.dialect.rows<{ id: string }>(
    db,
    sql`WITH RECURSIVE ids(id) AS (
      SELECT min(channel_id) FROM audit_entries
      UNION ALL SELECT (SELECT min(channel_id) FROM audit_entries WHERE channel_id > ids.id) FROM ids WHERE ids.id IS NOT NULL
    ) SELECT id FROM ids WHERE id IS NOT NULL`,
  );
  return rows.map((row) => row.id);
}

/** Times hardly ever run against numbers: between which numbers a period lies is told by its index alone. */
async function boundsOf(db: Db, from?: Date, until?: Date): Promise<SQL | undefined> {
  if (!from && !until) return undefined;
  const { auditEntries: e } = db.tables;
  const [row] = await db
    .select({ first: sql<number | null>`min(${e.seq})`, last: sql<number | null>`max(${e.seq})` })
    .from(e)
    .where(and(from && gte(e.at, from), until && lt(e.at, until)));
  return and(gte(e.seq, Number(row?.first ?? 0)), lte(e.seq, Number(row?.last ?? 0)));
}

/** Deletes the oldest entries without a gap, at most `limit`, and notes where the chain begins now. Says how many. */
export async function forgetEntries(tx: Db, before: Date, limit: number): Promise<number> {
  const { auditEntries: e } = tx.tables;
  const oldest = await tx.select({ seq: e.seq, hash: e.hash, at: e.at }).from(e).orderBy(asc(e.seq)).limit(limit);
  const young = oldest.findIndex((row) => row.at >= before);
  const old = young === -1 ? oldest : oldest.slice(0, young);
  const last = old.at(-1);
  if (!last) return 0;
  // First: the database lets go only what stands before it.
  await writeSetting(tx, 'audit.start', { seq: last.seq, hash: last.hash, at: last.at.toISOString() });
  await tx.delete(e).where(lte(e.seq, last.seq));
  return old.length;
}
