import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Facts } from '@stammgast/shared/contract/live';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { record } from '../events/record.ts';
import { receiveComments } from '../flows/receive-comments.ts';
import type { Identify } from '../http/guard.ts';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { broadcastFacts } from './broadcast.ts';
import { openSockets } from './sockets.ts';

let house: TestHouse;
let server: Server;
let stop: () => Promise<void>;
const sessions = new Map<string, Actor>();
const clients: Socket[] = [];
const identify: Identify = {
  session: async (cookie) => {
    const actor = sessions.get(cookie ?? '');
    return actor ? { actor, personId: actor.personId, sessionId: 's', csrfToken: 'c' } : null;
  },
  stillOpen: async (cookie) => sessions.has(cookie ?? ''),
  channel: async () => null,
};

beforeEach(async () => {
  house = await openWorkingHouse();
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const io = openSockets({ server, house, identify, publicOrigin: null });
  const stopBroadcast = await broadcastFacts(io, house);
  stop = async () => {
    await stopBroadcast();
    await io.close();
  };
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  sessions.clear();
  await stop();
  await house.database.close();
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
function open(cookie: string, headers: Record<string, string> = {}): Socket {
  const client = connect(url(), {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, ...headers },
  });
  clients.push(client);
  return client;
}
/** Signs somebody in and collects what they hear after the greeting. */
async function listener(actor: Actor): Promise<{ client: Socket; heard: Facts[] }> {
  sessions.set(actor.personId, actor);
  const client = open(actor.personId);
  const heard: Facts[] = [];
  const [greeting] = (await once(client as never, 'facts')) as [Facts];
  expect(greeting).toMatchObject({ facts: [], reset: false });
  client.on('facts', (facts: Facts) => heard.push(facts));
  return { client, heard };
}
const agent = (personId: string, channels: Actor['channels']): Actor => ({ personId, role: 'agent', channels });
const until = (done: () => boolean) => expect.poll(done, { timeout: 3000, interval: 5 }).toBe(true);

test('each hears of the own channels only, with the row as it is', async () => {
  const [blog, forum] = [await addTestChannel(house), await addTestChannel(house)];
  const anna = await listener(agent('anna', [blog]));
  const ben = await listener(agent('ben', [forum]));
  const eva = await listener({ personId: 'eva', role: 'admin', channels: 'all' });
  await receiveComments(house, { id: blog, language: null }, [says('c1')], { history: false });
  await receiveComments(house, { id: forum, language: null }, [says('f1')], { history: false });
  await until(() => eva.heard.flatMap((h) => h.facts).length === 2);
  await until(() => anna.heard.length === 1 && ben.heard.length === 1);
  expect(anna.heard.flatMap((h) => h.facts)).toMatchObject([
    { kind: 'comment.received', channelId: blog, thread: { author: { name: 'Gast c1' }, status: 'open' } },
  ]);
  expect(ben.heard.flatMap((h) => h.facts)).toMatchObject([{ channelId: forum }]);
});

test('what is told to nobody moves nothing of its batch into another room', async () => {
  const [blog, forum] = [await addTestChannel(house), await addTestChannel(house)];
  const anna = await listener(agent('anna', [blog]));
  const ben = await listener(agent('ben', [forum]));
  await house.database.transaction((tx) =>
    record(tx, house.clock.now(), [
      { kind: 'session.opened', personId: 'eva' },
      { kind: 'bell.rung', payload: { personIds: [] } },
      { kind: 'note.added', channelId: blog, threadId: 'b' },
      { kind: 'note.added', channelId: forum, threadId: 'f' },
    ]),
  );
  await until(() => anna.heard.length === 1 && ben.heard.length === 1);
  expect(anna.heard.flatMap(({ facts }) => facts)).toMatchObject([{ channelId: blog, threadId: 'b' }]);
  expect(ben.heard.flatMap(({ facts }) => facts)).toMatchObject([{ channelId: forum, threadId: 'f' }]);
});

test('whoever hears of a storm is not told which other channels it has reached', async () => {
  const [blog, forum] = [await addTestChannel(house), await addTestChannel(house)];
  const ben = await listener(agent('ben', [forum]));
  await house.database.transaction((tx) =>
    record(tx, house.clock.now(), [{ kind: 'radar.rose', channelId: blog, payload: { channels: [blog, forum] } }]),
  );
  await until(() => ben.heard.length === 1);
  expect(JSON.stringify(ben.heard)).not.toContain(blog);
});

test('a client cannot name rooms or be heard', async () => {
  const [blog, forum] = [await addTestChannel(house), await addTestChannel(house)];
  const anna = await listener(agent('anna', [blog]));
  for (const room of [`channel:${forum}`, '%', ['channels'], { toString: 'channels' }]) {
    anna.client.emit('subscribe', room);
    anna.client.emit('join', room);
  }
  await receiveComments(house, { id: forum, language: null }, [says('f1')], { history: false });
  await receiveComments(house, { id: blog, language: null }, [says('c1')], { history: false });
  await until(() => anna.heard.length > 0);
  expect(anna.heard.flatMap((h) => h.facts).map((f) => f.channelId)).toEqual([blog]);
});

test('nobody comes in without a session or from another page', async () => {
  const [stranger] = await once(open('nobody') as never, 'connect_error');
  expect(String(stranger)).toContain('auth.required');
  sessions.set('anna', agent('anna', []));
  const foreign = open('anna', { origin: 'https://evil.example' });
  await once(foreign as never, 'connect_error');
  expect(foreign.connected).toBe(false);
});

test('revoked means gone: rights changed, connection closed', async () => {
  const blog = await addTestChannel(house);
  const anna = await listener(agent('anna', [blog]));
  sessions.delete('anna');
  const closed = once(anna.client as never, 'disconnect');
  await house.database.transaction((tx) =>
    record(tx, house.clock.now(), [
      { kind: 'person.changed', personId: 'eva', payload: { personId: 'anna', sessionsEnded: true } },
    ]),
  );
  await closed;
  await receiveComments(house, { id: blog, language: null }, [says('c1')], { history: false });
  expect(anna.heard.flatMap((h) => h.facts).filter((f) => f.channelId === blog)).toEqual([]);
});

test('a flood is told as a new situation', async () => {
  const blog = await addTestChannel(house);
  const anna = await listener(agent('anna', [blog]));
  await receiveComments(
    house,
    { id: blog, language: null },
    Array.from({ length: 150 }, (_, i) => says(`c${i}`)),
    { history: false },
  );
  await until(() => anna.heard.some((h) => h.reset));
});

test('a bell is heard by the person for whom it rings, and by nobody else', async () => {
  const rung: string[] = [];
  const anna = await listener(agent('anna', ['blog']));
  const eva = await listener({ personId: 'eva', role: 'admin', channels: 'all' });
  anna.client.on('bell', () => rung.push('anna'));
  eva.client.on('bell', () => rung.push('eva'));
  const facts = [{ kind: 'bell.rung', payload: { personIds: ['anna'] } }, { kind: 'house.changed' }] as const;
  await house.database.transaction((tx) => record(tx, house.clock.now(), facts));
  await until(() => eva.heard.length > 0 && anna.heard.length > 0);
  expect(rung).toEqual(['anna']);
  expect(eva.heard.flatMap((h) => h.facts).map((f) => f.kind)).toEqual(['house.changed']);
});
