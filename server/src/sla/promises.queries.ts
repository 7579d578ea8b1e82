import type { Calendar } from '@stammgast/shared/contract/sla';
import { asc, desc, eq } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredPolicy = Db['tables']['slaPolicies']['$inferSelect'];

/** Policies as they are tried: by position, the default last. */
export function orderedPolicies(db: Db): Promise<StoredPolicy[]> {
  const { slaPolicies } = db.tables;
  return db
    .select()
    .from(slaPolicies)
    .orderBy(asc(slaPolicies.isDefault), asc(slaPolicies.position), asc(slaPolicies.id));
}

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

/** The newest calendar; null before the house was set up. */
export async function currentCalendar(db: Db): Promise<{ id: string; calendar: Calendar } | null> {
  const { calendars } = db.tables;
  const [newest] = await db
    .select({ id: calendars.id, calendar: calendars.calendar })
    .from(calendars)
    .orderBy(desc(calendars.createdAt), desc(calendars.id))
    .limit(1);
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
