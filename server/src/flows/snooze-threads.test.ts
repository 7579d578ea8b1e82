import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { runDue } from '../jobs/worker.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { changeThread } from '../threads/threads.queries.ts';
import { countViews, listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { reopenThread, resolveThread } from './resolve-threads.ts';
import { snoozeThread, WAKE, wakeDueThreads, wakeThread } from './snooze-threads.ts';

const HOUR = 3_600_000;
let house: TestHouse;
let blog: string;
let anna: Actor;
let threadId: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
  await hear('c1', 'Müller');
  const { threads } = await listQueue(house, anna, '', { limit: 1 });
  threadId = threads[0]?.id ?? '';
});
afterEach(() => house.database.close());

const hear = (externalId: string, author: string, more = {}) =>
  receiveComments(house, { id: blog, language: null }, [says(externalId, { author, ...more })], { history: false });
const inHours = (hours: number) => new Date(house.clock.now().getTime() + hours * HOUR).toISOString();
const snooze = (hours: number, pastDue = true) =>
  snoozeThread(house, anna, threadId, { until: inHours(hours), pastDue });
const namesIn = async (state: 'open' | 'waiting' | 'snoozed' | 'overdue') =>
  (await listQueue(house, anna, `is:${state}`, { limit: 50 })).threads.map((row) => row.author.name);
const alarm = () => runDue(house, { [WAKE]: wakeDueThreads(house) });
const lastFact = async () => (await factsAfter(house.database.reader, 0, 100)).at(-1);

describe('a snoozed thread', () => {
  test('is out of sight and out of the count, and its clocks run on', async () => {
    const before = await readThread(house, anna, threadId);
    const row = await snooze(2);
    expect(row).toMatchObject({ snoozedUntil: inHours(2), due: before.row.due, status: 'open' });
    expect(await namesIn('open')).toEqual([]);
    expect(await namesIn('snoozed')).toEqual(['Müller']);
    expect(await countViews(house, anna)).toMatchObject({ views: { open: 0, unassigned: 0, snoozed: 1 } });
    expect(await lastFact()).toMatchObject({ kind: 'thread.snoozed', personId: anna.personId });
  });

  test('comes back at its time, to the top of the queue, once', async () => {
    await snooze(2);
    await hear('x', 'Huber');
    house.clock.forward(2 * HOUR - 1000);
    expect(await alarm()).toBe(0);
    house.clock.forward(1000);
    expect(await alarm()).toBe(1);
    expect(await namesIn('open')).toEqual(['Müller', 'Huber']);
    expect(await lastFact()).toMatchObject({ kind: 'thread.woken', threadId, personId: null });
    expect(await alarm()).toBe(0);
  });

  test('that is due later is not called overdue because it came back first', async () => {
    const due = new Date(house.clock.now().getTime() + 9 * HOUR);
    await house.database.transaction((tx) =>
      changeThread(tx, threadId, { dueKind: 'first', dueAt: due, soonAt: due, dueStartedAt: due, queueAt: due }),
    );
    await snooze(1);
    house.clock.forward(HOUR);
    await alarm();
    expect(await namesIn('open')).toEqual(['Müller']);
    expect(await namesIn('overdue')).toEqual([]);
  });

  test('comes back when somebody outside writes, but not by our own words', async () => {
    await snooze(2);
    await hear('c2', 'Haus', { parentExternalId: 'c1', own: true });
    expect(await namesIn('snoozed')).toEqual(['Müller']);
    await hear('c3', 'Berger', { parentExternalId: 'c1', body: 'Bei uns war es schön.' });
    expect(await namesIn('open')).toEqual(['Müller']);
    expect(await namesIn('snoozed')).toEqual([]);
    house.clock.forward(3 * HOUR);
    await alarm();
    expect((await lastFact())?.kind).not.toBe('thread.woken');
  });

  test('that waited for the person is the team’s turn again', async () => {
    await house.database.transaction((tx) => changeThread(tx, threadId, { status: 'waiting' }));
    await snooze(1);
    expect(await namesIn('waiting')).toEqual([]);
    house.clock.forward(HOUR);
    await alarm();
    expect(await namesIn('open')).toEqual(['Müller']);
  });

  test('moves when it is snoozed again, and is woken by hand', async () => {
    await snooze(1);
    await snooze(3);
    house.clock.forward(HOUR);
    await alarm();
    expect(await namesIn('snoozed')).toEqual(['Müller']);
    expect(await wakeThread(house, anna, threadId)).toMatchObject({ snoozedUntil: null });
    expect(await namesIn('open')).toEqual(['Müller']);
  });

  test('that is resolved sleeps no more', async () => {
    await snooze(1);
    await resolveThread(house, anna, threadId, { reason: 'praise' });
    expect(await reopenThread(house, anna, threadId)).toMatchObject({ snoozedUntil: null });
  });
});

test('hundreds that were put off until the same time come back together', async () => {
  const said = Array.from({ length: 450 }, (_, i) => says(`m${i}`, { author: `Gast ${i}` }));
  await receiveComments(house, { id: blog, language: null }, said, { history: false });
  const until = new Date(house.clock.now().getTime() + HOUR);
  await house.database.transaction(async (tx) => {
    const { threads } = tx.tables;
    await tx.update(threads).set({ snoozedUntil: until });
  });
  await snooze(1);
  house.clock.forward(HOUR);
  expect(await alarm()).toBe(1);
  expect(await countViews(house, anna)).toMatchObject({ views: { open: 451, snoozed: 0 } });
});

describe('snoozing is refused', () => {
  test('past the deadline, unless one says that one knows', async () => {
    const { row } = await readThread(house, anna, threadId);
    const hours = (Date.parse(row.due?.dueAt ?? '') - house.clock.now().getTime()) / HOUR;
    await expect(snooze(hours + 1, false)).rejects.toMatchObject({
      code: 'thread.snooze_past_due',
      status: 409,
      context: { dueAt: row.due?.dueAt },
    });
    expect(await snooze(hours, false)).toMatchObject({ snoozedUntil: row.due?.dueAt });
    expect(await snooze(hours + 1)).toMatchObject({ snoozedUntil: inHours(hours + 1) });
  });

  test('into the past, of a resolved thread, and of a foreign one', async () => {
    await expect(snooze(-1)).rejects.toMatchObject({ status: 422 });
    const stranger = { ...anna, channels: ['another'] };
    await expect(snoozeThread(house, stranger, threadId, { until: inHours(1) })).rejects.toMatchObject({ status: 404 });
    await resolveThread(house, anna, threadId, { reason: 'praise' });
    await expect(snooze(1)).rejects.toMatchObject({ code: 'thread.already_resolved' });
  });
});
