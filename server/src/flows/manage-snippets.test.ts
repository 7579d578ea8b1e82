import type { SnippetText } from '@stammgast/shared/contract/snippets';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { addSnippet, changeSnippet, listSnippets, removeSnippet } from './manage-snippets.ts';

let house: TestHouse;
let blog: string;
let page: string;
let lead: Actor;
let admin: Actor;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  page = await addTestChannel(house);
  lead = { personId: await addTestPerson(house, 'lead', [blog]), role: 'lead', channels: [blog] };
  admin = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
});
afterEach(() => house.database.close());

const text = (more: Partial<SnippetText> = {}): SnippetText => ({
  name: 'Lüftung zu laut',
  language: 'de',
  channelId: null,
  bodySie: 'Guten Tag {{name}}, danke für Ihren Hinweis.',
  bodyDu: 'Hallo {{vorname}}, danke für deinen Hinweis.',
  ...more,
});
const names = async (actor: Actor) => (await listSnippets(house, actor)).snippets.map(({ name }) => name);

test('those for all channels and for one’s own are there, by name; others are not even counted', async () => {
  await addSnippet(house, admin, text({ name: 'Zimmer', channelId: page }));
  await addSnippet(house, lead, text({ name: 'Öl', channelId: blog }));
  await addSnippet(house, lead, text({ name: 'Obst' }));
  expect(await names(lead)).toEqual(['Obst', 'Öl']);
  expect(await names(admin)).toEqual(['Obst', 'Öl', 'Zimmer']);
});

test('one name is given once for a language and a channel', async () => {
  await addSnippet(house, lead, text());
  await expect(addSnippet(house, lead, text({ name: 'LUEFTUNG  zu laut' }))).rejects.toMatchObject({
    code: 'snippet.name_taken',
  });
  await addSnippet(house, lead, text({ language: 'en', bodyDu: null }));
  await addSnippet(house, lead, text({ channelId: blog }));
  const both = await Promise.allSettled([1, 2].map(() => addSnippet(house, lead, text({ name: 'Eis' }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a change names the version it saw; keeping the own name is no clash', async () => {
  const { id, version } = await addSnippet(house, lead, text());
  const changed = await changeSnippet(house, lead, id, { ...text({ bodyDu: null }), version });
  expect(changed).toMatchObject({ bodyDu: null, version: version + 1 });
  await expect(changeSnippet(house, lead, id, { ...text(), version })).rejects.toMatchObject({
    code: 'conflict.version',
  });
});

test('a foreign channel can neither be given one nor lose one', async () => {
  const { id } = await addSnippet(house, admin, text({ channelId: page }));
  await expect(addSnippet(house, lead, text({ channelId: page }))).rejects.toMatchObject({ status: 422 });
  await expect(changeSnippet(house, lead, id, { ...text(), version: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(removeSnippet(house, lead, id)).rejects.toMatchObject({ status: 404 });
  expect(await names(admin)).toEqual(['Lüftung zu laut']);
  await removeSnippet(house, admin, id);
  expect(await names(admin)).toEqual([]);
});
