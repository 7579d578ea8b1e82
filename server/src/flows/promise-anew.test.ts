import type { DeadlineChange } from '@stammgast/shared/contract/sla';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { runDue } from '../jobs/worker.ts';
import { meetClocks, pauseForCritic, resumeForCritic, startClocks } from '../sla/clocks.ts';
import { clocksOfThread } from '../sla/present.ts';
import { loadPromises } from '../sla/promises.ts';
import { office, promise, seedThreads } from '../sla/sla.suite.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { changeDeadlines, previewDeadlines } from './change-deadlines.ts';
import { PROMISE_ANEW, promiseAnew } from './promise-anew.ts';

/** Berlin time on Thursday 5 March 2026. */
const thursday = (time: string) => new Date(`2026-03-05T${time}:00+01:00`);
const clara = { personId: 'clara', role: 'lead', channels: 'all' } as const;

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  house.clock.set(thursday('10:00'));
});
afterEach(() => house.database.close());

/** Threads that wait for a first answer and a resolution since nine o'clock. */
async function open(threadIds: readonly string[]): Promise<void> {
  await house.database.transaction(async (tx) => {
    await promise(tx, office, [{ name: 'Kritik', sentiment: 'negative' }, { name: 'Rest' }]);
    for (let i = 0; i < threadIds.length; i += 1000)
      await seedThreads(
        tx,
        threadIds.slice(i, i + 1000).map((id) => ({ id, openedAt: thursday('09:00') })),
      );
    const about = { channelId: 'blog', sentiment: 'negative', startedAt: thursday('09:00') } as const;
    const kinds = ['first', 'resolution'] as const;
    const wanted = threadIds.flatMap((threadId) => kinds.map((kind) => ({ ...about, threadId, kind })));
    await startClocks(tx, await loadPromises(tx), wanted, house.newId);
  });
}

async function shorter(firstMinutes: number | null, more: object = {}): Promise<DeadlineChange> {
  const { policies } = await loadPromises(house.database.reader);
  const [{ id: policyId, position: _, isDefault: __, version: ___, ...policy } = never()] = policies;
  return { does: 'change-policy', policyId, policy: { ...policy, firstMinutes, ...more } };
}
const never = (): never => {
  throw new Error('no policy');
};
const change = async (wanted: DeadlineChange, running: 'keep' | 'anew') => {
  await changeDeadlines(house, clara, wanted, running);
  await runDue(house, { [PROMISE_ANEW]: promiseAnew(house) });
};
const stored = async () => {
  const { reader } = house.database;
  const rows = await reader.select().from(reader.tables.clocks);
  return rows.filter((clock) => clock.kind === 'first');
};
const told = async () =>
  (await factsAfter(house.database.reader, 0, 30_000)).filter((fact) => fact.kind === 'sla.promised-anew');

describe('a changed policy', () => {
  test('says how many threads it touches, and leaves running clocks alone unless told otherwise', async () => {
    await open(['t1', 't2']);
    const before = await stored();
    expect(await previewDeadlines(house, clara, await shorter(90))).toEqual({ threads: 2, elsewhere: false });
    expect(await previewDeadlines(house, clara, await shorter(120, { name: 'Anders' }))).toEqual({
      threads: 0,
      elsewhere: false,
    });
    // Nobody counts what happens on channels that are not theirs, but that something does is told.
    const lead = { ...clara, channels: ['blog'] };
    expect(await previewDeadlines(house, lead, await shorter(90))).toEqual({ threads: 2, elsewhere: false });
    const other = { ...clara, channels: ['forum'] };
    expect(await previewDeadlines(house, other, await shorter(90))).toEqual({ threads: 0, elsewhere: true });
    const unchanged = await shorter(120, { name: 'Anders' });
    expect(await previewDeadlines(house, other, unchanged)).toEqual({ threads: 0, elsewhere: false });
    await change(await shorter(90), 'keep');
    expect(await stored()).toEqual(before);
    expect(await told()).toEqual([]);
  });
  test('promises anew with what has run kept, in the log with who did it and what was before', async () => {
    await open(['t1']);
    await change(await shorter(90), 'anew');
    const [clock] = await stored();
    expect(clock).toMatchObject({ targetMinutes: 90, policyVersion: 2, dueAt: thursday('10:30') });
    const [first] = await clocksOfThread(house.database.reader, 't1', thursday('10:10'));
    expect(first).toMatchObject({ policyVersion: 2, calendarName: 'Haus', calendarVersion: 1 });
    expect(first?.intervals).toMatchObject([
      { state: 'running', reason: 'comment', to: thursday('10:00').toISOString() },
      {
        state: 'running',
        reason: 'promised-anew',
        actorId: 'clara',
        before: { policyName: 'Kritik', policyVersion: 1, targetMinutes: 120 },
      },
    ]);
    expect(await told()).toMatchObject([{ threadId: 't1', personId: 'clara', payload: { clock: 'first' } }]);
  });
  test('that is used up already is due now, not before it was made', async () => {
    await open(['t1']);
    await change(await shorter(30), 'anew');
    expect(await stored()).toMatchObject([{ dueAt: thursday('10:00'), breachedAt: null }]);
  });
  test('without a target withdraws the promise', async () => {
    await open(['t1']);
    await change(await shorter(null), 'anew');
    expect(await stored()).toMatchObject([{ stoppedAt: thursday('10:00'), stopReason: 'withdrawn' }]);
  });
  test('changes neither what was broken nor what was answered', async () => {
    await open(['t1', 't2']);
    await house.database.transaction((tx) => meetClocks(tx, ['t2'], ['first'], thursday('09:30')));
    house.clock.set(thursday('11:30'));
    const before = await stored();
    expect(await previewDeadlines(house, clara, await shorter(480))).toMatchObject({ threads: 0 });
    await change(await shorter(480), 'anew');
    expect(await stored()).toEqual(before);
  });
  test('a first match that is new takes over, and a calendar of its own counts from then on', async () => {
    await open(['t1']);
    const { calendars } = await loadPromises(house.database.reader);
    const [calendar = never()] = calendars;
    const closed = { ...calendar.terms, own: [{ date: '2026-03-05', name: 'Ausflug', windows: [], yearly: false }] };
    await change({ does: 'change-calendar', calendarId: calendar.id, calendar: closed }, 'anew');
    // An hour had run: the second one is left for Friday.
    expect(await stored()).toMatchObject([{ dueAt: new Date('2026-03-06T10:00:00+01:00') }]);
    const [first] = await clocksOfThread(house.database.reader, 't1', thursday('12:00'));
    expect(first?.calendarVersion).toBe(2);
    expect(first?.intervals.map(({ state, days }) => [state, days])).toEqual([
      ['running', []],
      ['outside', ['Ausflug']],
    ]);
  });
  test('waits until clocks have followed the change before it', async () => {
    await open(['t1']);
    await changeDeadlines(house, clara, await shorter(90), 'anew');
    await expect(changeDeadlines(house, clara, await shorter(100), 'keep')).rejects.toMatchObject({ code: 'sla.busy' });
  });
});

test('a clock that stands still is promised anew and stands still', async () => {
  await open(['t1']);
  const resolution = async () => {
    const { reader } = house.database;
    return (await reader.select().from(reader.tables.clocks)).find((clock) => clock.kind === 'resolution');
  };
  await house.database.transaction((tx) => pauseForCritic(tx, ['t1'], thursday('09:30'), 'anna'));
  await change(await shorter(120, { resolutionMinutes: 60 }), 'anew');
  expect(await resolution()).toMatchObject({ targetMinutes: 60, pausedAt: thursday('10:00'), nextFactAt: null });
  await house.database.transaction((tx) => resumeForCritic(tx, [{ id: 't1', at: thursday('12:00') }], 'comment', null));
  expect(await resolution()).toMatchObject({ pausedAt: null, dueAt: thursday('12:30') });
});

test('10,000 running clocks follow a change in small steps, each exactly once', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
  await open(ids);
  let steps = 0;
  const { database } = house;
  const transaction: typeof database.transaction = (work) => {
    steps++;
    return database.transaction(work);
  };
  const counted = { ...house, database: { ...database, transaction } };
  await changeDeadlines(house, clara, await shorter(90), 'anew');
  await runDue(house, { [PROMISE_ANEW]: promiseAnew(counted) });
  expect((await stored()).every((clock) => clock.dueAt.getTime() === thursday('10:30').getTime())).toBe(true);
  const facts = await told();
  expect(new Set(facts.map((fact) => fact.threadId)).size).toBe(10_000);
  expect(facts).toHaveLength(10_000);
  expect(steps).toBeGreaterThanOrEqual(40);
}, 120_000);
