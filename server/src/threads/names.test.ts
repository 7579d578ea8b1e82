import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { namesAmong, readNames } from './names.queries.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('a tag is rare while no more than a thousand threads bear it', async () => {
  const bear = (tagId: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ id: `${tagId} ${from + i}`, threadId: `t${from + i}`, tagId }));
  await database.transaction(async (tx) => {
    const { tags, threadTags } = tx.tables;
    const createdAt = new Date(0);
    const of = ['Lob', 'Lüftung', 'Nie'].map((name) => ({ id: name, name, folded: name.toLowerCase(), createdAt }));
    await tx.insert(tags).values(of);
    await tx.insert(threadTags).values(bear('Lüftung', 0, 500));
    await tx.insert(threadTags).values(bear('Lüftung', 500, 1000));
    await tx.insert(threadTags).values(bear('Lob', 0, 3));
  });
  const rareOf = async () => {
    const text = 'tag:lueftung OR tag:lob';
    const search = parseSearch(text).search;
    const actor = { personId: 'p', role: 'agent', channels: 'all' } as const;
    const names = namesAmong(await readNames(database.reader, actor, search ? [search] : []));
    return ['Lüftung', 'Lob', 'Nie'].map((name) => names.tags(name).map(({ rare }) => rare));
  };
  expect(await rareOf()).toEqual([[true], [true], []]);
  await database.transaction((tx) => tx.insert(tx.tables.threadTags).values(bear('Lüftung', 1000, 1001)));
  expect(await rareOf()).toEqual([[false], [true], []]);
});
