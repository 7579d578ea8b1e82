import type { Notification } from '@stammgast/shared/contract/notifications';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectedChannel } from '../channels/channels.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { insertVoices } from '../radar/voices.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { countBell, markBell, readBell } from './read-bell.ts';
import { receiveComments } from './receive-comments.ts';
import { tellPeople } from './tell-people.ts';

let house: TestHouse;
let channelId: string;
let lead: Actor;
let agent: Actor;
let threads: string[];
let stop: () => Promise<void>;

const actorOf = (personId: string, role: Actor['role'], channels: Actor['channels'] = [channelId]): Actor => ({
  personId,
  role,
  channels,
});
beforeEach(async () => {
  house = await openWorkingHouse();
  channelId = await addTestChannel(house);
  lead = actorOf(await addTestPerson(house, 'lead', [channelId]), 'lead');
  agent = actorOf(await addTestPerson(house, 'agent', [channelId]), 'agent');
  const channel = await connectedChannel(house.database.reader, channelId);
  if (!channel) throw new Error('no channel');
  await receiveComments(
    house,
    channel,
    [1, 2, 3, 4].map((n) => says(`c${n}`, { post: null })),
    { history: false },
  );
  const { reader } = house.database;
  threads = (await reader.select().from(reader.tables.threads)).map(({ id }) => id);
  stop = (await tellPeople(house)).stop;
});
afterEach(async () => {
  await stop();
  await house.database.close();
});

const tell = (...facts: Partial<NewFact>[]) =>
  house.database.transaction((tx) =>
    record(
      tx,
      house.clock.now(),
      facts.map((fact) => ({ kind: 'sla.breached', channelId, threadId: threads[0] ?? null, ...fact })),
    ),
  );
const bell = async (actor: Actor): Promise<Notification[]> => (await readBell(house, actor, undefined)).notifications;
const untilTold = (actor: Actor, check: (told: Notification[]) => void) =>
  vi.waitFor(async () => check(await bell(actor)), { timeout: 5000 });

test('a breach is told to the lead at once, with the thread as it is now; to the others when nobody has it', async () => {
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: agent.personId }));
  await tell({});
  await untilTold(lead, (told) => expect(told).toHaveLength(1));
  const [told] = await bell(lead);
  expect(told).toMatchObject({ event: 'breached', unread: true, count: 1, by: null });
  expect(told?.threads.map(({ id }) => id)).toEqual([threads[0]]);
  expect(await bell(agent)).toEqual([]);
  await house.database.transaction((tx) => tx.update(tx.tables.threads).set({ assigneeId: null }));
  await tell({ threadId: threads[1] ?? null });
  await untilTold(agent, (mine) => expect(mine).toHaveLength(1));
});

test('of one kind there is one notification in a minute, and whatever comes joins it', async () => {
  await tell({}, { threadId: threads[1] ?? null });
  await untilTold(lead, (told) => expect(told).toMatchObject([{ count: 2 }]));
  await markBell(house, lead, undefined);
  house.clock.forward(59_000);
  // The next clock of a thread that is named already is no news.
  await tell({}, { threadId: threads[2] ?? null });
  await untilTold(lead, (told) => expect(told).toMatchObject([{ count: 3, unread: true }]));
  await tell({ kind: 'reply.submitted', personId: agent.personId });
  await untilTold(lead, (told) => expect(told.map((one) => one.event).sort()).toEqual(['approval', 'breached']));
  house.clock.forward(1000);
  await tell({ threadId: threads[3] ?? null });
  await untilTold(lead, (told) => expect(told.map((one) => one.count)).toEqual([1, 1, 3]));
});

test('what one may no longer see is neither shown nor counted', async () => {
  await tell({});
  await untilTold(lead, (told) => expect(told).toHaveLength(1));
  expect(await countBell(house, lead)).toMatchObject({ unread: 1 });
  const elsewhere = actorOf(lead.personId, 'lead', ['another']);
  expect(await bell(elsewhere)).toEqual([]);
  expect(await countBell(house, elsewhere)).toMatchObject({ unread: 0 });
  expect(await bell(actorOf(lead.personId, 'lead', []))).toEqual([]);
});

test('the writer reads why an answer came back; a switched-off kind is not told', async () => {
  const replyId = house.newId();
  await house.database.transaction(async (tx) => {
    const now = house.clock.now();
    const where = { threadId: threads[0] ?? '', channelId };
    await tx.insert(tx.tables.replies).values({
      ...{ id: replyId, ...where, commentId: 'c', personId: agent.personId, body: 'Danke', state: 'draft' },
      ...{ idempotencyKey: replyId, createdAt: now },
    });
    await tx.insert(tx.tables.approvals).values({
      ...{ id: house.newId(), replyId, ...where, reasons: [], requestedBy: agent.personId, requestedAt: now },
      ...{ decision: 'rejected', decidedBy: lead.personId, remark: 'Bitte ohne Ausreden.' },
    });
    const preferences = { notify: { ways: { breached: { bell: false, desktop: false } } } };
    await tx.update(tx.tables.people).set({ preferences });
  });
  await tell({}, { kind: 'reply.rejected', personId: lead.personId, payload: { replyId } });
  await untilTold(agent, (told) =>
    expect(told).toMatchObject([{ event: 'returned', by: 'Anna lead', reason: 'Bitte ohne Ausreden.' }]),
  );
  expect(await bell(lead)).toEqual([]);
});

test('each fact is told once, over restarts and with two nodes', async () => {
  await tell({});
  await untilTold(lead, (told) => expect(told).toHaveLength(1));
  await stop();
  house.clock.forward(61_000);
  await tell({ threadId: threads[1] ?? null });
  const nodes = await Promise.all([tellPeople(house), tellPeople(house)]);
  stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  await untilTold(lead, (told) => expect(told.map((one) => one.count)).toEqual([1, 1]));
  const { reader } = house.database;
  expect(await reader.select().from(reader.tables.notificationItems)).toHaveLength(4);
});

test('pages follow each other without a gap, and reading marks only what was named', async () => {
  for (let n = 0; n < 33; n += 1) {
    await tell({ threadId: threads[n % 4] ?? null });
    await vi.waitFor(async () => expect(await countBell(house, lead)).toMatchObject({ unread: n + 1 }));
    house.clock.forward(61_000);
  }
  const first = await readBell(house, lead, undefined);
  const second = await readBell(house, lead, first.next ?? undefined);
  expect([first.notifications.length, second.notifications.length, second.next]).toEqual([30, 3, null]);
  const ids = [...first.notifications, ...second.notifications].map(({ id }) => id);
  expect(new Set(ids).size).toBe(33);
  expect(await markBell(house, lead, ids.slice(0, 3))).toMatchObject({ unread: 30 });
  expect(await markBell(house, agent, ids)).toMatchObject({ unread: 33 });
  expect(await countBell(house, lead)).toMatchObject({ unread: 30 });
});

test('a storm over several channels is told once to each who sees one of them, as loud as it is there', async () => {
  const other = await addTestChannel(house);
  const both = await addTestPerson(house, 'lead', [channelId, other]);
  const levels = { [channelId]: 3, [other]: 5 };
  await tell({
    kind: 'radar.rose',
    threadId: null,
    payload: { incident: 7, level: 5, channels: [channelId, other], levels },
  });
  await untilTold(lead, (told) => expect(told).toMatchObject([{ event: 'radar', count: 1, incident: 7, threads: [] }]));
  const { reader } = house.database;
  const urgencies = (await reader.select().from(reader.tables.notifications)).map((row) => [row.personId, row.urgency]);
  expect(new Map(urgencies as [string, number][])).toEqual(
    new Map([
      [lead.personId, 3],
      [both, 5],
    ]),
  );
});

test('a storm names what most of it is about, as far as its reader sees it', async () => {
  const other = await addTestChannel(house);
  const both = actorOf(await addTestPerson(house, 'lead', [channelId, other]), 'lead', [channelId, other]);
  const { clock } = house;
  const voice = (id: string, on: string, topics: string, critical = true) => ({
    ...{ id, channelId: on, threadId: `${on}-storm`, postId: null, topics, authorId: id, at: clock.now() },
    ...{ hour: 1, critical, press: false, aroused: false },
  });
  await house.database.transaction(async (tx) => {
    const thread = (on: string) => ({ threadId: `${on}-storm`, channelId: on, joinedAt: clock.now() });
    const joined = [channelId, other].map((on) => ({ id: `${on}-in`, incident: 7, ...thread(on) }));
    await tx.insert(tx.tables.incidentThreads).values(joined);
    await insertVoices(tx, [
      ...[
        voice('v1', channelId, 'product satisfaction'),
        voice('v2', channelId, 'product'),
        voice('v3', channelId, ''),
      ],
      ...['v4', 'v5', 'v6', 'v7'].map((id) => voice(id, other, 'support')),
      ...['v8', 'v9'].map((id) => voice(id, channelId, 'cocreation', false)),
    ]);
  });
  await tell({ kind: 'radar.rose', threadId: null, payload: { incident: 7, level: 5, channels: [channelId, other] } });
  await untilTold(lead, (told) => expect(told).toMatchObject([{ event: 'radar', topics: ['product'] }]));
  expect(await bell(both)).toMatchObject([{ topics: ['support'] }]);
  await tell({ kind: 'radar.rose', threadId: null, payload: { incident: 8, level: 5, channels: [channelId] } });
  await untilTold(lead, (told) => expect(told).toMatchObject([{ count: 2, topics: [] }]));
});

test('a review is told to whose answer it is, without who has judged', async () => {
  const supervisor = await addTestPerson(house, 'supervisor', [channelId]);
  await tell({ kind: 'review.saved', personId: supervisor, payload: { authorId: agent.personId } });
  await untilTold(agent, (told) => expect(told).toMatchObject([{ event: 'review', by: null }]));
  expect(await bell(lead)).toEqual([]);
});
