import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, notInArray } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type StoredDevice = Db['tables']['pushDevices']['$inferSelect'];

export function devicesOf(db: Db, personId: string): Promise<StoredDevice[]> {
  const { pushDevices: d } = db.tables;
  return db.select().from(d).where(eq(d.personId, personId)).orderBy(asc(d.createdAt), asc(d.id));
}

/** Where the person was last comes first. */
export async function devicesByUse(db: Db, personId: string): Promise<StoredDevice[]> {
  const { pushDevices: d, sessions: s } = db.tables;
  const rows = await db
    .select({ device: d })
    .from(d)
    .innerJoin(s, eq(s.id, d.sessionId))
    .where(eq(d.personId, personId))
    .orderBy(desc(s.lastSeenAt), desc(d.createdAt), asc(d.id));
  return rows.map(({ device }) => device);
}

/** A browser has one address: whoever uses it now is told there, and nobody else. The oldest beyond `most` goes. */
export async function putDevice(tx: Db, row: StoredDevice, most: number): Promise<void> {
  const { pushDevices: d } = tx.tables;
  await tx.delete(d).where(eq(d.endpointHash, row.endpointHash));
  await tx.insert(d).values(row);
  const newest = tx
    .select({ id: d.id })
    .from(d)
    .where(eq(d.personId, row.personId))
    .orderBy(desc(d.createdAt), desc(d.id))
    .limit(most);
  await tx.delete(d).where(and(eq(d.personId, row.personId), notInArray(d.id, newest)));
}

/** False when the person has no such device. */
export async function deleteDevice(tx: Db, personId: string, id: string): Promise<boolean> {
  const { pushDevices: d } = tx.tables;
  const gone = await tx
    .delete(d)
    .where(and(eq(d.id, id), eq(d.personId, personId)))
    .returning({ id: d.id });
  return gone.length > 0;
}

export async function changeDevice(
  tx: Db,
  id: string,
  change: Partial<Pick<StoredDevice, 'told' | 'pushedAt' | 'restsUntil'>>,
): Promise<void> {
  const { pushDevices: d } = tx.tables;
  await tx.update(d).set(change).where(eq(d.id, id));
}

/** The devices of a person need not be told what was told up to then. */
export async function markTold(tx: Db, personId: string, told: number): Promise<void> {
  const { pushDevices: d } = tx.tables;
  await tx
    .update(d)
    .set({ told })
    .where(and(eq(d.personId, personId), lt(d.told, told)));
}

/** Which of these people have a device. */
export async function peopleWithDevices(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { pushDevices: d } = db.tables;
  const rows = await db
    .selectDistinct({ personId: d.personId })
    .from(d)
    .where(inArray(d.personId, [...personIds]));
  return rows.map((row) => row.personId);
}

export type Pushable = Awaited<ReturnType<typeof pushableOf>>[number];

/** What a person was told after a telling and since a moment, has not read, and wants on devices; oldest first. */
export function pushableOf(
  db: Db,
  personId: string,
  channels: readonly string[] | 'all',
  { told, since }: { readonly told: number; readonly since: Date },
) {
  const { notifications: n, notificationItems: i } = db.tables;
  return db
    .select({ event: n.event, urgency: n.urgency, threadId: i.threadId, told: i.told })
    .from(n)
    .innerJoin(i, eq(i.notificationId, n.id))
    .where(
      and(
        eq(n.personId, personId),
        isNull(n.readAt),
        isNotNull(n.urgency),
        gt(i.told, told),
        gt(i.at, since),
        channels === 'all' ? undefined : inArray(i.channelId, [...channels]),
      ),
    )
    .orderBy(asc(i.told), asc(i.id));
}
