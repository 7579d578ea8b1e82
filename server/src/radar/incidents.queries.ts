import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, count, desc, eq, exists, gt, gte, inArray, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type IncidentRow = Db['tables']['incidents']['$inferSelect'];
export type NewIncident = Omit<Db['tables']['incidents']['$inferInsert'], 'number'>;
export type IncidentChannelRow = Db['tables']['incidentChannels']['$inferSelect'];
export type IncidentThreadRow = Db['tables']['incidentThreads']['$inferSelect'];

/** Incidents that still go on or ended since then, in the order in which they began. */
export function incidentsSince(db: Db, since: Date): Promise<IncidentRow[]> {
  const { incidents } = db.tables;
  return db
    .select()
    .from(incidents)
    .where(or(isNull(incidents.endedAt), gte(incidents.endedAt, since)))
    .orderBy(incidents.number);
}

export async function insertIncident(tx: Db, row: NewIncident): Promise<IncidentRow> {
  const [inserted] = await tx.insert(tx.tables.incidents).values(row).returning();
  return inserted as IncidentRow;
}

export async function updateIncident(tx: Db, number: number, change: Partial<NewIncident>): Promise<void> {
  const { incidents } = tx.tables;
  await tx.update(incidents).set(change).where(eq(incidents.number, number));
}

/** Channels of these incidents; with an actor those that they see. */
export function channelsOfIncidents(db: Db, numbers: readonly number[], actor?: Actor): Promise<IncidentChannelRow[]> {
  const { incidentChannels } = db.tables;
  const visible =
    actor && actor.channels !== 'all' ? inArray(incidentChannels.channelId, [...actor.channels]) : undefined;
  return db
    .select()
    .from(incidentChannels)
    .where(and(inArray(incidentChannels.incident, [...numbers]), visible))
    .orderBy(incidentChannels.since, incidentChannels.id);
}

export async function saveIncidentChannels(tx: Db, rows: readonly IncidentChannelRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { incidentChannels } = tx.tables;
  const ids = rows.map(({ id }) => id);
  await tx.delete(incidentChannels).where(inArray(incidentChannels.id, ids));
  await tx.insert(incidentChannels).values([...rows]);
}

export async function threadIdsOf(db: Db, incident: number): Promise<Set<string>> {
  const { incidentThreads } = db.tables;
  const rows = await db
    .select({ threadId: incidentThreads.threadId })
    .from(incidentThreads)
    .where(eq(incidentThreads.incident, incident));
  return new Set(rows.map((row) => row.threadId));
}

/** Which of these threads are there and do not belong to the incident yet. */
export async function joinableThreads(db: Db, incident: number, ids: readonly string[]): Promise<Set<string>> {
  const { threads, incidentThreads } = db.tables;
  const rows = await db
    .select({ id: threads.id })
    .from(threads)
    .leftJoin(incidentThreads, and(eq(incidentThreads.threadId, threads.id), eq(incidentThreads.incident, incident)))
    .where(and(inArray(threads.id, [...ids]), isNull(incidentThreads.id)));
  return new Set(rows.map(({ id }) => id));
}

export async function insertIncidentThreads(tx: Db, rows: readonly IncidentThreadRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertMany(tx.tables.incidentThreads, rows);
}

/** Did the thread belong to an incident that went on then? One that people have called a false alarm was no storm. */
export async function isInStorm(db: Db, threadId: string, at: Date): Promise<boolean> {
  const { incidents, incidentThreads } = db.tables;
  const [row] = await db
    .select({ number: incidents.number })
    .from(incidentThreads)
    .innerJoin(incidents, eq(incidents.number, incidentThreads.incident))
    .where(
      and(
        eq(incidentThreads.threadId, threadId),
        lte(incidentThreads.joinedAt, at),
        or(isNull(incidents.endedAt), gt(incidents.endedAt, at)),
        or(isNull(incidents.verdict), ne(incidents.verdict, 'false-alarm')),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Incidents on channels that the actor sees, newest first, before a number; the one that goes on with `open`. */
export function incidentsFor(
  db: Db,
  actor: Actor,
  which: { readonly before?: number | undefined; readonly number?: number; readonly open?: boolean },
  limit: number,
): Promise<IncidentRow[]> {
  const { incidents } = db.tables;
  return db
    .select()
    .from(incidents)
    .where(
      and(
        which.before === undefined ? undefined : lt(incidents.number, which.before),
        which.number === undefined ? undefined : eq(incidents.number, which.number),
        which.open ? eq(incidents.openFor, OPEN_FOR) : undefined,
        visibleTo(db, actor),
      ),
    )
    .orderBy(desc(incidents.number))
    .limit(limit);
}

/** What `openFor` says while an incident goes on. */
export const OPEN_FOR = 'house';

function visibleTo(db: Db, { channels }: Actor): SQL | undefined {
  if (channels === 'all') return undefined;
  const { incidents, incidentChannels } = db.tables;
  return exists(
    db
      .select({ id: incidentChannels.id })
      .from(incidentChannels)
      .where(and(eq(incidentChannels.incident, incidents.number), inArray(incidentChannels.channelId, [...channels]))),
  );
}

/** Critical comments in threads of these incidents by their topics, on channels that the actor sees. */
export function criticismIn(db: Db, { channels }: Actor, numbers: readonly number[]) {
  const { incidentThreads, voices } = db.tables;
  return db
    .select({ incident: incidentThreads.incident, topics: voices.topics, count: count() })
    .from(incidentThreads)
    .innerJoin(voices, eq(voices.threadId, incidentThreads.threadId))
    .where(
      and(
        inArray(incidentThreads.incident, [...numbers]),
        eq(voices.critical, true),
        channels === 'all' ? undefined : inArray(voices.channelId, [...channels]),
      ),
    )
    .groupBy(incidentThreads.incident, voices.topics);
}

/** Threads of incidents with their first answer in public since they belong to it, on these channels. */
export async function answersIn(db: Db, incident: number, channelIds: readonly string[]) {
  const { incidentThreads, replies } = db.tables;
  return db
    .select({
      threadId: incidentThreads.threadId,
      joinedAt: incidentThreads.joinedAt,
      publishedAt: replies.publishedAt,
      personId: replies.personId,
    })
    .from(incidentThreads)
    .leftJoin(
      replies,
      and(eq(replies.threadId, incidentThreads.threadId), gte(replies.publishedAt, incidentThreads.joinedAt)),
    )
    .where(and(eq(incidentThreads.incident, incident), inArray(incidentThreads.channelId, [...channelIds])));
}

/** What these posts are called, and where they are. */
export function postsNamed(db: Db, ids: readonly string[]) {
  const { posts } = db.tables;
  return db
    .select({ id: posts.id, title: posts.title, url: posts.url })
    .from(posts)
    .where(inArray(posts.id, [...ids]));
}

/** How many threads each incident has on each channel. */
export async function threadCounts(db: Db, numbers: readonly number[]): Promise<Map<string, number>> {
  const { incidentThreads } = db.tables;
  const rows = await db
    .select({
      incident: incidentThreads.incident,
      channelId: incidentThreads.channelId,
      count: count(),
    })
    .from(incidentThreads)
    .where(inArray(incidentThreads.incident, [...numbers]))
    .groupBy(incidentThreads.incident, incidentThreads.channelId);
  return new Map(rows.map((row) => [`${row.incident} ${row.channelId}`, row.count]));
}
