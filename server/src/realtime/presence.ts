import { type Presence, type Presences, ShownPresence } from '@stammgast/shared/contract/presence';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import type { Server, Socket } from 'socket.io';
import { reasonOf } from '../config/log.ts';
import type { House } from '../flows/house.ts';
import { keepPresences, leave, presentByChannel, showPresence } from '../flows/show-presence.ts';
import { hear } from './hear.ts';
import { channelRoom, EVERY_CHANNEL } from './sockets.ts';

/** People come and go in bursts; a channel hears of it at most five times a second. */
const COALESCE_MS = 200;
/** Three chances before a lease of 90 s is over. */
const RENEW_MS = 30_000;
/** How soon a lease that nobody renews is seen to be over. */
const LOOK_ANYWAY_MS = 10_000;

/** Hears from browsers which thread they are at, and tells the others. Returns the way to stop. */
export function tellPresence(io: Server, house: House): () => Promise<void> {
  const news = createNews(io, house);
  const shown = new Set<string>();
  const warn = (error: unknown) => house.log.warn({ error: reasonOf(error) }, 'presence could not be kept');

  io.on('connection', (socket: Socket) => {
    const actor = socket.data.actor as Actor;
    // One after the other: whoever leaves right after coming must not come last.
    let last: Promise<void> = Promise.resolve();
    const inTurn = (work: () => Promise<void>): Promise<void> => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn.finally(news.look);
    };
    hear(socket, 'presence', ShownPresence, (is) => inTurn(() => present(socket, actor, is)), house.log);
    socket.on('disconnect', () => {
      if (shown.delete(socket.id)) inTurn(() => leave(house, socket.id)).catch(warn);
    });
    news.greet(socket, actor);
  });
  async function present(socket: Socket, actor: Actor, is: ShownPresence): Promise<void> {
    if (!socket.connected) return;
    shown.add(socket.id);
    await showPresence(house, actor, socket.id, is);
  }

  const renew = setInterval(() => {
    if (shown.size > 0) keepPresences(house, [...shown]).catch(warn);
  }, RENEW_MS);
  const look = setInterval(news.look, LOOK_ANYWAY_MS);
  const unsubscribe = house.database.onPresence(news.look);
  return async () => {
    clearInterval(renew);
    clearInterval(look);
    unsubscribe();
    await news.stop();
  };
}

/** Compares who is there with what was told last, and tells each channel what is different. */
function createNews(io: Server, house: House) {
  let told = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  // One after the other, so that an older picture never comes after a newer one.
  let running: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    running = running
      .then(work)
      .catch((error: unknown) => house.log.error({ error: reasonOf(error) }, 'telling who is there failed'));
  };

  async function tell(): Promise<void> {
    const now = await presentByChannel(house);
    const texts = new Map([...now].map(([channelId, present]) => [channelId, JSON.stringify(present)]));
    for (const channelId of new Set([...told.keys(), ...texts.keys()])) {
      if (told.get(channelId) === texts.get(channelId)) continue;
      const presences: Presences = { channelId, present: now.get(channelId) ?? [] };
      io.to([EVERY_CHANNEL, channelRoom(channelId)]).emit('presence', presences);
    }
    told = texts;
  }

  return {
    look(): void {
      if (timer || io.sockets.sockets.size === 0) return;
      timer = setTimeout(() => {
        timer = null;
        inTurn(tell);
      }, COALESCE_MS);
    },
    /** The whole picture for somebody who has just come. */
    greet(socket: Socket, actor: Actor): void {
      inTurn(async () => {
        const all = [...(await presentByChannel(house))];
        const present: Presence[] = all.flatMap(([channelId, some]) => (sees(actor, channelId) ? some : []));
        socket.emit('presence', { channelId: null, present } satisfies Presences);
      });
    },
    async stop(): Promise<void> {
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
