import type { Calendar } from '@stammgast/shared/contract/sla';
import { asc, desc, eq } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { preparedOnce } from '../storage/prepared.ts';

export type StoredPolicy = Db['tables']['slaPolicies']['$inferSelect'];

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

const calendarQuery = preparedOnce((db) => {
  const { calendars } = db.tables;
  return db
    .select({ id: calendars.id, calendar: calendars.calendar })
    .from(calendars)
    .orderBy(desc(calendars.createdAt), desc(calendars.id))
    .limit(1)
    .prepare('current_calendar');
});

/** The newest calendar; null before the house was set up. */
export async function currentCalendar(db: Db): Promise<{ id: string; calendar: Calendar } | null> {
  const [newest] = await calendarQuery(db).execute();
  return newest ?? null;
}

export async function insertCalendar(
  tx: Db,
  row: { readonly id: string; readonly calendar: Calendar; readonly createdAt: Date },
): Promise<void> {
  await tx.insert(tx.tables.calendars).values(row);
}

export async function channelExists(db: Db, id: string): Promise<boolean> {
  const { channels } = db.tables;
  const rows = await db.select({ id: channels.id }).from(channels).where(eq(channels.id, id)).limit(1);
  return rows.length > 0;
}
