import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Db } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { clocksByThread, meetClocks, moveClocks, refreshDue, resumeClocks, startClocks, stopClocks } from './clocks.ts';
import { dueColumns, dueOf } from './due.ts';
import { clocksOfThread } from './present.ts';
import { loadPromises } from './promises.ts';
import { addPolicies, createTestIds, office, promise, seedThreads } from './sla.suite.ts';
import type { WantedClock } from './terms.ts';
import { wantedKinds } from './wanted.ts';

/** Berlin time on Thursday 5 or Friday 6 March 2026. */
const thursday = (time: string) => new Date(`2026-03-05T${time}:00+01:00`);
const friday = (time: string) => new Date(`2026-03-06T${time}:00+01:00`);

let database: Database;
const newId = createTestIds();
beforeEach(async () => {
  database = await openTestDatabase();
  await database.transaction(async (tx) => {
    await promise(tx, office);
    await seedThreads(tx, [
      { id: 't1', openedAt: thursday('09:00') },
      { id: 't2', openedAt: thursday('08:00') },
    ]);
  });
});
afterEach(() => database.close());

const want = (kind: WantedClock['kind'], startedAt: Date, threadId = 't1'): WantedClock => ({
  kind,
  startedAt,
  threadId,
  channelId: 'blog',
  sentiment: 'negative',
});
const start = (...wanted: WantedClock[]) =>
  database.transaction(async (tx) => startClocks(tx, await loadPromises(tx), wanted, newId));
const write = <T>(work: (tx: Db) => Promise<T>) => database.transaction(work);
const clocks = async (threadId = 't1') => (await clocksByThread(database.reader, [threadId])).get(threadId) ?? [];
async function thread(id = 't1') {
  const rows = await database.reader.select().from(database.reader.tables.threads);
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error('no such thread');
  return row;
}

describe('starting', () => {
  test('stores when it is soon and due, and when the watcher must look', async () => {
    await start(want('first', thursday('09:00')), want('resolution', thursday('09:00')));
    expect(await clocks()).toMatchObject([
      {
        kind: 'first',
        dueAt: thursday('11:00'),
        soonAt: thursday('10:30'),
        nextFactAt: thursday('10:30'),
        targetMinutes: 120,
      },
      { kind: 'resolution', dueAt: new Date('2026-03-09T11:00:00+01:00'), policyName: 'Alles', breachedAt: null },
    ]);
  });
  test('goes on where one of the kind runs, from the earlier of two comments', async () => {
    await start(want('first', thursday('10:00')));
    await start(want('first', thursday('10:30')));
    expect(await clocks()).toMatchObject([{ startedAt: thursday('10:00') }]);
    await start(want('first', thursday('09:30')), want('first', thursday('09:45')));
    expect(await clocks()).toMatchObject([
      { startedAt: thursday('09:30'), dueAt: thursday('11:30'), nextFactAt: thursday('11:00') },
    ]);
  });
  test('in any order of comments ends in the same clock', async () => {
    await write((tx) => addPolicies(tx, [{ name: 'Neutral', sentiment: 'neutral', firstMinutes: 480 }]));
    const said = [
      { at: '09:10', sentiment: 'neutral' },
      { at: '09:20', sentiment: 'negative' },
      { at: '09:30', sentiment: 'unsure' },
    ] as const;
    const hear = ({ at, sentiment }: (typeof said)[number], id: string) =>
      start({ ...want('first', thursday(at), id), sentiment });
    for (const comment of said) await hear(comment, 't1');
    for (const comment of said.toReversed()) await hear(comment, 't2');
    const facts = async (id: string) => (await clocks(id)).map(({ id: _, threadId: __, ...rest }) => rest);
    expect(await facts('t1')).toMatchObject([
      { policyName: 'Alles', targetMinutes: 120, startedAt: thursday('09:10'), dueAt: thursday('11:20') },
    ]);
    expect(await facts('t2')).toEqual(await facts('t1'));
  });
  test('promises nothing where the policy has no target', async () => {
    await write((tx) => tx.update(tx.tables.slaPolicies).set({ nextMinutes: null }));
    expect((await start(want('next', thursday('09:00')))).size).toBe(0);
  });
  test('500 threads at once', async () => {
    const wanted = Array.from({ length: 500 }, (_, i) => [
      want('first', thursday('09:00'), `new-${i}`),
      want('resolution', thursday('09:00'), `new-${i}`),
    ]).flat();
    const started = await start(...wanted);
    expect(started.size).toBe(500);
    expect(started.get('new-499')).toHaveLength(2);
  });
});

describe('what a comment asks for', () => {
  test('the first answer until there was one, then the next', () => {
    expect(wantedKinds([])).toEqual(['first', 'resolution']);
    expect(wantedKinds([{ kind: 'first', metAt: null }])).toEqual(['first', 'resolution']);
    expect(wantedKinds([{ kind: 'first', metAt: friday('09:00') }])).toEqual(['next', 'resolution']);
  });
});

describe('ending', () => {
  test('met in time is no breach, even at the last moment', async () => {
    await start(want('first', thursday('09:00')));
    await write((tx) => meetClocks(tx, ['t1'], ['first', 'next'], thursday('11:00')));
    expect(await clocks()).toMatchObject([{ metAt: thursday('11:00'), breachedAt: null, nextFactAt: null }]);
  });
  test('met late is late, even if nobody looked in between', async () => {
    await start(want('first', thursday('09:00')), want('resolution', thursday('09:00')));
    await write((tx) => meetClocks(tx, ['t1'], ['first'], thursday('11:01')));
    expect(await clocks()).toMatchObject([
      { kind: 'first', metAt: thursday('11:01'), breachedAt: thursday('11:00'), nextFactAt: thursday('11:00') },
      { kind: 'resolution', metAt: null },
    ]);
  });
  test('what ended stays as it is', async () => {
    await start(want('first', thursday('09:00')));
    await write((tx) => stopClocks(tx, ['t1'], thursday('09:30'), 'spam'));
    expect(await write((tx) => meetClocks(tx, ['t1'], ['first'], thursday('10:00')))).toEqual([]);
    expect(await clocks()).toMatchObject([{ metAt: null, stoppedAt: thursday('09:30'), stopReason: 'spam' }]);
  });
  test('an answer that the platform took in time is no breach, though we noticed late', async () => {
    await start(want('first', thursday('09:00')));
    await write((tx) => tx.update(tx.tables.clocks).set({ breachedAt: thursday('11:00'), nextFactAt: null }));
    await write((tx) => meetClocks(tx, ['t1'], ['first'], thursday('10:59')));
    expect(await clocks()).toMatchObject([{ breachedAt: null, nextFactAt: null }]);
  });
});

describe('reopening', () => {
  test('what ended with the resolution goes on, and the time in between is a pause', async () => {
    await start(want('first', thursday('09:00')), want('resolution', thursday('09:00')));
    await write(async (tx) => {
      await meetClocks(tx, ['t1'], ['resolution'], thursday('10:00'));
      await stopClocks(tx, ['t1'], thursday('10:00'), 'no-answer-needed');
      await resumeClocks(tx, [{ id: 't1', resolvedAt: thursday('10:00') }], thursday('12:00'), 'anna');
    });
    expect(await clocks()).toMatchObject([
      { kind: 'first', dueAt: thursday('13:00'), nextFactAt: thursday('12:30'), stoppedAt: null, stopReason: null },
      { kind: 'resolution', dueAt: new Date('2026-03-09T13:00:00+01:00'), metAt: null },
    ]);
    const [first] = await clocksOfThread(database.reader, 't1', thursday('12:30'));
    expect(first?.intervals).toMatchObject([
      { state: 'running', reason: 'comment', to: thursday('10:00').toISOString() },
      { state: 'paused', reason: 'resolved', to: thursday('12:00').toISOString() },
      { state: 'running', reason: 'reopened', actorId: 'anna', to: null },
    ]);
  });
  test('an answered promise stays answered', async () => {
    await start(want('first', thursday('09:00')), want('resolution', thursday('09:00')));
    await write(async (tx) => {
      await meetClocks(tx, ['t1'], ['first', 'next', 'resolution'], thursday('10:00'));
      await resumeClocks(tx, [{ id: 't1', resolvedAt: thursday('10:00') }], thursday('10:05'), 'anna');
    });
    expect(await clocks()).toMatchObject([
      { kind: 'first', metAt: thursday('10:00') },
      { kind: 'resolution', metAt: null },
    ]);
  });
});

test('threads that become one keep one clock of each kind, with the first deadline', async () => {
  await start(
    want('first', thursday('09:30'), 't1'),
    want('first', thursday('09:00'), 't2'),
    want('resolution', thursday('09:00'), 't2'),
  );
  await write((tx) => moveClocks(tx, ['t2'], 't1', thursday('09:45')));
  expect(await clocks('t2')).toEqual([]);
  expect(await clocks('t1')).toMatchObject([
    { kind: 'first', startedAt: thursday('09:00'), stoppedAt: null },
    { kind: 'resolution', stoppedAt: null },
    { kind: 'first', startedAt: thursday('09:30'), stoppedAt: thursday('09:45'), stopReason: 'merged' },
  ]);
});

describe('what the queue shows', () => {
  test('is the running clock that is due first, in the row as in the value', async () => {
    await start(
      want('first', thursday('09:00')),
      want('resolution', thursday('09:00')),
      want('next', thursday('09:00'), 't2'),
    );
    await write((tx) => refreshDue(tx, ['t1', 't2']));
    expect(await thread('t1')).toMatchObject({ dueKind: 'first', queueAt: thursday('11:00') });
    expect(await thread('t1')).toMatchObject(dueColumns(await clocks('t1'), thursday('09:00')));
    expect(await thread('t2')).toMatchObject({ dueKind: 'next' });
    expect(await thread('t2')).toMatchObject(dueColumns(await clocks('t2'), thursday('08:00')));
    await write((tx) => meetClocks(tx, ['t1'], ['first'], thursday('12:00')));
    await write((tx) => refreshDue(tx, ['t1']));
    expect(await thread('t1')).toMatchObject({ dueKind: 'resolution', breachedAt: null });
  });
  test('without a promise threads come last, the older ones first', async () => {
    await write((tx) => refreshDue(tx, ['t1', 't2']));
    const [one, two] = [await thread('t1'), await thread('t2')];
    expect(one).toMatchObject(dueColumns([], thursday('09:00')));
    expect(two.queueAt < one.queueAt && two.queueAt > new Date('2120-01-01')).toBe(true);
    expect(dueOf([])).toBeNull();
  });
});
