import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { correctComment } from './judge-comments.ts';
import { listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { missedFacts } from './tell-facts.ts';
import { addNote } from './write-notes.ts';

let house: TestHouse;
let blog: string;
let anna: Actor;
let threadId: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
  await receiveComments(house, { id: blog, language: null }, [says('c1', { author: 'Müller' })], { history: false });
  const { threads } = await listQueue(house, anna, '', { limit: 1 });
  threadId = threads[0]?.id ?? '';
});
afterEach(() => house.database.close());

const stranger = (): Actor => ({ ...anna, channels: ['another'] });

test('a note stays in the house, with its author', async () => {
  expect(await addNote(house, anna, threadId, { body: 'Technik war da.' })).toMatchObject({
    body: 'Technik war da.',
    personId: anna.personId,
  });
  expect((await readThread(house, anna, threadId)).notes).toHaveLength(1);
});

test('a correction is shown at once, kept as an example and survives an edit', async () => {
  const [comment] = (await readThread(house, anna, threadId)).comments;
  const corrected = await correctComment(house, anna, comment?.id ?? '', { sentiment: 'mixed', topics: ['product'] });
  expect(corrected).toMatchObject({ sentiment: 'mixed', topics: ['product'], corrected: true });
  expect((await readThread(house, anna, threadId)).row).toMatchObject({ sentiment: 'mixed', topics: ['product'] });
  const db = house.database.reader;
  expect(await db.select().from(db.tables.corrections)).toMatchObject([
    { field: 'sentiment', was: 'negative', is: 'mixed' },
    { field: 'topics', was: [], is: ['product'] },
  ]);
  await receiveComments(
    house,
    { id: blog, language: null },
    [says('c1', { author: 'Müller', body: 'Kalt und teuer.', version: 1 })],
    { history: false },
  );
  expect((await readThread(house, anna, threadId)).row).toMatchObject({
    excerpt: 'Kalt und teuer.',
    sentiment: 'mixed',
  });
});

describe('what was missed', () => {
  test('is told in order with the present row, to those who may see it', async () => {
    await addNote(house, anna, threadId, { body: 'eins' });
    const news = await missedFacts(house, anna, 0);
    expect(news.facts.map((f) => f.kind)).toEqual(['comment.received', 'note.added']);
    expect(news.facts[0]?.thread).toMatchObject({ id: threadId, version: 2 });
    expect(await missedFacts(house, anna, news.seq)).toMatchObject({ facts: [], seq: news.seq, reset: false });
    expect((await missedFacts(house, stranger(), 0)).facts).toEqual([]);
  });
  test('too much is not told one by one', async () => {
    await receiveComments(
      house,
      { id: blog, language: null },
      Array.from({ length: 201 }, (_, i) => says(`x${i}`)),
      { history: false },
    );
    expect(await missedFacts(house, anna, 0)).toMatchObject({ facts: [], reset: true });
  });
});
