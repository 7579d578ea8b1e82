import type { HouseState } from '@stammgast/shared/contract/house-state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setAside } from '../events/followers.queries.ts';
import { record } from '../events/record.ts';
import { addTestChannel } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { registerHouseStateRoutes } from './house-state.ts';

let app: TestApp;
let house: TestHouse;
let admin: TestBrowser;
let broken: 'no' | 'once' | 'yes';
beforeEach(async () => {
  broken = 'no';
  const plain = await openTestHouse();
  const newId = () => {
    if (broken === 'no') return plain.newId();
    if (broken === 'once') broken = 'no';
    throw new Error('out of teaspoons');
  };
  house = { ...plain, newId };
  app = await openTestApp((open) => registerHouseStateRoutes(open, house), { house });
  admin = await app.browserOf('admin');
});
afterEach(() => app.close());

const state = async (): Promise<HouseState> => (await admin.call('GET', '/api/house/state')).json();
const retry = async () => {
  const [first] = (await state()).setAside;
  return admin.call('POST', `/api/house/set-aside/${first?.id}/retry`);
};
const told = () => house.database.reader.select().from(house.database.reader.tables.notifications);
const facts = () => house.database.reader.select().from(house.database.reader.tables.events);

/** A breach that nobody was told of. */
async function breachAside(): Promise<void> {
  const channelId = await addTestChannel(house);
  await app.browserOf('lead', [channelId]);
  await house.database.transaction(async (tx) => {
    await record(tx, house.clock.now(), [{ kind: 'sla.breached', channelId, threadId: 't1' }]);
    await setAside(tx, { follower: 'notifications', seq: 1, error: 'Error: no', at: house.clock.now() });
  });
}

test('a house in which all is well has nothing to tell', async () => {
  expect(await state()).toEqual({ stuck: [], setAside: [] });
});

test('an administrator sees what was set aside, and lets it have its effect once', async () => {
  await breachAside();
  expect((await state()).setAside).toEqual([
    {
      ...{ id: expect.any(String), follower: 'notifications', seq: 1, kind: 'sla.breached', error: 'Error: no' },
      at: house.clock.now().toISOString(),
    },
  ]);
  const [{ id = '' } = {}] = (await state()).setAside;
  const answers = await Promise.all([retry(), admin.call('POST', `/api/house/set-aside/${id}/retry`)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404]);
  expect((await state()).setAside).toEqual([]);
  expect(await told()).toMatchObject([{ event: 'breached' }]);
  expect((await facts()).filter(({ kind }) => kind === 'house.changed')).toMatchObject([
    { personId: admin.personId, payload: { what: 'fact', follower: 'notifications', fact: 1 } },
  ]);
});

test('what fails once more stays, says what is wrong now, and has had no effect', async () => {
  await breachAside();
  broken = 'yes';
  const answer = await retry();
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'house.fact_failed']);
  expect((await state()).setAside).toMatchObject([{ seq: 1, error: 'Error: out of teaspoons' }]);
  expect(await told()).toEqual([]);
});

test('what fails for one and succeeds for another at the same moment is over', async () => {
  await breachAside();
  const [{ id = '' } = {}] = (await state()).setAside;
  broken = 'once';
  const both = [1, 2].map(() => admin.call('POST', `/api/house/set-aside/${id}/retry`));
  const answers = await Promise.all(both);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect((await state()).setAside).toEqual([]);
  expect(await told()).toHaveLength(1);
});

test('a follower that stands still is named with its fact', async () => {
  await breachAside();
  const at = house.clock.now();
  await house.database.transaction((tx) =>
    tx
      .insert(tx.tables.followers)
      .values({ name: 'audit', seq: 0, failing: 1, tries: 12, failingSince: at, error: 'Error: no' }),
  );
  expect((await state()).stuck).toEqual([
    { follower: 'audit', seq: 1, kind: 'sla.breached', tries: 12, since: at.toISOString(), error: 'Error: no' },
  ]);
});

test.each(['agent', 'lead', 'supervisor'] as const)('is not for %ss', async (role) => {
  const browser = await app.browserOf(role);
  expect((await browser.call('GET', '/api/house/state')).statusCode).toBe(403);
});
