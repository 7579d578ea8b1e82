import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { expressionOfWords } from '../text/expression.ts';
import { stems } from '../text/stems.ts';
import type { Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  const at = new Date('2026-03-05T13:00:00.000Z');
  await database.transaction(async (tx) => {
    const { authors, comments } = tx.tables;
    await tx.insert(authors).values({ id: 'a', channelId: 'blog', externalId: 'a', name: 'Gast' });
    await tx.insert(comments).values(
      Object.entries(texts).map(([id, body]) => ({
        id,
        channelId: 'blog',
        threadId: 't',
        authorId: 'a',
        externalId: id,
        body,
        stems: stems(body),
        version: 0,
        postedAt: at,
        receivedAt: at,
        sentiment: 'neutral' as const,
        confidence: 1,
        evidence: [],
        topics: [],
        reasons: [],
      })),
    );
  });
});
afterAll(() => database.close());

const texts = {
  buffet: 'Das Frühstücksbuffet war kalt, und die Brötchen fehlten.',
  houses: 'Die Häuser am See sind schön.',
  english: 'The rooms were noisy and breakfast was running late.',
  noisy: 'Noisy, noisy, noisy rooms.',
  hostile: `O'Neill said: "NEAR(a b)" * 100 % & | ! <-> 'x':*`,
};

async function find(text: string): Promise<string[]> {
  const db = database.reader;
  const query = db.dialect.newestMatches(db.dialect.written(expressionOfWords(text)), undefined, 100);
  const rows = await db.dialect.rows<{ id: string; rank: number }>(db, query);
  return rows.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)).map((row) => row.id);
}

test.each([
  ['frühstück', ['buffet']],
  ['Fruehstueck', ['buffet']],
  ['brötchen kalt', ['buffet']],
  ['Haus', ['houses']],
  ['hauser', ['houses']],
  ['schöner See', ['houses']],
  ['run', ['english']],
  ['room', ['noisy', 'english']],
  ['noisy', ['noisy', 'english']],
  ['haus frühstück', []],
  ["o'neill", ['hostile']],
  ['NEAR(a b) "', ['hostile']],
  ["'x':* | & ! <->", ['hostile']],
])('%s', async (text, expected) => {
  expect(await find(text)).toEqual(expected);
});

test('a removed text is not found any more', async () => {
  await database.transaction(async (tx) => {
    await tx.update(tx.tables.comments).set({ stems: '' });
  });
  expect(await find('haus')).toEqual([]);
});
