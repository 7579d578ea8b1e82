import type { BulkAction } from '@stammgast/shared/contract/work';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { workOnThreads } from './bulk-threads.ts';
import { claimThread } from './claim-threads.ts';
import { countViews, listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

const HOUR = 3_600_000;
let house: TestHouse;
let blog: string;
let forum: string;
let anna: Actor;
let ben: Actor;
let ids: string[];
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  forum = await addTestChannel(house, { name: 'Forum' });
  anna = await agent();
  ben = await agent();
  for (const id of [blog, forum]) await hear(id, 3);
  ids = (await rows()).map((row) => row.id);
});
afterEach(() => house.database.close());

const agent = async (): Promise<Actor> => ({
  personId: await addTestPerson(house, 'agent', [blog, forum]),
  role: 'agent',
  channels: [blog, forum],
});
const hear = (channelId: string, count: number) =>
  receiveComments(
    house,
    { id: channelId, language: null },
    Array.from({ length: count }, (_, i) => says(`c${i}`, { author: `Gast ${i}` })),
    { history: false },
  );
const rows = async () => (await listQueue(house, anna, '', { limit: 100 })).threads;
const bulk = (action: BulkAction, threadIds = ids) => workOnThreads(house, anna, { threadIds, action });
const takeBack = async (undo: Awaited<ReturnType<typeof bulk>>['undo']) => {
  for (const one of undo) await workOnThreads(house, anna, one);
};
/** Everything of the rows that an action may change. */
const picture = async () =>
  (await rows())
    .map(({ id, status, resolvedReason, assigneeId, snoozedUntil, tags, due }) => {
      return { id, status, resolvedReason, assigneeId, snoozedUntil, tags, due };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('many at once', () => {
  test('are done on all channels, and those of others are named', async () => {
    await claimThread(house, ben, ids[0] ?? '', undefined);
    const result = await bulk({ kind: 'claim' });
    expect(result.done.toSorted()).toEqual(ids.slice(1).toSorted());
    expect(result.skipped).toEqual([
      { threadId: ids[0], name: expect.stringContaining('Gast'), code: 'thread.claimed', who: 'Anna agent' },
    ]);
    expect((await rows()).filter((row) => row.assigneeId === anna.personId)).toHaveLength(5);
    const facts = (await factsAfter(house.database.reader, 0, 100)).filter((fact) => fact.kind === 'thread.assigned');
    expect(facts).toHaveLength(6);
  });

  test('need a reason to be done without an answer', async () => {
    expect((await bulk({ kind: 'resolve' })).skipped.map((one) => one.code)).toEqual(
      ids.map(() => 'thread.reason_needed'),
    );
    await bulk({ kind: 'resolve', reason: 'praise' }, ids.slice(0, 2));
    const { done, skipped } = await bulk({ kind: 'resolve', reason: 'spam' });
    expect([done.length, skipped.map((one) => one.code)]).toEqual([
      4,
      ['thread.already_resolved', 'thread.already_resolved'],
    ]);
  });

  test('are told apart when the deadline would pass', async () => {
    const until = new Date(house.clock.now().getTime() + 300 * HOUR).toISOString();
    expect((await bulk({ kind: 'snooze', until })).skipped[0]).toMatchObject({ code: 'thread.snooze_past_due' });
    expect((await bulk({ kind: 'snooze', until, pastDue: true })).done).toHaveLength(6);
    expect(await countViews(house, anna)).toMatchObject({ views: { open: 0, snoozed: 6 } });
  });

  test('may be found by a search', async () => {
    const result = await workOnThreads(house, anna, {
      q: 'is:open account:Forum',
      action: { kind: 'tag', add: ['Presse'] },
    });
    expect([result.done.length, result.more]).toEqual([3, false]);
    expect((await rows()).filter((row) => row.tags.includes('Presse')).map((row) => row.channelId)).toEqual([
      forum,
      forum,
      forum,
    ]);
  });

  test('are five hundred at most', async () => {
    await hear(blog, 510);
    const result = await workOnThreads(house, anna, { q: 'is:open', action: { kind: 'claim' } });
    expect([result.done.length, result.more]).toEqual([500, true]);
    expect(await countViews(house, anna)).toMatchObject({ views: { mine: 500 } });
  });
});

describe('every action', () => {
  const until = new Date('2026-03-05T14:00:00.000Z').toISOString();
  const actions: BulkAction[] = [
    { kind: 'claim' },
    { kind: 'resolve', reason: 'not-ours' },
    { kind: 'snooze', until, pastDue: true },
    { kind: 'tag', add: ['VIP', 'Lüftung'], remove: ['Presse'] },
  ];
  test.each(actions)('is taken back as a whole: $kind', async (action) => {
    await bulk({ kind: 'tag', add: ['Presse'] }, ids.slice(0, 2));
    await claimThread(house, anna, ids[2] ?? '', undefined);
    await bulk({ kind: 'snooze', until: new Date(Date.parse(until) + HOUR).toISOString(), pastDue: true }, [
      ids[3] ?? '',
    ]);
    const before = await picture();
    const { undo } = await bulk(action);
    expect(await picture()).not.toEqual(before);
    await takeBack(undo);
    const after = await picture();
    // A resolution ends a snooze for good.
    const asleep = action.kind === 'resolve' ? { snoozedUntil: null } : {};
    expect(after).toEqual(before.map((one) => ({ ...one, ...(one.id === ids[3] ? asleep : {}) })));
  });

  test('undone leaves alone what somebody else took since', async () => {
    const { undo } = await bulk({ kind: 'claim' });
    await claimThread(house, ben, ids[0] ?? '', 1);
    await takeBack(undo);
    expect((await rows()).flatMap((row) => row.assigneeId ?? [])).toEqual([ben.personId]);
  });
});

describe('read and unread', () => {
  const readsOf = async (actor: Actor) => Object.keys((await listQueue(house, actor, '', { limit: 100 })).reads);

  test('are personal: no version, no fact, nobody else', async () => {
    const before = await rows();
    const { undo } = await bulk({ kind: 'read' });
    expect(await readsOf(anna)).toHaveLength(6);
    expect(await readsOf(ben)).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(undo).toMatchObject([{ action: { kind: 'unread' } }]);
    await takeBack(undo);
    expect(await readsOf(anna)).toEqual([]);
  });

  test('may be used by those who only look, nothing else', async () => {
    const supervisor: Actor = { ...anna, role: 'supervisor' };
    expect((await workOnThreads(house, supervisor, { threadIds: ids, action: { kind: 'read' } })).done).toHaveLength(6);
    const work = workOnThreads(house, supervisor, { threadIds: ids, action: { kind: 'claim' } });
    await expect(work).rejects.toMatchObject({ code: 'auth.forbidden', status: 403 });
  });
});

test('what one may not see is not there, and stays as it is', async () => {
  const stranger: Actor = { ...anna, channels: [blog] };
  const foreign = (await rows()).filter((row) => row.channelId === forum).map((row) => row.id);
  const before = await picture();
  const result = await workOnThreads(house, stranger, {
    threadIds: [...foreign, 'nowhere'],
    action: { kind: 'tag', add: ['x'] },
  });
  expect(result).toEqual({
    done: [],
    skipped: [...foreign, 'nowhere'].map((threadId) => ({ threadId, name: '', code: 'not_found' })),
    more: false,
    undo: [],
  });
  expect(await picture()).toEqual(before);
});

test('names threads or a search, not both and not neither', async () => {
  const action = { kind: 'claim' } as const;
  await expect(workOnThreads(house, anna, { action })).rejects.toMatchObject({ status: 400 });
  await expect(workOnThreads(house, anna, { action, threadIds: ids, q: 'is:open' })).rejects.toMatchObject({
    status: 400,
  });
});
