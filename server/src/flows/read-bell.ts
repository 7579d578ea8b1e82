// What a person finds in the bell: what they were told, as far as they may see it today.
import type { Notification } from '@stammgast/shared/contract/notifications';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import {
  type BellPosition,
  countUnread,
  itemsOf,
  markNotifications,
  notificationsOf,
  type StoredItem,
  type StoredNotification,
} from '../notifications/notifications.queries.ts';
import { remarksOn } from '../notifications/subjects.queries.ts';
import { mainTopics } from '../radar/main-topics.ts';
import { namesOf } from '../team/people.queries.ts';
import { presentRow } from '../threads/present.ts';
import { rowsById } from '../threads/queue.queries.ts';
import type { House } from './house.ts';

const PAGE = 30;
/** Threads that are shown with a notification; all of them are in the list behind it. */
const SHOWN = 3;
const COUNT_LIMIT = 99;

export async function readBell(house: House, actor: Actor, cursor: string | undefined) {
  const db = house.database.reader;
  const rows = await notificationsOf(db, actor, cursor === undefined ? null : readCursor(cursor), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return { notifications: await present(house, actor, page), next: last ? cursorOf(last) : null };
}

const cursorOf = ({ at, id }: BellPosition): string => `${at.getTime()}_${id}`;

function readCursor(cursor: string): BellPosition {
  const [, at, id] = /^(\d{1,15})_([\w-]{1,64})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw problem('input.invalid', 400);
  return { at: new Date(Number(at)), id };
}

async function present(
  { database }: House,
  actor: Actor,
  rows: readonly StoredNotification[],
): Promise<Notification[]> {
  const db = database.reader;
  const items = await itemsOf(
    db,
    actor,
    rows.map(({ id }) => id),
  );
  const of = Map.groupBy(items, ({ notificationId }) => notificationId);
  const first = [...of.values()].flatMap((some) => some.slice(0, SHOWN));
  const known = await rowsById(db, [...new Set(first.flatMap(({ threadId }) => threadId ?? []))], actor);
  const threads = new Map(known.map((one) => [one.thread.id, presentRow(one)]));
  const names = await namesOf(db, [...new Set(items.flatMap(({ byId }) => byId ?? []))]);
  const remarks = await remarksOn(db, [...new Set(items.flatMap(({ replyId }) => replyId ?? []))]);
  const storms = await mainTopics(db, actor, [...new Set(items.flatMap(({ incident }) => incident ?? []))]);
  return rows.map(({ id, event, at, readAt }) => {
    const own = of.get(id) ?? [];
    const replyId = own[0]?.replyId ?? '';
    const incident = own.length === 1 ? (own[0]?.incident ?? null) : null;
    return {
      ...{ id, event, at: at.toISOString(), unread: readAt === null, count: own.length },
      threads: own.flatMap(({ threadId }) => threads.get(threadId ?? '') ?? []),
      by: nameOf(own, names),
      incident,
      topics: incident === null ? [] : (storms.get(incident) ?? []),
      reason: event === 'returned' && own.length === 1 ? (remarks.get(replyId) ?? null) : null,
    };
  });
}

function nameOf(items: readonly StoredItem[], names: ReadonlyMap<string, string>): string | null {
  const [first, ...others] = new Set(items.map(({ byId }) => byId));
  return first && others.length === 0 ? (names.get(first) ?? null) : null;
}

export async function countBell({ database }: House, actor: Actor): Promise<{ unread: number; limit: number }> {
  return { unread: await countUnread(database.reader, actor, COUNT_LIMIT), limit: COUNT_LIMIT };
}

/** Marks as read; other windows of the person hear of it. */
export async function markBell(house: House, actor: Actor, ids: readonly string[] | undefined) {
  const { database, clock } = house;
  const now = clock.now();
  await database.transaction(async (tx) => {
    await markNotifications(tx, actor.personId, ids ?? null, now);
    await record(tx, now, [{ kind: 'bell.rung', payload: { personIds: [actor.personId] } }]);
  });
  return countBell(house, actor);
}
