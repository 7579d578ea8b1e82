import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../config/clock.ts';
import { silentLog } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';
import {
  cancel,
  claim,
  deadJobs,
  dueJobs,
  finish,
  type Job,
  LostLeaseError,
  nextRun,
  postpone,
  schedule,
} from './jobs.queries.ts';
import { runDue, startWorker } from './worker.ts';

let database: Database;
let clock: TestClock;
beforeEach(async () => {
  database = await openTestDatabase();
  clock = createTestClock();
});
afterEach(() => database.close());

const deps = () => ({ database, clock, log: silentLog });
const inMs = (ms: number) => new Date(clock.now().getTime() + ms);
const add = (uniqueKey: string, more: { runAt?: Date; lane?: string; payload?: Record<string, unknown> } = {}) =>
  database.transaction((tx) =>
    schedule(tx, { kind: 'work', uniqueKey, lane: 'a', payload: {}, runAt: clock.now(), ...more }),
  );
const allJobs = () => database.reader.select().from(database.reader.tables.jobs);
async function take(leaseMs = 1000): Promise<Job | null> {
  const [due] = await dueJobs(database.reader, clock.now(), { kinds: ['work'], fullLanes: [], limit: 1 });
  return due ? database.transaction((tx) => claim(tx, due, clock.now(), leaseMs)) : null;
}
async function mustTake(leaseMs?: number): Promise<Job> {
  const job = await take(leaseMs);
  if (!job) throw new Error('nothing to take');
  return job;
}

test('a job runs once, when it is due, with what it was given', async () => {
  await add('one', { runAt: inMs(1000), payload: { text: 'ä' } });
  const seen: Job[] = [];
  const work = async (job: Job) => void seen.push(job);
  expect(await runDue(deps(), { work })).toBe(0);
  clock.forward(1000);
  expect(await runDue(deps(), { work })).toBe(1);
  expect(await runDue(deps(), { work })).toBe(0);
  expect(seen.map((job) => [job.payload, job.attempts])).toEqual([[{ text: 'ä' }, 1]]);
  expect(await allJobs()).toEqual([]);
});

test('a second job with the same key only moves the first', async () => {
  await add('one', { runAt: inMs(5000), payload: { n: 1 } });
  await add('one', { runAt: inMs(1000), payload: { n: 2 } });
  expect((await allJobs()).map((job) => [job.payload, job.runAt])).toEqual([[{ n: 1 }, inMs(1000)]]);
});

test('a job that is asked for while it runs runs again', async () => {
  await add('one');
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs === 1) await add('one');
  };
  expect(await runDue(deps(), { work })).toBe(2);
  expect(await allJobs()).toEqual([]);
});

test('asking again wins over postponing', async () => {
  await add('one');
  const job = await mustTake();
  await add('one', { runAt: inMs(10) });
  await database.transaction((tx) => postpone(tx, job, inMs(9999), 'later', { n: 2 }));
  expect((await allJobs()).map(({ runAt, payload }) => [runAt, payload])).toEqual([[inMs(10), { n: 2 }]]);
});

test('a job that fails comes back with growing pauses and is given up in sight', async () => {
  await add('one');
  const work = async () => Promise.reject(new Error('no luck'));
  const started = clock.now().getTime();
  while ((await deadJobs(database.reader, 1)).length === 0) {
    await runDue(deps(), { work });
    clock.set((await nextRun(database.reader, ['work'])) ?? clock.now());
  }
  const [dead] = await deadJobs(database.reader, 1);
  expect(dead).toMatchObject({ uniqueKey: 'one', attempts: 12, lastError: 'Error: no luck' });
  expect(clock.now().getTime() - started).toBeGreaterThan(10 * 60_000);

  await add('one', { payload: { n: 'new' } });
  const given: unknown[] = [];
  expect(await runDue(deps(), { work: async (job) => void given.push(job.payload) })).toBe(1);
  expect(given).toEqual([{ n: 'new' }]);
  expect(await allJobs()).toEqual([]);
});

test('a cancelled job never runs, a running one cannot be cancelled', async () => {
  await add('one');
  await add('two');
  const job = await mustTake();
  await database.transaction((tx) => cancel(tx, 'one', 'two'));
  expect((await allJobs()).map((row) => row.id)).toEqual([job.id]);
});

test('of many workers one gets the job', async () => {
  await add('one');
  const [due] = await dueJobs(database.reader, clock.now(), { kinds: ['work'], fullLanes: [], limit: 1 });
  if (!due) throw new Error('nothing due');
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => database.transaction((tx) => claim(tx, due, clock.now(), 1000))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('two workers share the work: every job runs exactly once', async () => {
  for (let i = 0; i < 40; i += 1) await add(`job-${i}`, { lane: `lane-${i % 5}` });
  const runs = new Map<string, number>();
  const work = async (job: Job) => {
    runs.set(job.uniqueKey, (runs.get(job.uniqueKey) ?? 0) + 1);
    await pause(2);
  };
  const workers = [startWorker(deps(), { work }), startWorker(deps(), { work })];
  await vi.waitFor(async () => expect(await allJobs()).toEqual([]), { timeout: 10_000 });
  for (const worker of workers) await worker.stop();
  expect([...runs.values()]).toEqual(Array.from({ length: 40 }, () => 1));
});

test('a stalled worker is refused after its lease was taken over', async () => {
  await add('one');
  const stalled = await mustTake();
  expect(await take()).toBeNull();
  clock.forward(1000);
  const heir = await mustTake();
  expect(heir.fence).toBe(stalled.fence + 1);
  await expect(database.transaction((tx) => finish(tx, stalled))).rejects.toBeInstanceOf(LostLeaseError);
  await expect(database.transaction((tx) => postpone(tx, stalled, inMs(1), null))).rejects.toBeInstanceOf(
    LostLeaseError,
  );
  await database.transaction((tx) => finish(tx, heir));
  expect(await allJobs()).toEqual([]);
});

test('long work keeps its lease', async () => {
  await add('one');
  const work = async (_: Job, keep: () => Promise<void>) => {
    clock.forward(59_000);
    await keep();
    clock.forward(59_000);
    expect(await take()).toBeNull();
  };
  expect(await runDue(deps(), { work })).toBe(1);
  expect(await allJobs()).toEqual([]);
});

test('a slow lane leaves room for the others', async () => {
  for (let i = 0; i < 30; i += 1) await add(`slow-${i}`, { lane: 'slow' });
  await add('quick', { lane: 'quick', runAt: inMs(1) });
  clock.forward(1);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const seen: string[] = [];
  const work = async (job: Job) => {
    seen.push(job.lane);
    if (job.lane === 'slow') await gate;
  };
  const worker = startWorker(deps(), { work });
  await vi.waitFor(() => expect(seen).toContain('quick'), { timeout: 5000 });
  expect(seen.filter((lane) => lane === 'slow')).toHaveLength(2);
  open();
  await vi.waitFor(async () => expect(await allJobs()).toEqual([]), { timeout: 5000 });
  await worker.stop();
});

test('a worker wakes at the time of a job, and stops only after what it has begun', async () => {
  const worker = startWorker({ database, clock: systemClock, log: silentLog }, { work });
  const ended: number[] = [];
  const dueAt = Date.now() + 400;
  async function work() {
    await pause(50);
    ended.push(Date.now() - dueAt);
  }
  await add('one', { runAt: new Date(dueAt) });
  await vi.waitFor(async () => expect((await allJobs())[0]?.state).toBe('running'), { interval: 2 });
  await worker.stop();
  expect(ended).toHaveLength(1);
  expect(ended[0]).toBeGreaterThanOrEqual(50);
  expect(ended[0]).toBeLessThan(1000);

  await add('two');
  await pause(60);
  expect(ended).toHaveLength(1);
});

test('what people wrote stands neither in the log nor beside the job when a query fails', async () => {
  const words = 'Das Frühstück war kalt.';
  const said: unknown[] = [];
  const log = { ...silentLog, warn: (facts: object) => void said.push(facts) };
  await add('one');
  const work = async () => {
    const failed = new Error(`Failed query: INSERT\nparams: ${words}`, { cause: new Error('duplicate key') });
    throw Object.assign(failed, { query: 'INSERT', params: [words] });
  };
  await runDue({ ...deps(), log }, { work });
  expect(said).toMatchObject([{ job: 'one', error: 'Error: duplicate key' }]);
  expect(JSON.stringify([said, await allJobs()])).not.toContain(words);
});

test('a job that comes round again and again is not given up at its first failure', async () => {
  await add('one');
  let broken = false;
  const work = async (job: Job) => {
    if (broken) throw new Error('broken');
    await database.transaction((tx) => postpone(tx, job, inMs(1000), null));
  };
  for (let round = 0; round < 15; round++) {
    await runDue(deps(), { work });
    clock.forward(1000);
  }
  broken = true;
  await runDue(deps(), { work });
  expect(await allJobs()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'Error: broken' }]);
});
