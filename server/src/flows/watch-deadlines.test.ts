import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../config/log.ts';
import { factsAfter } from '../events/events.queries.ts';
import { runningClocksOf, saveClocks } from '../sla/clocks.queries.ts';
import { meetClocks, refreshDue, startClocks, stopClocks } from '../sla/clocks.ts';
import { loadPromises } from '../sla/promises.ts';
import { always, createTestIds, promise, seedThreads } from '../sla/sla.suite.ts';
import type { Database } from '../storage/database.ts';
import { addTestPerson } from '../testing/cast.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { openTestHouse } from '../testing/open-test-house.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';
import { readBell } from './read-bell.ts';
import { tellPeople } from './tell-people.ts';
import { lookAtDeadlines, type Watch, watchDeadlines } from './watch-deadlines.ts';

const START = new Date('2026-03-05T13:00:00.000Z');
const MINUTE = 60_000;
const after = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);

let databases: Database[];
beforeEach(() => {
  databases = [];
});
afterEach(async () => {
  for (const database of databases) await database.close();
});

/** A house with one thread that is promised a first answer within 20 minutes: soon after 15. */
async function open(threads = ['t1']): Promise<Database> {
  const database = await openTestDatabase();
  databases.push(database);
  const newId = createTestIds();
  await database.transaction(async (tx) => {
    await promise(tx, always, [{ firstMinutes: 20 }]);
    await seedThreads(
      tx,
      threads.map((id) => ({ id, openedAt: START })),
    );
    const wanted = threads.map((threadId) => ({
      threadId,
      channelId: 'blog',
      kind: 'first' as const,
      sentiment: 'negative' as const,
      startedAt: START,
    }));
    await startClocks(tx, await loadPromises(tx), wanted, newId);
    await refreshDue(tx, threads);
  });
  return database;
}

function watcher(database: Database, clock: TestClock = createTestClock()) {
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_: object, message: string) => void warnings.push(message) };
  let watch: Watch | null = null;
  return {
    clock,
    warnings,
    async at(minutes: number) {
      clock.set(after(minutes));
      watch = await lookAtDeadlines({ database, clock, log }, watch);
      return watch;
    },
  };
}

async function told(database: Database) {
  const rows = await factsAfter(database.reader, 0, 10_000);
  return rows.map(({ kind, at, threadId }) => [kind, threadId, (at.getTime() - START.getTime()) / MINUTE]);
}
async function alarms(database: Database) {
  const rows = await factsAfter(database.reader, 0, 100);
  return rows.filter(({ kind }) => kind === 'house.alarmed').map(({ payload }) => payload);
}
async function theClock(database: Database) {
  const [row] = await database.reader.select().from(database.reader.tables.clocks);
  return row;
}
async function thread(database: Database) {
  const rows = await database.reader.select().from(database.reader.tables.threads);
  return rows.find((row) => row.id === 't1');
}
const everyFour = [0, 4, 8, 12, 16, 20, 24, 28];

describe('looking again and again', () => {
  test('tells due soon and breached once each, with their true times', async () => {
    const database = await open();
    const watch = watcher(database);
    for (const minutes of everyFour) await watch.at(minutes);
    expect(await told(database)).toEqual([
      ['sla.due-soon', 't1', 15],
      ['sla.breached', 't1', 20],
    ]);
    expect(await theClock(database)).toMatchObject({ dueSoonAt: after(15), breachedAt: after(20), nextFactAt: null });
  });
  test('shows the breach in the thread, with a new version', async () => {
    const database = await open();
    const watch = watcher(database);
    await watch.at(16);
    expect(await thread(database)).toMatchObject({ breachedAt: null, version: 1 });
    await watch.at(20);
    expect(await thread(database)).toMatchObject({ breachedAt: after(20), version: 2 });
  });
  test('on several nodes at once tells it once', async () => {
    const threads = Array.from({ length: 30 }, (_, i) => `t${i}`);
    const database = await open(threads);
    const nodes = [watcher(database), watcher(database), watcher(database)];
    for (const minutes of [16, 20]) await Promise.all(nodes.map((node) => node.at(minutes)));
    expect(await told(database)).toHaveLength(60);
  });
  test('more than a batch', async () => {
    const database = await open(Array.from({ length: 1100 }, (_, i) => `t${i}`));
    await watcher(database).at(30);
    expect(await told(database)).toHaveLength(2200);
  });
});

describe('a downtime', () => {
  test('of ten minutes across the deadline leaves the same record as none', async () => {
    const [without, killed] = [await open(), await open()];
    const watch = watcher(without);
    for (const minutes of everyFour) await watch.at(minutes);
    const first = watcher(killed);
    for (const minutes of [0, 4, 8, 12, 16]) await first.at(minutes);
    const second = watcher(killed);
    await second.at(26);
    await second.at(28);
    expect(await told(killed)).toEqual(await told(without));
    expect(await theClock(killed)).toEqual(await theClock(without));
    expect(await thread(killed)).toEqual(await thread(without));
  });
  test('a late answer before anybody looked is a breach that is told', async () => {
    const database = await open();
    await watcher(database).at(16);
    await database.transaction((tx) => meetClocks(tx, ['t1'], ['first'], after(21)));
    const watch = watcher(database);
    for (const minutes of [22, 23]) await watch.at(minutes);
    expect(await told(database)).toEqual([
      ['sla.due-soon', 't1', 15],
      ['sla.breached', 't1', 20],
    ]);
    expect(await theClock(database)).toMatchObject({ breachedAt: after(20), metAt: after(21) });
  });
  test('a promise that was met or stopped in time is not told', async () => {
    const database = await open(['t1', 't2']);
    await database.transaction(async (tx) => {
      await meetClocks(tx, ['t1'], ['first'], after(10));
      await stopClocks(tx, ['t2'], after(10), 'spam');
    });
    await watcher(database).at(30);
    expect(await told(database)).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  test('forward is noticed, and believed at the second look', async () => {
    const database = await open();
    const watch = watcher(database);
    await watch.at(1);
    expect(await watch.at(480)).toMatchObject({ held: true });
    expect(watch.warnings).toHaveLength(1);
    expect(await told(database)).toEqual([['house.alarmed', null, 480]]);
    expect(await watch.at(480.01)).toMatchObject({ held: false });
    expect(await told(database)).toEqual([
      ['house.alarmed', null, 480],
      ['sla.due-soon', 't1', 15],
      ['sla.breached', 't1', 20],
    ]);
    for (const minutes of [480.02, 481, 484]) await watch.at(minutes);
    expect(await alarms(database)).toEqual([{ what: 'clock', jumpSeconds: 479 * 60 }]);
  });
  test('forward and back again breaks no promise', async () => {
    const database = await open();
    const watch = watcher(database);
    for (const minutes of [1, 480, 1.1, 1.2]) await watch.at(minutes);
    expect(watch.warnings).toHaveLength(2);
    expect((await told(database)).filter(([kind]) => kind !== 'house.alarmed')).toEqual([]);
    expect(await alarms(database)).toEqual([
      { what: 'clock', jumpSeconds: 479 * 60 },
      { what: 'clock', jumpSeconds: -478.9 * 60 },
    ]);
  });
  test('of five minutes and a second is one, of five minutes or a long downtime is none', async () => {
    const database = await open();
    const watch = watcher(database);
    await watch.at(0);
    expect(await watch.at(5)).toMatchObject({ held: false });
    expect(await watch.at(10 + 1 / 60)).toMatchObject({ held: true });
    expect(await watcher(database).at(600)).toMatchObject({ held: false });
    expect(await alarms(database)).toHaveLength(1);
  });
  test('is neither an outage of the database nor a backlog that takes long to tell', async () => {
    const database = await open(Array.from({ length: 300 }, (_, i) => `t${i}`));
    const clock = createTestClock();
    const away = { ...database, transaction: () => Promise.reject(new Error('gone')) };
    const slow: Database = {
      ...database,
      transaction: (work) => {
        clock.forward(4 * MINUTE);
        return database.transaction(work);
      },
    };
    let watch: Watch | null = null;
    const lookAt = async (minutes: number, on: Database) => {
      clock.set(after(minutes));
      watch = await lookAtDeadlines({ database: on, clock, log: silentLog }, watch);
      return watch;
    };
    await lookAt(1, database);
    for (const minutes of [5, 10]) expect(await lookAt(minutes, away)).toMatchObject({ failed: false });
    for (const minutes of [15, 20, 25]) expect(await lookAt(minutes, away)).toMatchObject({ failed: true });
    // Two batches, and eight minutes.
    expect(await lookAt(26, slow)).toMatchObject({ held: false, failed: false });
    expect(await lookAt(35, database)).toMatchObject({ held: false });
    expect(await alarms(database)).toEqual([]);
    const times = (await told(database)).map(([kind, , at]) => `${kind} ${at}`);
    expect(Object.fromEntries(Map.groupBy(times, (one) => one))).toEqual({
      'sla.due-soon 15': Array(300).fill('sla.due-soon 15'),
      'sla.breached 20': Array(300).fill('sla.breached 20'),
    });
  });
  test('is told to administrators in the bell, once, and to nobody else', async () => {
    const house = await openTestHouse();
    databases.push(house.database);
    const admin = await addTestPerson(house, 'admin');
    for (const role of ['lead', 'agent'] as const) await addTestPerson(house, role, ['blog']);
    const telling = await tellPeople(house);
    const first = await lookAtDeadlines(house, null);
    house.clock.forward(3_600_000);
    await lookAtDeadlines(house, await lookAtDeadlines(house, first));
    const { notifications } = house.database.reader.tables;
    const told = () => house.database.reader.select().from(notifications);
    await vi.waitFor(async () =>
      expect(await told()).toMatchObject([{ personId: admin, event: 'house', inBell: true }]),
    );
    await telling.stop();
    const of = (personId: string, role: 'admin' | 'lead') =>
      readBell(house, { personId, role, channels: role === 'admin' ? 'all' : ['blog'] }, undefined);
    expect((await of(admin, 'admin')).notifications).toMatchObject([{ event: 'house', count: 1, unread: true }]);
    // Nor to whoever is no administrator any more.
    expect((await of(admin, 'lead')).notifications).toEqual([]);
  });
});

test('runs by itself, and tells within a second', async () => {
  const database = await open();
  const shift = after(20).getTime() - 1200 - Date.now();
  const clock = { now: () => new Date(Date.now() + shift) };
  const watch = watchDeadlines({ database, clock, log: silentLog });
  const lateBy = async () => {
    for (;;) {
      if ((await theClock(database))?.breachedAt) return clock.now().getTime() - after(20).getTime();
      await pause(5);
    }
  };
  const late = await lateBy();
  await watch.stop();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(1000);
});

test('a clock that is being changed at that moment is told once', async () => {
  const database = await open();
  const { clock, at } = watcher(database);
  clock.set(after(16));
  const looks: Promise<unknown>[] = [];
  await database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'blog');
    const read = await runningClocksOf(tx, ['t1']);
    looks.push(lookAtDeadlines({ database, clock, log: silentLog }, null));
    await pause(150);
    await saveClocks(tx, read);
  });
  await Promise.all(looks);
  await at(17);
  expect((await factsAfter(database.reader, 0, 10)).map((fact) => fact.kind)).toEqual(['sla.due-soon']);
});
