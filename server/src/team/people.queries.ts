import { and, asc, count, eq, inArray, max, ne } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredPerson = Awaited<ReturnType<typeof allPeople>>[number];
type NewPerson = Db['tables']['people']['$inferInsert'];

export function allPeople(db: Db) {
  const { people } = db.tables;
  return db.select().from(people).orderBy(asc(people.name), asc(people.id));
}

export async function personById(db: Db, id: string): Promise<StoredPerson | null> {
  const { people } = db.tables;
  const [row] = await db.select().from(people).where(eq(people.id, id)).limit(1);
  return row ?? null;
}

/** Names by id, also of people who have left. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { people } = db.tables;
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function personByEmail(db: Db, email: string): Promise<StoredPerson | null> {
  const { people } = db.tables;
  const [row] = await db.select().from(people).where(eq(people.email, email)).limit(1);
  return row ?? null;
}

/** The demo's person with this role; never anybody else. */
export async function demoPerson(db: Db, role: StoredPerson['role']): Promise<StoredPerson | null> {
  const { people } = db.tables;
  const [row] = await db
    .select()
    .from(people)
    .where(and(eq(people.demo, true), eq(people.role, role), eq(people.active, true)))
    .orderBy(asc(people.id))
    .limit(1);
  return row ?? null;
}

export async function insertPerson(tx: Db, person: NewPerson): Promise<void> {
  await tx.insert(tx.tables.people).values(person);
}

export async function updatePerson(
  tx: Db,
  id: string,
  changes: Partial<Pick<NewPerson, 'name' | 'locale' | 'theme' | 'role' | 'active' | 'passwordHash'>>,
): Promise<void> {
  const { people } = tx.tables;
  if (Object.keys(changes).length > 0) await tx.update(people).set(changes).where(eq(people.id, id));
}

export async function countOtherAdmins(tx: Db, id: string): Promise<number> {
  const { people } = tx.tables;
  const [row] = await tx
    .select({ n: count() })
    .from(people)
    .where(and(eq(people.role, 'admin'), eq(people.active, true), ne(people.id, id)));
  return row?.n ?? 0;
}

/** Channel ids of one person, or of everybody when none is named. */
export function membershipsOf(db: Db, personId?: string) {
  const { memberships } = db.tables;
  const query = db
    .select({ personId: memberships.personId, channelId: memberships.channelId })
    .from(memberships)
    .orderBy(asc(memberships.channelId));
  return personId === undefined ? query : query.where(eq(memberships.personId, personId));
}

export async function replaceMemberships(
  tx: Db,
  personId: string,
  rows: readonly { id: string; channelId: string }[],
): Promise<void> {
  const { memberships } = tx.tables;
  await tx.delete(memberships).where(eq(memberships.personId, personId));
  if (rows.length > 0) await tx.insert(memberships).values(rows.map((row) => ({ ...row, personId })));
}

/** Which of these channels exist. */
export async function knownChannels(db: Db, ids: readonly string[]): Promise<string[]> {
  const { channels } = db.tables;
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: channels.id })
    .from(channels)
    .where(inArray(channels.id, [...ids]));
  return rows.map((row) => row.id);
}

/** When each person was here last, as far as there is a session left. */
export async function lastSeen(db: Db): Promise<Map<string, Date>> {
  const { sessions } = db.tables;
  const rows = await db
    .select({ personId: sessions.personId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .groupBy(sessions.personId);
  return new Map(rows.flatMap((row) => (row.at ? [[row.personId, row.at] as const] : [])));
}
