import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetClocks } from '../sla/clocks.ts';
import { type Apart, openApart } from './apart.suite.ts';
import { resolveThread } from './resolve-threads.ts';

const MINUTE = 60_000;
let apart: Apart;
let threadId: string;
beforeEach(async () => {
  apart = await openApart();
  threadId = await apart.say('a1', { author: 'Keller' });
  apart.house.clock.forward(10 * MINUTE);
  await apart.say('b1', { author: 'Albrecht', parentExternalId: 'a1', body: 'Wann öffnet die Sauna?' });
  apart.house.clock.forward(10 * MINUTE);
  await apart.say('a2', { author: 'Keller', body: 'Und das Bad war schmutzig.' });
});
afterEach(() => apart.close());

const dueOf = async (id: string) => (await apart.thread(id))?.dueAt?.getTime() ?? null;
const running = async (id: string) => (await apart.clocks(id)).filter((clock) => !clock.metAt && !clock.stoppedAt);

describe('splitting', () => {
  test('gives the comments a thread of their own, with its own words and number', async () => {
    const { row, split } = await apart.split(threadId, ['b1']);
    expect(row).toMatchObject({ id: threadId, comments: 2, excerpt: 'Und das Bad war schmutzig.' });
    expect(split).toMatchObject({ comments: 1, author: { name: 'Albrecht' }, status: 'open' });
    expect(split.number).not.toBe(row.number);
    expect(await apart.threadOf('b1')).toBe(split.id);
  });

  test('is refused for comments of another thread, and for all of them; nothing is written', async () => {
    const other = await apart.say('c1');
    const refused = { code: 'thread.cannot_split', status: 422 };
    await expect(apart.split(threadId, ['c1'])).rejects.toMatchObject(refused);
    await expect(apart.split(threadId, ['b1', 'c1'])).rejects.toMatchObject(refused);
    await expect(apart.split(threadId, ['a1', 'a2'])).rejects.toMatchObject(refused);
    await expect(apart.split(other, ['c1'])).rejects.toMatchObject(refused);
    expect(await apart.partings()).toEqual([]);
    expect((await apart.thread(threadId))?.comments).toBe(3);
  });

  test('a resolved thread is split as it stands', async () => {
    await resolveThread(apart.house, apart.actor, threadId, { reason: 'not-ours' });
    const { split } = await apart.split(threadId, ['b1']);
    expect(split).toMatchObject({ status: 'resolved', resolvedReason: 'not-ours', due: null });
  });
});

describe('promises of both parts', () => {
  test('none is later than it was, and the new one waits since its own first comment', async () => {
    const before = await dueOf(threadId);
    const { split } = await apart.split(threadId, ['a2']);
    expect(await dueOf(threadId)).toBe(before);
    expect(await dueOf(split.id)).toBe(before);
    const [clock] = (await running(split.id)).filter((each) => each.kind === 'first');
    expect(clock?.startedAt).toEqual((await apart.comment('a1')).postedAt);
  });

  test('an own promise that is earlier than what was running counts', async () => {
    const { db, house } = apart;
    const stretched = new Date(house.clock.now().getTime() + 90 * 24 * 60 * MINUTE);
    await house.database.transaction((tx) => tx.update(db.tables.clocks).set({ dueAt: stretched, soonAt: stretched }));
    const { split } = await apart.split(threadId, ['a2']);
    const [clock] = (await running(split.id)).filter((each) => each.kind === 'first');
    const since = (await apart.comment('a2')).postedAt.getTime();
    expect(clock?.dueAt.getTime()).toBeGreaterThan(since);
    expect(clock?.dueAt.getTime()).toBeLessThan(stretched.getTime());
  });

  test('what was answered for others only begins with its own first unanswered comment', async () => {
    const { house } = apart;
    await apart.say('ours', { author: 'wir', own: true, parentExternalId: 'a1', body: 'Das tut uns leid.' });
    await house.database.transaction(async (tx) => {
      await meetClocks(tx, [threadId], ['first'], house.clock.now());
    });
    const { row, split } = await apart.split(threadId, ['b1']);
    expect(row.status).toBe('waiting');
    expect(split.status).toBe('open');
    const [clock] = (await running(split.id)).filter((each) => each.kind === 'first');
    expect(clock?.startedAt).toEqual((await apart.comment('b1')).postedAt);
  });

  test('where nobody waits any more the promise ends, and goes on in the other part', async () => {
    const { house } = apart;
    await apart.say('ours', { author: 'wir', own: true, parentExternalId: 'a1', body: 'Das tut uns leid.' });
    await house.database.transaction((tx) => meetClocks(tx, [threadId], ['first'], house.clock.now()));
    house.clock.forward(MINUTE);
    await apart.say('b2', { author: 'Albrecht', parentExternalId: 'a1', body: 'Nie wieder.' });
    expect((await running(threadId)).map((clock) => clock.kind)).toContain('next');
    const due = (await running(threadId)).find((clock) => clock.kind === 'next')?.dueAt;

    const { split } = await apart.split(threadId, ['b2']);
    expect((await running(threadId)).map((clock) => clock.kind)).toEqual(['resolution']);
    expect((await apart.clocks(threadId)).map((clock) => clock.stopReason)).toContain('split');
    expect((await running(split.id)).find((clock) => clock.kind === 'first')?.dueAt.getTime()).toBeLessThanOrEqual(
      due?.getTime() ?? 0,
    );
  });
});

describe('what people have taken apart', () => {
  test('stays apart when the same person goes on writing, and when a comment connects both', async () => {
    const { split } = await apart.split(threadId, ['a2']);
    apart.house.clock.forward(MINUTE);
    expect(await apart.say('a3', { author: 'Keller' })).toBe(split.id);
    expect(await apart.say('b3', { author: 'Albrecht', parentExternalId: 'b1' })).toBe(threadId);
    expect(await apart.threadOf('a2')).toBe(split.id);
  });

  test('stays apart through a merge with a third, and is one again when people say so', async () => {
    const { split } = await apart.split(threadId, ['b1']);
    const third = await apart.say('c1');
    await apart.merge(third, split.id);
    expect(await apart.partings()).toMatchObject([{ threadId: third, otherThreadId: threadId }]);
    await apart.merge(threadId, third);
    expect(await apart.partings()).toEqual([]);
    expect((await apart.thread(threadId))?.comments).toBe(4);
  });

  test('a part of a part stays apart from everything that the part is apart from', async () => {
    await apart.say('b2', { author: 'Bauer', parentExternalId: 'b1' });
    const { split } = await apart.split(threadId, ['b1']);
    const again = await apart.split(split.id, ['b2']);
    const pairs = (await apart.partings()).map((row) => [row.threadId, row.otherThreadId].toSorted().join());
    expect(new Set(pairs)).toEqual(
      new Set([
        [threadId, split.id].toSorted().join(),
        [split.id, again.split.id].toSorted().join(),
        [threadId, again.split.id].toSorted().join(),
      ]),
    );
  });
});
