import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import * as keep from './keep-views.ts';
import { receiveComments } from './receive-comments.ts';

let house: TestHouse;
let anna: Actor;
let tom: Actor;
let blog: string;
let forum: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  forum = await addTestChannel(house, { name: 'Gästekreis' });
  anna = { personId: await addTestPerson(house, 'lead', [blog, forum]), role: 'lead', channels: [blog, forum] };
  tom = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
});
afterEach(() => house.database.close());

const list = async (actor: Actor) => (await keep.listViews(house, actor)).views;
const names = async (actor: Actor) => (await list(actor)).map((view) => view.name);
const save = (name: string, q = 'is:open', actor = anna) => keep.saveView(house, actor, { name, q });

describe('a saved view', () => {
  test('is kept neutrally, for its owner only, and told in the record', async () => {
    const view = await save('Kritik', 'ist:offen stimmung:negativ');
    expect(view).toMatchObject({ name: 'Kritik', q: 'is:open sentiment:negative', team: false });
    expect(await names(anna)).toEqual(['Kritik']);
    expect(await names(tom)).toEqual([]);
    const [fact] = (await factsAfter(house.database.reader, 0, 100)).slice(-1);
    expect(fact).toMatchObject({ kind: 'house.changed', payload: { what: 'views' } });
  });

  test('is not saved when it cannot be understood', async () => {
    await expect(save('x', 'stimung:negativ')).rejects.toMatchObject({ code: 'search.invalid' });
    await expect(save('x', 'account:Gästekreis', tom)).rejects.toMatchObject({ code: 'search.invalid' });
    expect(await names(tom)).toEqual([]);
  });

  test('changes name, search and place', async () => {
    const views = [await save('A'), await save('B'), await save('C')];
    const [a, , c] = views.map((view) => view.id);
    const change = (id = '', changes: Parameters<typeof keep.changeView>[4]) =>
      keep.changeView(house, anna, anna.personId, id, changes);
    await change(c, { place: 0 });
    expect(await names(anna)).toEqual(['C', 'A', 'B']);
    await change(a, { name: 'Neu', q: 'ist:erledigt', place: 30 });
    expect(await list(anna)).toMatchObject([{ name: 'C' }, { name: 'B' }, { name: 'Neu', q: 'is:done' }]);
    await change(c, { name: 'Zuerst' });
    expect(await names(anna)).toEqual(['Zuerst', 'B', 'Neu']);
  });

  test('of another person is not there', async () => {
    const { id } = await save('Kritik');
    const missing = { code: 'not_found' };
    await expect(keep.changeView(house, tom, tom.personId, id, { name: 'x' })).rejects.toMatchObject(missing);
    await expect(keep.removeView(house, tom, tom.personId, id)).rejects.toMatchObject(missing);
    await expect(keep.shareView(house, tom, id)).rejects.toMatchObject(missing);
    await expect(keep.changeView(house, anna, null, id, { name: 'x' })).rejects.toMatchObject(missing);
    await keep.removeView(house, anna, anna.personId, id);
    expect(await names(anna)).toEqual([]);
  });

  test('comes to thirty at most, for a person and for the team', async () => {
    for (let i = 0; i < 30; i++) await keep.shareView(house, anna, (await save(`T${i}`)).id);
    for (let i = 0; i < 30; i++) await save(`A${i}`);
    const tooMany = { code: 'view.too_many', status: 409 };
    await expect(save('B')).rejects.toMatchObject(tooMany);
    await expect(keep.shareView(house, anna, (await list(anna))[0]?.id ?? '')).rejects.toMatchObject(tooMany);
    expect(await list(anna)).toHaveLength(60);
  });
});

test("a view of the team comes after one's own, and counts for each what they may see", async () => {
  await receiveComments(house, { id: blog, language: null }, [says('a'), says('b')], { history: false });
  await receiveComments(house, { id: forum, language: null }, [says('c')], { history: false });
  const everything = await keep.shareView(house, anna, (await save('Alles', '')).id);
  const club = await keep.shareView(house, anna, (await save('Kreis', 'kanal:gästekreis')).id);
  const mine = await save('Meine', 'is:open assignee:me', tom);
  expect(await names(tom)).toEqual(['Meine', 'Alles']);
  expect(await keep.countSavedViews(house, tom)).toEqual({
    counts: { [mine.id]: 0, [everything.id]: 2 },
    limit: 1000,
  });
  expect((await keep.countSavedViews(house, anna)).counts).toMatchObject({ [everything.id]: 3, [club.id]: 1 });
  await keep.removeView(house, anna, null, club.id);
  expect(await names(tom)).toEqual(['Meine', 'Alles']);
});

describe('a view of the team that names a foreign channel', () => {
  const lead = async (): Promise<Actor> => ({
    personId: await addTestPerson(house, 'lead', [blog]),
    role: 'lead',
    channels: [blog],
  });
  const share = async (name: string, q: string) => (await keep.shareView(house, anna, (await save(name, q)).id)).id;

  test('is not there, wherever in the search the name stands', async () => {
    await share('Eins', 'account:Gästekreis');
    await share('Zwei', 'is:open (lang:de OR NOT channel:gästekreis)');
    await share('Drei', 'channel:mastodon');
    expect(await names(tom)).toEqual(['Drei']);
    expect(JSON.stringify(await keep.countSavedViews(house, await lead()))).not.toContain('null');
    expect(await names(anna)).toEqual(['Eins', 'Zwei', 'Drei']);
  });

  test('is changed by nobody who does not see it, and keeps its place when the others move', async () => {
    const [club] = [await share('Kreis', 'account:Gästekreis'), await share('A', ''), await share('B', '')];
    const other = await lead();
    const missing = { code: 'not_found', status: 404 };
    await expect(keep.changeView(house, other, null, club, { name: 'x' })).rejects.toMatchObject(missing);
    await expect(keep.removeView(house, other, null, club)).rejects.toMatchObject(missing);
    const b = (await list(other)).at(-1)?.id ?? '';
    await keep.changeView(house, other, null, b, { place: 0 });
    expect(await names(other)).toEqual(['B', 'A']);
    expect(await names(anna)).toEqual(['Kreis', 'B', 'A']);
  });

  test('stays with who made it, and with administrators, when the channel has another name by then', async () => {
    await share('Kreis', 'account:Gästekreis');
    const { channels } = house.database.reader.tables;
    await house.database.transaction((tx) => tx.update(channels).set({ name: 'Umbenannt' }));
    expect(await names(anna)).toEqual(['Kreis']);
    expect(await names(tom)).toEqual([]);
    const admin: Actor = { personId: await addTestPerson(house, 'admin', []), role: 'admin', channels: 'all' };
    expect(await names(admin)).toEqual(['Kreis']);
  });
});
