import type { Server as HttpServer } from 'node:http';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { Server, type Socket } from 'socket.io';
import { type Log, reasonOf } from '../config/log.ts';
import { newestSeq } from '../events/events.queries.ts';
import type { House } from '../flows/house.ts';
import { type Identify, isOwnOrigin } from '../http/guard.ts';

export const EVERYBODY = 'house';
export const EVERY_CHANNEL = 'channels';
export const channelRoom = (channelId: string): string => `channel:${channelId}`;
export const personRoom = (personId: string): string => `person:${personId}`;

/** A session may be ended by another node, or simply run out. */
const CHECK_SESSION_MS = 60_000;
const SOCKETS_PER_PERSON = 20;

export interface SocketParts {
  readonly server: HttpServer;
  readonly house: House;
  readonly identify: Identify;
  readonly publicOrigin: string | null;
}

/** Browsers listen here. They never name rooms: what they hear follows from who they are. */
export function openSockets({ server, house, identify, publicOrigin }: SocketParts): Server {
  const io = new Server(server, {
    transports: ['websocket'],
    allowRequest: (request, answer) =>
      answer(null, isOwnOrigin(request.headers.origin, request.headers.host, publicOrigin)),
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    connectTimeout: 10_000,
    pingInterval: 25_000,
    pingTimeout: 20_000,
  });
  io.use((socket, next) => {
    admit(socket, identify, house.log).then(
      (actor) => next(actor ? undefined : new Error('auth.required')),
      () => next(new Error('server.failed')),
    );
  });
  io.on('connection', (socket) => void greet(socket, house));
  return io;
}

async function admit(socket: Socket, identify: Identify, log: Log): Promise<Actor | null> {
  const cookie = socket.handshake.headers.cookie;
  const session = await identify.session(cookie);
  if (!session) return null;
  const { actor } = session;
  const others = await socket.nsp.in(personRoom(actor.personId)).fetchSockets();
  if (others.length >= SOCKETS_PER_PERSON) return null;
  socket.data.actor = actor;
  await socket.join([EVERYBODY, personRoom(actor.personId), ...roomsOf(actor)]);
  const check = setInterval(() => {
    identify.stillOpen(cookie).then(
      (still) => still || socket.disconnect(true),
      (error: unknown) => log.warn({ error: reasonOf(error) }, 'a session could not be checked'),
    );
  }, CHECK_SESSION_MS);
  socket.on('disconnect', () => clearInterval(check));
  return actor;
}

const roomsOf = (actor: Actor): string[] =>
  actor.channels === 'all' ? [EVERY_CHANNEL] : actor.channels.map(channelRoom);

/** Tells where the log stands, so that the browser can ask for what it missed. */
async function greet(socket: Socket, house: House): Promise<void> {
  const seq = await newestSeq(house.database.reader);
  socket.emit('facts', { facts: [], seq, reset: false, serverNow: house.clock.now().toISOString() });
}
