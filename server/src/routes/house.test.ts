import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@stammgast/shared/domain/permissions';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSetting, readSetting, removeSetting } from '../storage/settings.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerHouseRoutes } from './house.ts';
import { registerSessionRoutes } from './session.ts';
import { registerTeamRoutes } from './team.ts';

const settings = { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' } as const;
let open: TestApp;
let admin: TestBrowser;
beforeEach(async () => {
  open = await openTestApp((app, house, config) => {
    registerHouseRoutes(app, house);
    registerSessionRoutes(app, house, config);
    registerTeamRoutes(app, house, config);
  });
  await open.house.database.transaction((tx) => addSetting(tx, 'house', settings));
  admin = await open.browserOf('admin');
});
afterEach(() => open.close());

const speak = (register: string) => admin.call('PATCH', '/api/house', { register });
const facts = () => {
  const { events } = open.house.database.reader.tables;
  const { kind, personId, payload } = events;
  return open.house.database.reader.select({ kind, personId, payload }).from(events).orderBy(asc(events.seq));
};

test('a house says Sie until an administrator changes it; everybody in it and at its doors hears it', async () => {
  const invited = { name: 'Karl', email: 'karl@sonnenblick.example', role: 'agent', channelIds: [] };
  const { link } = (await admin.call('POST', '/api/invitations', invited)).json<{ link: string }>();
  const agent = await open.browserOf('agent');
  const heard = async () => [
    (await agent.call('GET', '/api/session')).json().house.register,
    (await open.inject({ url: '/api/door' })).json().register,
    (await open.inject({ url: `/api/invitations/${link.split('/').at(-1)}` })).json().register,
  ];
  expect(await heard()).toEqual(['sie', 'sie', 'sie']);
  expect((await speak('du')).json()).toEqual({ register: 'du' });
  expect(await heard()).toEqual(['du', 'du', 'du']);
  expect(await readSetting(open.house.database.reader, 'house')).toEqual({ ...settings, register: 'du' });
  await speak('sie');
  expect(await heard()).toEqual(['sie', 'sie', 'sie']);
});

test('what changes is recorded, and nothing else', async () => {
  const before = (await facts()).length;
  await speak('sie');
  expect(await facts()).toHaveLength(before);
  await speak('du');
  await speak('du');
  expect((await facts()).slice(before)).toMatchObject([
    {
      ...{ kind: 'house.changed', personId: admin.personId },
      payload: { what: 'register', before: { register: 'sie' }, after: { register: 'du' } },
    },
  ]);
});

test.each<Role>(['agent', 'lead', 'supervisor'])('no %s may change it', async (role) => {
  const browser = await open.browserOf(role);
  expect((await browser.call('PATCH', '/api/house', { register: 'du' })).statusCode).toBe(403);
});

test('other words are refused, and so is a house that was not set up', async () => {
  expect((await speak('ihr')).statusCode).toBe(400);
  expect((await admin.call('PATCH', '/api/house', { register: 'du', name: 'Grand Hôtel' })).statusCode).toBe(400);
  await open.house.database.transaction((tx) => removeSetting(tx, 'house'));
  expect((await speak('du')).statusCode).toBe(404);
});

test('a house that goes with the demo at the same moment does not come back', async () => {
  const { database } = open.house;
  const spoken = await database.transaction(async (tx) => {
    // As removing the demo does, on another node.
    await tx.dialect.lock(tx, 'team');
    await removeSetting(tx, 'house');
    const answer = speak('du');
    // Time enough to read what is not gone yet.
    await pause(300);
    return { answer };
  });
  expect((await spoken.answer).statusCode).toBe(404);
  expect(await readSetting(database.reader, 'house')).toBeNull();
});
