import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter, newestSeq } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { markRead, markUnread } from './read-marks.ts';
import { countViews, listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { missedFacts } from './tell-facts.ts';
import { addNote } from './write-notes.ts';

let house: TestHouse;
let blog: string;
let anna: Actor;
let ben: Actor;
let threadId: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
  ben = { ...anna, personId: await addTestPerson(house, 'agent', [blog]) };
  await receiveComments(house, { id: blog, language: null }, [says('c1')], { history: false });
  threadId = (await listQueue(house, anna, '', { limit: 1 })).threads[0]?.id ?? '';
});
afterEach(() => house.database.close());

const readAt = async (actor: Actor) => (await readThread(house, actor, threadId)).readAt;
const mentioned = async (actor: Actor) =>
  (await listQueue(house, actor, 'is:mentioned', { limit: 9 })).threads.map((row) => row.id);

describe('read', () => {
  test('is remembered for one person, up to what was on screen, and changes nothing for others', async () => {
    const { row } = await readThread(house, anna, threadId);
    const seq = await newestSeq(house.database.reader);
    await markRead(house, anna, threadId, row.lastActivityAt);
    expect([await readAt(anna), await readAt(ben)]).toEqual([row.lastActivityAt, null]);
    expect((await readThread(house, ben, threadId)).row).toEqual(row);
    expect(await newestSeq(house.database.reader)).toBe(seq);
    await markRead(house, anna, threadId, '2030-01-01T00:00:00.000Z');
    expect(await readAt(anna)).toBe(row.lastActivityAt);
    await markUnread(house, anna, threadId);
    expect(await readAt(anna)).toBeNull();
  });

  test('of a foreign thread is not there', async () => {
    const stranger = { ...anna, channels: ['another'] };
    const until = new Date().toISOString();
    await expect(markRead(house, stranger, threadId, until)).rejects.toMatchObject({ status: 404 });
    await expect(markUnread(house, stranger, threadId)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a mention', () => {
  test('calls somebody until they have opened the thread', async () => {
    const seq = await newestSeq(house.database.reader);
    const note = await addNote(house, anna, threadId, { body: '@Ben bitte', mentions: [ben.personId, ben.personId] });
    expect(note.mentions).toEqual([ben.personId]);
    expect((await readThread(house, ben, threadId)).notes).toMatchObject([{ mentions: [ben.personId] }]);
    expect([await mentioned(ben), await mentioned(anna)]).toEqual([[threadId], []]);
    expect(await countViews(house, ben)).toMatchObject({ views: { mentioned: 1 } });
    expect((await missedFacts(house, ben, seq)).facts).toMatchObject([
      { kind: 'note.added', mentions: [ben.personId] },
    ]);
    await markRead(house, ben, threadId, new Date().toISOString());
    expect(await mentioned(ben)).toEqual([]);
  });

  test('reaches nobody who does not belong to the channel, and then nothing is written', async () => {
    const outsider = await addTestPerson(house, 'agent', []);
    const facts = await factsAfter(house.database.reader, 0, 100);
    for (const mentions of [[outsider], ['nobody'], [ben.personId, outsider]]) {
      await expect(addNote(house, anna, threadId, { body: 'x', mentions })).rejects.toMatchObject({ status: 422 });
    }
    expect((await readThread(house, anna, threadId)).notes).toEqual([]);
    expect(await factsAfter(house.database.reader, 0, 100)).toEqual(facts);
    const admin = await addTestPerson(house, 'admin', []);
    expect(await addNote(house, anna, threadId, { body: 'x', mentions: [admin] })).toMatchObject({ mentions: [admin] });
  });
});
