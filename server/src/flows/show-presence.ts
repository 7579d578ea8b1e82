// Who is at which thread at this moment. It is told and forgotten: a record of who looked when would watch people work.
import { type Presence, presenceLeaseSeconds, type ShownPresence } from '@stammgast/shared/contract/presence';
import { type Actor, mayOn } from '@stammgast/shared/domain/permissions';
import {
  deleteLapsed,
  deletePresence,
  livePresences,
  putPresence,
  renewPresences,
} from '../presence/presence.queries.ts';
import { presentPeople } from '../presence/present.ts';
import type { House } from './house.ts';
import { visibleRow } from './read-threads.ts';

/** A browser is at a thread now, or at none. `socketId` names the browser's window. */
export async function showPresence(house: House, actor: Actor, socketId: string, shown: ShownPresence): Promise<void> {
  const { database } = house;
  if (shown.threadId === null) return leave(house, socketId);
  const { thread } = await visibleRow(database.reader, actor, shown.threadId);
  const { id: threadId, channelId } = thread;
  // Who may not answer is in nobody's way.
  const level = mayOn(actor, 'reply.write', channelId) ? shown.level : 'sees';
  const since = house.clock.now();
  const { personId } = actor;
  await database.transaction(async (tx) => {
    await putPresence(tx, { id: socketId, threadId, channelId, personId, level, since, leaseUntil: leaseFrom(since) });
    await tx.dialect.announcePresence(tx);
  });
}

export async function leave(house: House, socketId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    await deletePresence(tx, socketId);
    await tx.dialect.announcePresence(tx);
  });
}

/** The windows that this node holds are still open; what has lapsed goes. */
export async function keepPresences(house: House, socketIds: readonly string[]): Promise<void> {
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    await renewPresences(tx, socketIds, leaseFrom(now));
    await deleteLapsed(tx, now);
  });
}

/** Everybody who is somewhere, by channel. */
export async function presentByChannel(house: House): Promise<Map<string, Presence[]>> {
  const rows = await livePresences(house.database.reader, house.clock.now());
  const byChannel = Map.groupBy(rows, (row) => row.channelId);
  return new Map([...byChannel].map(([channelId, some]) => [channelId, presentPeople(some)]));
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + presenceLeaseSeconds * 1000);
