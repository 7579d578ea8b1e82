import type { Fact, Facts } from '@stammgast/shared/contract/live';
import type { Server } from 'socket.io';
import { audienceOf } from '../events/audience.ts';
import type { StoredFact } from '../events/events.queries.ts';
import { followFacts } from '../events/follow.ts';
import type { House } from '../flows/house.ts';
import { present } from '../flows/tell-facts.ts';
import { channelRoom, EVERY_CHANNEL, EVERYBODY, personRoom } from './sockets.ts';

/** A batch with more facts than this is told as "look again": drawing each would only be in the way. */
const TELL_ONE_BY_ONE = 100;
/** Packets that wait for a reader who does not read. */
const SLOW_READER = 256;

/** Follows the log and tells each fact to those who may hear it. Returns the way to stop. */
export function broadcastFacts(io: Server, house: House): Promise<() => Promise<void>> {
  return followFacts(house.database, house.log, async (facts) => {
    endSessions(io, facts);
    ringBells(io, facts);
    if (io.sockets.sockets.size === 0) return;
    cutSlowReaders(io);
    const seq = facts.at(-1)?.seq ?? 0;
    const serverNow = house.clock.now().toISOString();
    const send = (rooms: string | string[], told: readonly Fact[]) => {
      const news: Facts = { facts: [...told], seq, reset: false, serverNow };
      io.to(rooms).emit('facts', news);
    };
    if (facts.length > TELL_ONE_BY_ONE) {
      io.to(EVERYBODY).emit('facts', { facts: [], seq, reset: true, serverNow } satisfies Facts);
      return;
    }
    const told = await present(house, facts);
    // Not every fact is told: what is told finds its rooms by its number, never by its place.
    const stored = new Map(facts.map((fact) => [fact.seq, fact]));
    const heardBy = told.map((fact) => ({ fact, rooms: roomsOf(stored.get(fact.seq)) }));
    for (const some of Map.groupBy(heardBy, ({ rooms }) => rooms.join(' ')).values()) {
      send(
        some[0]?.rooms ?? [],
        some.map(({ fact }) => fact),
      );
    }
  });
}

function roomsOf(fact: StoredFact | undefined): string[] {
  const channels = fact ? audienceOf(fact) : [];
  return channels === null ? [EVERYBODY] : [EVERY_CHANNEL, ...channels.map(channelRoom)];
}

/** Revoked means gone: whoever lost rights is cut off at once and comes back with the rights that are left. */
function endSessions(io: Server, facts: readonly StoredFact[]): void {
  for (const fact of facts) {
    const ended = fact.payload?.sessionsEnded === true;
    const personId = ended ? fact.payload?.personId : undefined;
    if (typeof personId === 'string') io.in(personRoom(personId)).disconnectSockets(true);
  }
}

/** What somebody was told is their own business: they hear that there is something, and ask. */
function ringBells(io: Server, facts: readonly StoredFact[]): void {
  const people = facts.flatMap((fact) => (fact.kind === 'bell.rung' ? (fact.payload?.personIds as string[]) : []));
  for (const personId of new Set(people)) io.to(personRoom(personId)).emit('bell');
}

function cutSlowReaders(io: Server): void {
  for (const socket of io.sockets.sockets.values()) {
    const waiting = (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
    if (waiting > SLOW_READER) socket.disconnect(true);
  }
}
