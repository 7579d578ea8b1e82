import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Facts } from '@stammgast/shared/contract/live';
import type { Presences } from '@stammgast/shared/contract/presence';
import { Server, type Socket } from 'socket.io';
import { afterEach, expect, it, vi } from 'vitest';
import { openSocket } from './socket.ts';

const facts: Facts = { facts: [], seq: 7, reset: false, serverNow: '2026-03-05T13:00:00.000Z' };
const presences: Presences = { channelId: null, present: [] };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

/** A house that lets somebody in, or says why not, and a window that listens to it. */
async function stage(admit: (socket: Socket) => string | null = () => null, ping = 25_000) {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], pingInterval: ping, pingTimeout: ping });
  io.use((socket, next) => {
    const reason = admit(socket);
    next(reason === null ? undefined : new Error(reason));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const heard: unknown[] = [];
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const at = Object.assign(new EventTarget(), { location: { origin } }) as unknown as Window;
  const line = openSocket(
    at,
    {
      onFacts: (one) => heard.push(one),
      onPresence: (one) => heard.push(one),
      onDown: (reason) => heard.push(reason),
    },
    () => heard.push('bell'),
  );
  closing.push(line.close, () => io.close());
  return { io, at, line, heard };
}
const shortly = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('hears what the house tells, rings when it stands, and tells where the window is', async () => {
  const { io, line, heard } = await stage();
  const shown: unknown[] = [];
  io.on('connection', (socket) => {
    socket.on('presence', (is) => shown.push(is));
    socket.emit('facts', facts);
    socket.emit('presence', presences);
    socket.emit('bell');
  });
  line.show({ threadId: 'too early', level: 'sees' });
  line.connect();
  line.connect();
  await expect.poll(() => heard).toEqual(['bell', facts, presences, 'bell']);
  line.show({ threadId: 't', level: 'writes' });
  await expect.poll(() => shown).toEqual([{ threadId: 't', level: 'writes' }]);
  expect(io.sockets.sockets.size).toBe(1);
});

it('stays as long as it answers when it is asked whether it is there', async () => {
  const { io, line, heard } = await stage(undefined, 40);
  line.connect();
  await expect.poll(() => heard).toEqual(['bell']);
  await shortly(400);
  expect([heard, io.sockets.sockets.size]).toEqual([['bell'], 1]);
});

it('tells a refusal from a failure, and may come again', async () => {
  const reasons = ['auth.required', 'server.failed'];
  const { line, heard } = await stage(() => reasons.shift() ?? null);
  line.connect();
  await expect.poll(() => heard).toEqual(['refused']);
  line.connect();
  await expect.poll(() => heard).toEqual(['refused', 'lost']);
  line.connect();
  await expect.poll(() => heard).toEqual(['refused', 'lost', 'bell']);
});

it('is lost once when the house shows out, when the network goes, and when the house is away', async () => {
  const { io, at, line, heard } = await stage();
  line.connect();
  await expect.poll(() => heard).toEqual(['bell']);
  io.disconnectSockets(false);
  await expect.poll(() => heard).toEqual(['bell', 'lost']);
  line.connect();
  await expect.poll(() => heard.slice(2)).toEqual(['bell']);
  at.dispatchEvent(new Event('offline'));
  expect(heard.slice(3)).toEqual(['lost']);
  at.dispatchEvent(new Event('offline'));
  await io.close();
  line.connect();
  await expect.poll(() => heard.slice(4)).toEqual(['lost']);
});

it('says nothing when it is closed here', async () => {
  const { io, line, heard } = await stage();
  line.connect();
  await expect.poll(() => heard).toEqual(['bell']);
  line.close();
  await expect.poll(() => io.sockets.sockets.size).toBe(0);
  expect(heard).toEqual(['bell']);
});

it('gives up a house that says nothing', async () => {
  const { line, heard } = await stage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  line.connect();
  vi.advanceTimersByTime(19_999);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['lost']);
});
