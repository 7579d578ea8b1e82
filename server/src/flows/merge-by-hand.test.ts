import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson } from '../testing/cast.ts';
import { type Apart, openApart } from './apart.suite.ts';
import { assignThread } from './claim-threads.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { readContext, readThread } from './read-threads.ts';
import { resolveThread } from './resolve-threads.ts';
import { splitThread } from './split-thread.ts';
import { addNote } from './write-notes.ts';

let apart: Apart;
let one: string;
let two: string;
beforeEach(async () => {
  apart = await openApart();
  one = await apart.say('a1');
  apart.house.clock.forward(60_000);
  two = await apart.say('b1', { body: 'Wann öffnet die Sauna?' });
});
afterEach(() => apart.close());

describe('merging by hand', () => {
  test('brings comments, notes and the person in charge to the thread that was named, whichever is older', async () => {
    const { house, actor } = apart;
    await addNote(house, actor, one, { body: 'Küche fragen' });
    await assignThread(house, actor, one, { assigneeId: actor.personId });
    const { row, merged } = await apart.merge(two, one);
    expect(row).toMatchObject({ id: two, comments: 2, assigneeId: actor.personId, status: 'open' });
    expect(merged).toEqual([
      {
        threadId: one,
        number: expect.any(Number),
        commentIds: await apart.idsOf(['a1']),
        noteIds: [expect.any(String)],
      },
    ]);
    const thread = await readThread(house, actor, two);
    expect(thread.notes.map((note) => note.body)).toEqual(['Küche fragen']);
    expect(await apart.thread(one)).toBeUndefined();
  });

  test('keeps the deadline that comes first', async () => {
    const before = (await apart.thread(one))?.dueAt;
    await apart.merge(two, one);
    expect((await apart.thread(two))?.dueAt).toEqual(before);
    const running = (await apart.clocks(two)).filter((clock) => !clock.stoppedAt && clock.kind === 'first');
    expect(running).toHaveLength(1);
  });

  test('opens what was resolved when one of them still waits', async () => {
    const { house, actor } = apart;
    await resolveThread(house, actor, two, { reason: 'duplicate' });
    await apart.merge(two, one);
    expect(await apart.thread(two)).toMatchObject({ status: 'open', resolvedReason: null, resolvedAt: null });
    expect((await apart.thread(two))?.dueAt).not.toBeNull();
  });

  test('leads old addresses to the thread that is left, also over several merges', async () => {
    const { house, actor } = apart;
    const three = await apart.say('c1');
    await apart.merge(two, one);
    await apart.merge(three, two);
    for (const old of [one, two]) {
      expect((await readThread(house, actor, old)).row.id).toBe(three);
      expect((await readContext(house, actor, old)).author).toBeDefined();
    }
    const stranger = { ...actor, channels: [] };
    await expect(readThread(house, stranger, one)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('says into which thread, and by whom', async () => {
    await apart.merge(two, one);
    const told = (await factsAfter(apart.db, 0, 100)).filter((fact) => fact.kind === 'thread.merged');
    expect(told).toMatchObject([
      { threadId: one, personId: apart.actor.personId, payload: { into: two } },
      { threadId: two, payload: { from: [one] } },
    ]);
  });

  test('keeps two drafts of one person: one goes on, the other is an earlier text', async () => {
    const { house, actor, channelId, db } = apart;
    const draft = (threadId: string, body: string) => ({
      id: house.newId(),
      threadId,
      channelId,
      personId: actor.personId,
      kind: 'answer' as const,
      body,
      said: 1,
      idempotencyKey: body,
      updatedAt: house.clock.now(),
    });
    const { drafts, draftVersions } = db.tables;
    await house.database.transaction((tx) => tx.insert(drafts).values([draft(one, 'eins'), draft(two, 'zwei')]));
    await apart.merge(two, one);
    expect(await db.select().from(drafts)).toMatchObject([{ threadId: two, body: 'zwei' }]);
    expect(await db.select().from(draftVersions)).toMatchObject([{ threadId: two, body: 'eins' }]);
  });

  test('is refused across channels, with itself, and with what nobody may see; nothing is written', async () => {
    const { house } = apart;
    const other = await addTestChannel(house);
    const foreign = await apart.say('f1', {}, other);
    const before = await apart.db.select().from(apart.db.tables.threads);
    const refused = { code: 'thread.cannot_merge', status: 422 };
    for (const from of [foreign, two, 'no-such-thread'])
      await expect(apart.merge(two, one, from)).rejects.toMatchObject(refused);
    await expect(apart.merge(foreign, one)).rejects.toMatchObject({ code: 'not_found' });
    expect(await apart.db.select().from(apart.db.tables.threads)).toEqual(before);
    const boss = { personId: await addTestPerson(house, 'admin'), role: 'admin' as const, channels: 'all' as const };
    await expect(mergeByHand(house, boss, two, [foreign])).rejects.toMatchObject(refused);
  });
});

describe('a merge that is taken back', () => {
  test('gives exactly what was moved a thread of its own, with its notes and its deadline', async () => {
    const { house, actor } = apart;
    await addNote(house, actor, one, { body: 'Küche fragen' });
    const due = (await apart.thread(one))?.dueAt;
    const { merged } = await apart.merge(two, one);
    const [part] = merged;
    if (!part) throw new Error('nothing was merged');
    const { row, split } = await splitThread(house, actor, two, part);
    expect(row).toMatchObject({ id: two, comments: 1 });
    expect(split).toMatchObject({ comments: 1, due: { dueAt: due?.toISOString() } });
    expect((await readThread(house, actor, split.id)).notes.map((note) => note.body)).toEqual(['Küche fragen']);
    expect((await readThread(house, actor, two)).notes).toEqual([]);
  });
});
