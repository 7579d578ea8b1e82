import type { Calendar } from '@stammgast/shared/contract/sla';
import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

export type StoredPolicy = Db['tables']['slaPolicies']['$inferSelect'];
/** A business calendar with the version of it that new clocks count by. */
export type StoredCalendar = Db['tables']['businessCalendars']['$inferSelect'] & { readonly calendar: Calendar };

const policiesQuery = preparedOnce((db) => {
  const { slaPolicies } = db.tables;
  return db
    .select()
    .from(slaPolicies)
    .orderBy(asc(slaPolicies.isDefault), asc(slaPolicies.position), asc(slaPolicies.id))
    .prepare('ordered_policies');
});

/** Policies as they are tried: by position, the default last. */
export const orderedPolicies = (db: Db): Promise<StoredPolicy[]> => policiesQuery(db).execute();

export async function insertPolicies(tx: Db, policies: readonly StoredPolicy[]): Promise<void> {
  await tx.insert(tx.tables.slaPolicies).values([...policies]);
}

export async function savePolicy(tx: Db, { id, ...values }: StoredPolicy): Promise<void> {
  const { slaPolicies } = tx.tables;
  await tx.update(slaPolicies).set(values).where(eq(slaPolicies.id, id));
}

export async function deletePolicy(tx: Db, id: string): Promise<void> {
  const { slaPolicies } = tx.tables;
  await tx.delete(slaPolicies).where(eq(slaPolicies.id, id));
}

const calendarsQuery = preparedOnce((db) => {
  const { businessCalendars, calendars } = db.tables;
  return db
    .select({ ...getTableColumns(businessCalendars), calendar: calendars.calendar })
    .from(businessCalendars)
    .innerJoin(calendars, eq(calendars.id, businessCalendars.calendarId))
    .orderBy(desc(businessCalendars.isDefault), asc(businessCalendars.createdAt), asc(businessCalendars.id))
    .prepare('business_calendars');
});

/** The default one first; none before the house was set up. */
export const orderedCalendars = (db: Db): Promise<StoredCalendar[]> => calendarsQuery(db).execute();

export async function insertCalendar(tx: Db, row: StoredCalendar): Promise<void> {
  const { calendar, ...business } = row;
  await tx.insert(tx.tables.businessCalendars).values(business);
  await insertVersion(tx, row, row.createdAt);
}

/** A new version where its calendar is another one; what running clocks count by stays. */
export async function saveCalendar(tx: Db, before: StoredCalendar, row: StoredCalendar, now: Date): Promise<void> {
  const { businessCalendars } = tx.tables;
  const { id, calendar, ...values } = row;
  await tx.update(businessCalendars).set(values).where(eq(businessCalendars.id, id));
  if (row.calendarId !== before.calendarId) await insertVersion(tx, row, now);
}

async function insertVersion(tx: Db, { calendarId, calendar, terms, version }: StoredCalendar, createdAt: Date) {
  await tx.insert(tx.tables.calendars).values({ id: calendarId, calendar, name: terms.name, version, createdAt });
}

/** Its versions stay: clocks may count by them. */
export async function deleteCalendar(tx: Db, id: string): Promise<void> {
  const { businessCalendars } = tx.tables;
  await tx.delete(businessCalendars).where(eq(businessCalendars.id, id));
}

/** Those of these channels that there are. */
export async function knownChannels(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { channels } = db.tables;
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: channels.id })
    .from(channels)
    .where(inArray(channels.id, [...ids]));
  return new Set(rows.map((row) => row.id));
}

/** The tags of these threads by name. */
export async function tagsByThread(db: Db, threadIds: readonly string[]): Promise<Map<string, readonly string[]>> {
  const { threads } = db.tables;
  const rows = await db
    .select({ id: threads.id, tags: threads.tags })
    .from(threads)
    .where(inArray(threads.id, [...threadIds]));
  return new Map(rows.map((row) => [row.id, row.tags]));
}

/**
 * Since when we know criticism by these people, also by what people know to be their other accounts; threads that are
 * asked about do not count.
 */
export async function criticsSince(
  db: Db,
  authorIds: readonly string[],
  butThreads: readonly string[],
): Promise<Map<string, Date>> {
  const { authors, threads } = db.tables;
  const personOf = sql<string>`COALESCE(${authors.personKey}, ${authors.id})`;
  const asked = await db
    .select({ id: authors.id, person: personOf })
    .from(authors)
    .where(inArray(authors.id, [...authorIds]));
  const keys = [...new Set(asked.map((row) => row.person))];
  const accounts = await db
    .select({ id: authors.id, person: personOf })
    .from(authors)
    .where(sql`(${inArray(authors.personKey, keys)} OR ${inArray(authors.id, [...authorIds])})`);
  const known = await db
    .select({ authorId: threads.authorId, at: sql<Date>`MIN(${threads.openedAt})`.mapWith(threads.openedAt) })
    .from(threads)
    .where(
      sql`${inArray(
        threads.authorId,
        accounts.map((account) => account.id),
      )} AND ${inArray(threads.sentiment, ['negative', 'mixed'])} AND NOT ${inArray(threads.id, [...butThreads])}`,
    )
    .groupBy(threads.authorId);
  const personByAccount = new Map(accounts.map((account) => [account.id, account.person]));
  const since = new Map<string, Date>();
  for (const { authorId, at } of known) {
    const person = personByAccount.get(authorId) ?? authorId;
    const before = since.get(person);
    if (!before || at < before) since.set(person, at);
  }
  return new Map(
    asked.flatMap(({ id, person }) => {
      const at = since.get(person);
      return at ? [[id, at] as const] : [];
    }),
  );
}
