import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Heard, Presences } from '@stammgast/shared/contract/presence';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { receiveComments } from '../flows/receive-comments.ts';
import { keepPresences } from '../flows/show-presence.ts';
import type { Identify } from '../http/guard.ts';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { tellPresence } from './presence.ts';
import { openSockets } from './sockets.ts';

let house: TestHouse;
let blog: string;
let threadId: string;
const nodes: { server: Server; stop: () => Promise<void> }[] = [];
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

async function openNode(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const io = openSockets({ server, house, identify, publicOrigin: null });
  const stopTelling = tellPresence(io, house);
  const stop = async () => {
    await stopTelling();
    await io.close();
  };
  nodes.push({ server, stop });
  return (server.address() as AddressInfo).port;
}
let port: number;
const threadIn = async (channelId: string, externalId: string) => {
  await receiveComments(house, { id: channelId, language: null }, [says(externalId)], { history: false });
  const { reader } = house.database;
  return (await reader.select().from(reader.tables.threads)).find((row) => row.channelId === channelId)?.id ?? '';
};

beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  threadId = await threadIn(blog, 'c1');
  port = await openNode();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  sessions.clear();
  for (const { stop } of nodes.splice(0)) await stop();
  await house.database.close();
});

/** A browser; `sees` is what it would show now. */
async function browser(actor: Actor, at = port) {
  sessions.set(actor.personId, actor);
  const client = connect(`http://127.0.0.1:${at}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: actor.personId },
  });
  clients.push(client);
  const heard: Presences[] = [];
  client.on('presence', (presences: Presences) => heard.push(presences));
  await until(() => heard.length > 0);
  // All of it is on one channel.
  const sees = () => (heard.at(-1)?.present ?? []).map(({ personId, level }) => `${personId} ${level}`).toSorted();
  const tell = (is: unknown): Promise<Heard> => client.emitWithAck('presence', is);
  return { client, heard, sees, tell };
}
const agent = (personId: string, channels: Actor['channels'] = [blog], role: Actor['role'] = 'agent'): Actor => ({
  personId,
  role,
  channels,
});
const until = (done: () => boolean) => expect.poll(done, { timeout: 3000, interval: 5 }).toBe(true);
const rows = () => house.database.reader.select().from(house.database.reader.tables.presences);

test('colleagues see who comes, writes and leaves', async () => {
  const ben = await browser(agent('ben'));
  const anna = await browser(agent('anna'));
  expect(await anna.tell({ threadId, level: 'sees' })).toEqual({ ok: true });
  await until(() => ben.sees().join() === 'anna sees');
  await anna.tell({ threadId, level: 'writes' });
  await until(() => ben.sees().join() === 'anna writes');
  anna.client.disconnect();
  await until(() => ben.sees().length === 0);
  expect(await rows()).toEqual([]);
});

test('who comes later gets the whole picture', async () => {
  const anna = await browser(agent('anna'));
  await anna.tell({ threadId, level: 'writes' });
  const eva = await browser(agent('eva', 'all', 'admin'));
  expect(eva.heard[0]).toMatchObject({ channelId: null, present: [{ threadId, personId: 'anna', level: 'writes' }] });
});

test('nobody hears of channels that are none of their business, or is heard there', async () => {
  const forum = await addTestChannel(house);
  const elsewhere = await threadIn(forum, 'f1');
  const anna = await browser(agent('anna'));
  const ben = await browser(agent('ben', [forum]));
  expect(await anna.tell({ threadId: elsewhere, level: 'writes' })).toEqual({ ok: false, code: 'not_found' });
  expect(await anna.tell({ threadId: 'none', level: 'writes' })).toEqual({ ok: false, code: 'not_found' });
  await anna.tell({ threadId, level: 'writes' });
  await until(() => anna.sees().length === 1);
  expect(ben.sees()).toEqual([]);
  expect(await rows()).toHaveLength(1);
});

test('several windows are one person, at the highest level; who may not answer only sees', async () => {
  const ben = await browser(agent('ben'));
  const [one, two] = [await browser(agent('anna')), await browser(agent('anna'))];
  await one.tell({ threadId, level: 'writes' });
  await two.tell({ threadId, level: 'sees' });
  await until(() => ben.sees().join() === 'anna writes');
  one.client.disconnect();
  await until(() => ben.sees().join() === 'anna sees');
  const lead = await browser(agent('lea', [blog], 'supervisor'));
  await lead.tell({ threadId, level: 'writes' });
  await until(() => ben.sees().join() === 'anna sees,lea sees');
});

test('a lease that nobody renews runs out; of a living browser the node renews it', async () => {
  const anna = await browser(agent('anna'));
  await anna.tell({ threadId, level: 'writes' });
  const [row] = await rows();
  house.clock.forward(60_000);
  await keepPresences(house, [row?.id ?? '']);
  house.clock.forward(89_000);
  await keepPresences(house, []);
  expect(await rows()).toHaveLength(1);
  house.clock.forward(1000);
  await keepPresences(house, []);
  expect(await rows()).toEqual([]);
});

test('nothing of it is recorded', async () => {
  const before = await factsAfter(house.database.reader, 0, 1000);
  const anna = await browser(agent('anna'));
  await anna.tell({ threadId, level: 'writes' });
  await anna.tell({ threadId: null, level: 'sees' });
  expect(await factsAfter(house.database.reader, 0, 1000)).toEqual(before);
  expect(await rows()).toEqual([]);
});

test('nonsense and floods are refused, and the house goes on', async () => {
  const anna = await browser(agent('anna'));
  for (const nonsense of [null, 'threads', { threadId }, { threadId, level: 'owns' }, { threadId: { $ne: 1 } }]) {
    expect(await anna.tell(nonsense)).toEqual({ ok: false, code: 'input.invalid' });
  }
  anna.client.emit('presence');
  anna.client.emit('presence', { threadId, level: 'sees' }, 'no function');
  const flood = await Promise.all(Array.from({ length: 60 }, () => anna.tell({ threadId, level: 'sees' })));
  expect(flood.some(({ code }) => code === 'rate.limited')).toBe(true);
  const closed = once(anna.client as never, 'disconnect');
  for (let i = 0; i < 1000; i += 1) anna.client.emit('presence', { threadId, level: 'sees' });
  await closed;
  const ben = await browser(agent('ben'));
  expect(await ben.tell({ threadId, level: 'sees' })).toEqual({ ok: true });
});

test('who leaves at once is not there afterwards', async () => {
  const ben = await browser(agent('ben'));
  const anna = await browser(agent('anna'));
  anna.client.emit('presence', { threadId, level: 'writes' });
  anna.client.emit('presence', { threadId: null, level: 'sees' });
  await anna.tell({ threadId, level: 'sees' });
  anna.client.disconnect();
  await until(() => ben.sees().length === 0);
  await expect.poll(rows).toEqual([]);
});

// The embedded database has one.
if (process.env.STAMMGAST_TEST_POSTGRES) {
  test('over several nodes', async () => {
    const other = await openNode();
    const ben = await browser(agent('ben'), other);
    const anna = await browser(agent('anna'));
    await anna.tell({ threadId, level: 'writes' });
    await until(() => ben.sees().join() === 'anna writes');
    anna.client.disconnect();
    await until(() => ben.sees().length === 0);
  });
}
