import type { Channel } from '@stammgast/shared/contract/channels';
import type { Team } from '@stammgast/shared/contract/teams';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTestChannel } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerChannelRoutes } from './channels.ts';
import { registerTeamsRoutes } from './teams.ts';

let app: TestApp;
let admin: TestBrowser;
let facebook: string;
let blog: string;
let forum: string;
beforeEach(async () => {
  app = await openTestApp((server, house) => {
    registerChannelRoutes(server, house);
    registerTeamsRoutes(server, house);
  });
  admin = await app.browserOf('admin');
  const add = (name: string) => addTestChannel(app.house, { name });
  [facebook, blog, forum] = [await add('A Facebook'), await add('B Blog'), await add('C Forum')];
});
afterEach(() => app.close());

const draw = async (name: string, ...channelIds: string[]) =>
  (await admin.call('POST', '/api/teams', { name, channelIds })).json<Team>();
const teams = async (browser = admin) =>
  (await browser.call('GET', '/api/teams')).json<{ teams: Team[] }>().teams.map(({ id: _, ...team }) => team);
const teamOf = async (browser: TestBrowser) =>
  (await browser.call('GET', '/api/channels'))
    .json<{ channels: Channel[] }>()
    .channels.map(({ name, team }) => [name, team?.name ?? null]);

test('a channel belongs to one team at most: it leaves that of another', async () => {
  const wien = await draw('Haus Wien', facebook, blog);
  await draw('Graz', blog, forum);
  expect(await teams()).toEqual([
    { name: 'Graz', channelIds: [blog, forum] },
    { name: 'Haus Wien', channelIds: [facebook] },
  ]);
  await admin.call('PUT', `/api/teams/${wien.id}`, { name: 'Wien', channelIds: [forum] });
  expect(await teamOf(admin)).toEqual([
    ['A Facebook', null],
    ['B Blog', 'Graz'],
    ['C Forum', 'Wien'],
  ]);
  await admin.call('DELETE', `/api/teams/${wien.id}`);
  expect(await teams()).toEqual([{ name: 'Graz', channelIds: [blog] }]);
  expect((await admin.call('DELETE', `/api/teams/${wien.id}`)).statusCode).toBe(404);
});

test('everybody sees the teams of their channels, and of them only these', async () => {
  await draw('Haus Wien', facebook, blog);
  await draw('Graz', forum);
  await draw('Leer');
  const agent = await app.browserOf('agent', [blog]);
  expect(await teams(agent)).toEqual([{ name: 'Haus Wien', channelIds: [blog] }]);
  expect(await teamOf(agent)).toEqual([['B Blog', 'Haus Wien']]);
  expect(await teams(await app.browserOf('lead'))).toEqual([]);
  expect((await teams()).map(({ name }) => name)).toEqual(['Graz', 'Haus Wien', 'Leer']);
  const body = { name: 'Meins', channelIds: [blog] };
  expect((await agent.call('POST', '/api/teams', body)).statusCode).toBe(403);
});

test('a name is given once, in whatever spelling, and to channels that are there', async () => {
  const wien = await draw('Gästehaus', facebook);
  const codeOf = async (name: string, channelIds: string[] = []) =>
    (await admin.call('POST', '/api/teams', { name, channelIds })).json().code;
  expect(await codeOf('gaestehaus')).toBe('team.name_taken');
  expect(await codeOf(' ')).toBe('input.invalid');
  expect(await codeOf('Neu', ['none'])).toBe('input.invalid');
  const again = { name: 'GÄSTEHAUS', channelIds: [facebook, facebook] };
  expect((await admin.call('PUT', `/api/teams/${wien.id}`, again)).json()).toEqual({
    ...{ id: wien.id, name: 'GÄSTEHAUS', channelIds: [facebook] },
  });
});

test('a channel that is disconnected stays in its team without being shown', async () => {
  const { id } = await draw('Haus Wien', facebook, blog);
  await admin.call('DELETE', `/api/channels/${blog}`);
  expect(await teams()).toEqual([{ name: 'Haus Wien', channelIds: [facebook] }]);
  await admin.call('PUT', `/api/teams/${id}`, { name: 'Haus Wien', channelIds: [] });
  const { reader } = app.house.database;
  const rows = await reader.select().from(reader.tables.channels);
  expect(rows.map((row) => [row.name, row.teamId === id]).toSorted()).toEqual([
    ['A Facebook', false],
    ['B Blog', true],
    ['C Forum', false],
  ]);
});

test('who drew it and what was before is recorded', async () => {
  const { id } = await draw('Haus Wien', blog);
  await admin.call('PUT', `/api/teams/${id}`, { name: 'Haus Wien', channelIds: [blog, forum] });
  await admin.call('DELETE', `/api/teams/${id}`);
  const { reader } = app.house.database;
  const facts = await reader.select().from(reader.tables.events);
  expect(facts.map(({ kind, personId, payload }) => ({ kind, personId, ...payload }))).toEqual(
    [
      { before: null, after: { name: 'Haus Wien', channels: [blog] } },
      { before: { channels: [blog] }, after: { channels: [blog, forum] } },
      { before: { name: 'Haus Wien', channels: [blog, forum] }, after: null },
    ].map((change) => ({ kind: 'house.changed', personId: admin.personId, what: 'teams', ...change })),
  );
});
