import type { Actor } from '@stammgast/shared/domain/permissions';
import { foldTag } from '@stammgast/shared/domain/tags';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { listTags, tagThread } from './tag-threads.ts';

let house: TestHouse;
let blog: string;
let anna: Actor;
let first: string;
let second: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
  await receiveComments(house, { id: blog, language: null }, [says('c1'), says('c2')], { history: false });
  const { threads } = await listQueue(house, anna, '', { limit: 2 });
  [first = '', second = ''] = threads.map((row) => row.id);
});
afterEach(() => house.database.close());

const tagsOf = async (threadId: string) => {
  const { threads, threadTags, tags } = house.database.reader.tables;
  const db = house.database.reader;
  const row = (await db.select().from(threads)).find((one) => one.id === threadId);
  const links = (await db.select().from(threadTags)).filter((one) => one.threadId === threadId);
  const names = new Map((await db.select().from(tags)).map((one) => [one.id, one.name]));
  return { row: row?.tags, linked: links.map((link) => names.get(link.tagId)).sort() };
};
const add = (threadId: string, ...names: string[]) => tagThread(house, anna, threadId, { add: names });
const remove = (threadId: string, ...names: string[]) => tagThread(house, anna, threadId, { remove: names });

describe('tags', () => {
  test('are made by using them, one of a kind, and shown by name', async () => {
    expect(await add(first, 'Lüftung', ' Zimmer  214 ')).toMatchObject({ tags: ['Lüftung', 'Zimmer 214'], version: 2 });
    expect(await add(second, 'LUFTUNG')).toMatchObject({ tags: ['Lüftung'] });
    expect(await listTags(house, anna)).toEqual({
      tags: [
        { name: 'Lüftung', threads: 2 },
        { name: 'Zimmer 214', threads: 1 },
      ],
    });
  });

  test('that are there already change nothing', async () => {
    await add(first, 'Lüftung');
    expect(await add(first, 'lüftung')).toMatchObject({ version: 2 });
  });

  test('go from a thread, and from the house with the last thread', async () => {
    await add(first, 'Lüftung', 'Presse');
    await add(second, 'Presse');
    expect(await remove(first, 'presse', 'LÜFTUNG', 'nie gesehen')).toMatchObject({ tags: [] });
    expect(await listTags(house, anna)).toEqual({ tags: [{ name: 'Presse', threads: 1 }] });
  });

  test('are at most twenty on a thread and two hundred in the house', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `Wort ${i}`);
    await add(first, ...names);
    await expect(add(first, 'eins zu viel')).rejects.toMatchObject({ code: 'tag.too_many', context: { limit: '20' } });
    expect(await listTags(house, anna)).toMatchObject({ tags: { length: 20 } });
    await house.database.transaction(async (tx) => {
      const { tags, threadTags } = tx.tables;
      const rows = Array.from({ length: 180 }, (_, i) => ({ id: `t${i}`, name: `n${i}`, folded: `n${i}` }));
      await tx.insert(tags).values(rows.map((row) => ({ ...row, createdAt: house.clock.now() })));
      await tx.insert(threadTags).values(rows.map(({ id }) => ({ id, threadId: 'another', tagId: id })));
    });
    await expect(add(second, 'neu')).rejects.toMatchObject({ code: 'tag.too_many', context: { limit: '200' } });
    expect(await add(second, 'wort 3')).toMatchObject({ tags: ['Wort 3'] });
  });

  test('of one thread by two people at once are all kept', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => add(first, name)));
    expect(await tagsOf(first)).toEqual({ row: ['a', 'b', 'c', 'd'], linked: ['a', 'b', 'c', 'd'] });
  });

  test('of a foreign thread are not there', async () => {
    const stranger = { ...anna, channels: ['another'] };
    await expect(tagThread(house, stranger, first, { add: ['x'] })).rejects.toMatchObject({ status: 404 });
    expect(await listTags(house, anna)).toEqual({ tags: [] });
  });

  test('of foreign threads are neither told nor counted', async () => {
    const forum = await addTestChannel(house);
    const eva: Actor = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
    await receiveComments(house, { id: forum, language: null }, [says('f1')], { history: false });
    const theirs = (await listQueue(house, eva, '', { limit: 5 })).threads.find((row) => row.channelId === forum);
    await tagThread(house, eva, theirs?.id ?? '', { add: ['Kündigung Küche', 'Presse'] });
    await add(first, 'Presse');
    expect(await listTags(house, anna)).toEqual({ tags: [{ name: 'Presse', threads: 1 }] });
    expect(await listTags(house, { ...anna, channels: [] })).toEqual({ tags: [] });
    expect((await listTags(house, eva)).tags).toEqual([
      { name: 'Kündigung Küche', threads: 1 },
      { name: 'Presse', threads: 2 },
    ]);
  });
});

test('row and table always say the same', async () => {
  const word = fc.constantFrom('Lüftung', 'luftung', 'Presse', 'Straße', 'STRASSE', 'VIP');
  const change = fc.record({
    add: fc.uniqueArray(word, { maxLength: 3 }),
    remove: fc.uniqueArray(word, { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
      for (const one of changes) await tagThread(house, anna, first, one);
      const { row, linked } = await tagsOf(first);
      expect([...(row ?? [])].sort()).toEqual(linked);
      expect(new Set(row?.map(foldTag)).size).toBe(row?.length);
    }),
    { numRuns: 20 },
  );
});
