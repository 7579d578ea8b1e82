import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, desc, eq, exists, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { OpenBundle } from './bundles.ts';

export type StoredNotification = Db['tables']['notifications']['$inferSelect'];
export type StoredItem = Db['tables']['notificationItems']['$inferSelect'];

/** The newest notification of each kind since a moment, with the threads it names. */
export async function openBundles(tx: Db, personIds: readonly string[], since: Date): Promise<OpenBundle[]> {
  const { notifications: n, notificationItems: i } = tx.tables;
  const rows = await tx
    .select({ id: n.id, personId: n.personId, event: n.event, urgency: n.urgency, threadId: i.threadId })
    .from(n)
    .innerJoin(i, eq(i.notificationId, n.id))
    .where(and(inArray(n.personId, [...personIds]), gt(n.at, since)));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], threadIds: new Set(same.map(({ threadId }) => threadId)) }] : [],
  );
}

export async function insertNotifications(
  tx: Db,
  rows: readonly Db['tables']['notifications']['$inferInsert'][],
  items: readonly Db['tables']['notificationItems']['$inferInsert'][],
): Promise<void> {
  await tx.insertMany(tx.tables.notifications, rows);
  await tx.insertMany(tx.tables.notificationItems, items);
}

/** Something has joined them: they are news again. */
export async function renewNotifications(tx: Db, ids: readonly string[], urgency: number | null): Promise<void> {
  const { notifications: n } = tx.tables;
  await tx
    .update(n)
    .set({ readAt: null, urgency })
    .where(inArray(n.id, [...ids]));
}

/** Holds something of a channel that the actor may see now, whatever it was when they were told. */
function isVisible(db: Db, { channels }: Actor): SQL {
  const { notifications: n, notificationItems: i } = db.tables;
  const own = channels === 'all' ? undefined : inArray(i.channelId, [...channels]);
  const rows = db
    .select({ id: i.id })
    .from(i)
    .where(and(eq(i.notificationId, n.id), own));
  return exists(rows);
}

export interface BellPosition {
  readonly at: Date;
  readonly id: string;
}

/** Newest first, after a position. */
export function notificationsOf(
  db: Db,
  actor: Actor,
  after: BellPosition | null,
  limit: number,
): Promise<StoredNotification[]> {
  const { notifications: n } = db.tables;
  const further = after && or(lt(n.at, after.at), and(eq(n.at, after.at), lt(n.id, after.id)));
  return db
    .select()
    .from(n)
    .where(and(eq(n.personId, actor.personId), eq(n.inBell, true), further ?? undefined, isVisible(db, actor)))
    .orderBy(desc(n.at), desc(n.id))
    .limit(limit);
}

/** Those of the actor's channels, oldest first. */
export function itemsOf(db: Db, { channels }: Actor, ids: readonly string[]): Promise<StoredItem[]> {
  const { notificationItems: i } = db.tables;
  const own = channels === 'all' ? undefined : inArray(i.channelId, [...channels]);
  return db
    .select()
    .from(i)
    .where(and(inArray(i.notificationId, [...ids]), own))
    .orderBy(asc(i.at), asc(i.id));
}

/** How many are unread, counted up to `limit`. */
export async function countUnread(db: Db, actor: Actor, limit: number): Promise<number> {
  const { notifications: n } = db.tables;
  const rows = await db
    .select({ id: n.id })
    .from(n)
    .where(and(eq(n.personId, actor.personId), eq(n.inBell, true), isNull(n.readAt), isVisible(db, actor)))
    .limit(limit);
  return rows.length;
}

/** Those named, or all of the person. */
export async function markNotifications(
  tx: Db,
  personId: string,
  ids: readonly string[] | null,
  at: Date,
): Promise<void> {
  const { notifications: n } = tx.tables;
  await tx
    .update(n)
    .set({ readAt: at })
    .where(and(eq(n.personId, personId), isNull(n.readAt), ids ? inArray(n.id, [...ids]) : undefined));
}

export async function forgetNotifications(tx: Db, before: Date): Promise<void> {
  const { notifications: n } = tx.tables;
  await tx.delete(n).where(lt(n.at, before));
}
