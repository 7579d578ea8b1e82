import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vaultWith } from '../channels/vault.ts';
import { factsAfter, newestSeq } from '../events/events.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { runDue } from '../jobs/worker.ts';
import { addSetting, writeSetting } from '../storage/settings.ts';
import { beginSession } from '../team/sessions.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { openTestPushService, type TestPushService } from '../testing/push-service.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { addDevice, listDevices, removeDevice, testDevice } from './manage-devices.ts';
import { changePerson } from './manage-team.ts';
import { PUSH, pushToDevices } from './push-to-devices.ts';
import { signOut } from './sign-in.ts';
import { tellOf } from './tell-people.ts';

const anyAddress = createGuardedFetch()({ allowPrivate: true });
let house: TestHouse;
let service: TestPushService;
let channelId: string;
let lead: Actor;
let sessionId: string;

beforeEach(async () => {
  house = await openWorkingHouse({ http: () => anyAddress, vault: vaultWith(Buffer.alloc(32, 7)) });
  service = await openTestPushService();
  channelId = await addTestChannel(house);
  lead = { personId: await addTestPerson(house, 'lead', [channelId]), role: 'lead', channels: [channelId] };
  sessionId = await house.database.transaction(async (tx) => {
    await addSetting(tx, 'house', { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' });
    await beginSession(tx, lead.personId, house.clock.now(), null);
    return (await tx.select().from(tx.tables.sessions))[0]?.id ?? '';
  });
});
afterEach(async () => {
  await service.close();
  await house.database.close();
});

const device = (label = 'Firefox') => addDevice(house, lead, sessionId, { ...service.subscribe(), label });
const known = async () => (await listDevices(house, lead, sessionId)).devices;
const prefer = (notify: object) =>
  house.database.transaction((tx) => tx.update(tx.tables.people).set({ preferences: { notify } }));
const push = (node = house) => runDue(node, { [PUSH]: pushToDevices(node) });

/** On a node of the house; its clock may be another. */
async function happensOn(node: TestHouse, ...facts: Partial<NewFact>[]): Promise<void> {
  const before = await newestSeq(house.database.reader);
  await house.database.transaction(async (tx) => {
    const told = facts.map((fact) => ({ kind: 'sla.breached' as const, channelId, threadId: house.newId(), ...fact }));
    await record(tx, node.clock.now(), told);
    await tellOf(node, tx, await factsAfter(tx, before, 1000));
  });
  await push(node);
}
const happens = (...facts: Partial<NewFact>[]) => happensOn(house, ...facts);

test('what a device shows is encrypted for it, says how much of what, and nothing that somebody wrote', async () => {
  await device();
  await happens({ threadId: 't1' });
  expect(service.pushed.map(({ message }) => message)).toEqual([
    { title: 'Hotel Sonnenblick', body: '1 Gespräch überfällig', path: '/inbox/t1' },
  ]);
  const [first] = service.pushed;
  expect(first?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    urgency: 'high',
    topic: 'bell',
    ttl: '3600',
  });
  expect(first?.claims.aud).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(first?.claims).not.toHaveProperty('sub');
});

test('a device speaks as the house does', async () => {
  const settings = { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de', register: 'du' } as const;
  await house.database.transaction((tx) => writeSetting(tx, 'house', settings));
  await device();
  await happens({ kind: 'thread.assigned', payload: { to: lead.personId } });
  expect(service.pushed.map(({ message }) => message.body)).toEqual(['1 Gespräch dir zugewiesen']);
});

test('50 breaches in a minute are at most 2 desktop notifications for a person with two devices, and none is forgotten', async () => {
  await Promise.all([device('Firefox'), device('Chrome')]);
  const times: number[] = [];
  const noteTimes = () => {
    while (times.length < service.pushed.length) times.push(house.clock.now().getTime());
  };
  for (let n = 0; n < 50; n += 1) {
    await happens({});
    noteTimes();
    house.clock.forward(1000);
  }
  for (let seconds = 0; seconds < 180; seconds += 5) {
    house.clock.forward(5000);
    await push();
    noteTimes();
  }
  expect(service.pushed.map(({ message }) => message.body)).toEqual([
    '1 Gespräch überfällig',
    '50 Gespräche überfällig',
  ]);
  expect(service.pushed.at(-1)?.message.path).toBe('/inbox?q=is%3Aoverdue');
  expect(new Set(service.pushed.map(({ endpoint }) => endpoint)).size).toBe(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
});

test('the device used last is told; another one only of what is still unread a minute later, and then once', async () => {
  const [used, other] = [service.subscribe(), service.subscribe()];
  await addDevice(house, lead, sessionId, { ...used, label: 'Firefox' });
  house.clock.forward(600_000);
  await house.database.transaction((tx) => beginSession(tx, lead.personId, house.clock.now(), null));
  const { reader } = house.database;
  const later = (await reader.select().from(reader.tables.sessions)).find(({ id }) => id !== sessionId)?.id ?? '';
  await addDevice(house, lead, later, { ...other, label: 'Telefon' });
  house.clock.forward(1000);
  await house.database.transaction((tx) =>
    tx.update(tx.tables.sessions).set({ lastSeenAt: house.clock.now() }).where(eq(tx.tables.sessions.id, sessionId)),
  );
  const told = () => service.pushed.map(({ endpoint }) => (endpoint === used.endpoint ? 'used' : 'other'));

  await happens({});
  await house.database.transaction((tx) => tx.update(tx.tables.notifications).set({ readAt: house.clock.now() }));
  house.clock.forward(60_000);
  await push();
  expect(told()).toEqual(['used']);

  await happens({});
  expect(told()).toEqual(['used', 'used']);
  house.clock.forward(60_000);
  await push();
  expect(told()).toEqual(['used', 'used', 'other']);
  house.clock.forward(60_000);
  await push();
  expect(told()).toHaveLength(3);
});

test('a device whose push service is busy does not keep the message from another', async () => {
  await device('Firefox');
  service.answer = 429;
  await happens({});
  service.answer = 201;
  house.clock.forward(1000);
  await device('Chrome');
  await happens({});
  expect(service.pushed.map(({ message }) => message.body)).toEqual(['1 Gespräch überfällig']);
});

test('nodes whose clocks differ leave nothing unsent, and send nothing twice', async () => {
  const ahead: TestHouse = { ...house, clock: createTestClock('2026-03-05T13:00:05.000Z') };
  await device();
  await happensOn(ahead, { threadId: 't1' });
  // Two seconds later: by this clock that was before what was just pushed.
  for (const clock of [house.clock, ahead.clock]) clock.forward(2000);
  await happensOn(house, { threadId: 't2' }, { threadId: 't3' });
  for (const clock of [house.clock, ahead.clock]) clock.forward(70_000);
  for (const node of [house, ahead, house]) await push(node);
  expect(service.pushed.map(({ message }) => message.body)).toEqual([
    '1 Gespräch überfällig',
    '2 Gespräche überfällig',
  ]);
  // And a device that is switched on now hears of neither.
  await removeDevice(house, lead, (await known())[0]?.id ?? '');
  await device('Chrome');
  await push(ahead);
  expect(service.pushed).toHaveLength(2);
});

test('different kinds come together in one', async () => {
  await device();
  const agent = await addTestPerson(house, 'agent', [channelId]);
  await happens({}, {}, { kind: 'reply.submitted', personId: agent });
  expect(service.pushed.map(({ message }) => message)).toEqual([
    { title: 'Hotel Sonnenblick', body: '2 Gespräche überfällig · 1 Freigabe erbeten', path: '/notifications' },
  ]);
});

test('quiet hours stay quiet, also afterwards, but for a storm and who is on call', async () => {
  await device();
  // 14:00 in Berlin.
  const quiet = { from: 13 * 60, to: 15 * 60, timeZone: 'Europe/Berlin' };
  await prefer({ quiet });
  const storm = { kind: 'radar.rose', threadId: null, payload: { level: 4 } } as const;
  await happens({}, storm);
  house.clock.forward(61_000);
  await prefer({ quiet, onCall: true });
  await happens({}, { ...storm, payload: { level: 3 } });
  expect(service.pushed).toEqual([]);
  house.clock.forward(61_000);
  await happens({}, storm);
  expect(service.pushed.map(({ message }) => message.body)).toEqual(['1 Thema nimmt zu']);
  house.clock.forward(2 * 3_600_000);
  await push();
  await happens({});
  expect(service.pushed.map(({ message }) => message.body).slice(1)).toEqual(['1 Gespräch überfällig']);
});

test('what was switched off for devices, or read meanwhile, does not appear', async () => {
  await device();
  await prefer({ ways: { breached: { desktop: false } } });
  await happens({});
  await prefer({});
  house.clock.forward(61_000);
  service.answer = 500;
  await happens({});
  await house.database.transaction((tx) => tx.update(tx.tables.notifications).set({ readAt: house.clock.now() }));
  service.answer = 201;
  house.clock.forward(120_000);
  await push();
  expect(service.pushed).toEqual([]);
});

test.each([404, 410] as const)('a device that answers %i is forgotten, the others are told', async (gone) => {
  await device();
  service.answer = gone;
  await happens({});
  expect(await known()).toEqual([]);
  service.answer = 201;
  await device();
  house.clock.forward(61_000);
  await happens({});
  expect(service.pushed).toHaveLength(1);
});

test('a push service that is busy is left alone as long as it asks; then the device learns it all in one', async () => {
  await device();
  service.answer = 429;
  await happens({});
  service.answer = 201;
  house.clock.forward(119_000);
  await happens({});
  expect(service.pushed).toEqual([]);
  house.clock.forward(1000);
  await push();
  expect(service.pushed.map(({ message }) => message.body)).toEqual(['2 Gespräche überfällig']);
});

test('a push service that never answers keeps nobody else waiting for ever', { timeout: 20_000 }, async () => {
  await device();
  service.answer = 'never';
  await happens({});
  expect(await known()).toHaveLength(1);
  service.answer = 201;
  house.clock.forward(61_000);
  await push();
  expect(service.pushed).toHaveLength(1);
});

test('a device goes with its session, on signing out and when the person is deactivated', async () => {
  await device();
  const admin: Actor = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
  await changePerson(house, admin, lead.personId, { active: false });
  expect(await known()).toEqual([]);
  await changePerson(house, admin, lead.personId, { active: true });
  await house.database.transaction((tx) => beginSession(tx, lead.personId, house.clock.now(), null));
  const { reader } = house.database;
  sessionId = (await reader.select().from(reader.tables.sessions))[0]?.id ?? '';
  await device();
  expect(await known()).toHaveLength(1);
  await signOut(house, lead.personId, sessionId);
  expect(await known()).toEqual([]);
});

test('an address of ours is no push service, and a key that is none is refused', async () => {
  const closed = createGuardedFetch()({ allowPrivate: false });
  const guarded = { ...house, http: () => closed };
  const { id } = await device();
  await expect(testDevice(guarded, lead, id)).rejects.toMatchObject({ code: 'push.gone' });
  expect(await known()).toEqual([]);
  const wrong = { ...service.subscribe(), auth: 'AAAA', label: 'x' };
  await expect(addDevice(house, lead, sessionId, wrong)).rejects.toMatchObject({ code: 'push.not_a_subscription' });
});

test('whoever has the browser now is told there; addresses and keys are kept sealed', async () => {
  const browser = service.subscribe();
  await addDevice(house, lead, sessionId, { ...browser, label: 'Firefox' });
  const other: Actor = { ...lead, personId: await addTestPerson(house, 'agent', [channelId]) };
  await addDevice(house, other, sessionId, { ...browser, label: 'Firefox' });
  expect(await known()).toEqual([]);
  const { reader } = house.database;
  const { publicKey } = await listDevices(house, other, sessionId);
  const stored = JSON.stringify([
    await reader.select().from(reader.tables.pushDevices),
    await reader.select().from(reader.tables.settings),
  ]);
  for (const secret of [browser.endpoint, browser.auth, browser.p256dh]) expect(stored).not.toContain(secret);
  expect((await listDevices(house, lead, sessionId)).publicKey).toBe(publicKey);
});
