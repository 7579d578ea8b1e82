import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../config/log.ts';
import type { Database, Db } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { createTestClock } from '../testing/test-clock.ts';
import type { StoredFact } from './events.queries.ts';
import { type Follower, followDurably, type Handle } from './follow-durably.ts';
import { countTrouble, factsSetAside, stuckFollowers } from './followers.queries.ts';
import { record } from './record.ts';

const AT = new Date('2026-03-05T13:00:00.000Z');
let database: Database;
let stop: () => Promise<void>;
beforeEach(async () => {
  database = await openTestDatabase();
  stop = async () => undefined;
});
afterEach(async () => {
  await stop();
  await database.close();
});

const follow = (follower: Partial<Follower>, handle: Handle) =>
  followDurably(
    { database, clock: createTestClock(), log: silentLog },
    { name: 'notes', from: 'first', maySkip: true, ...follower },
    handle,
  );
const tell = (name: string, count = 1) =>
  database.transaction((tx) =>
    record(
      tx,
      AT,
      Array.from({ length: count }, (_, i) => ({ kind: 'note.added' as const, threadId: name, payload: { i } })),
    ),
  );

const noted = async () =>
  (await database.reader.select().from(database.reader.tables.settings)).map((row) => row.value as number);
const note = (tx: Db, facts: readonly StoredFact[]) =>
  tx.insertMany(
    tx.tables.settings,
    facts.map(({ seq }) => ({ key: `${seq}`, value: seq })),
  );

test('a durable follower goes on where it stood: each fact has its effect once, over failures and restarts', async () => {
  await tell('before');
  let failures = 3;
  stop = await follow({}, async (tx, facts) => {
    await note(tx, facts);
    if (facts.length > 1 && failures-- > 0) throw new Error('no luck');
  });
  await vi.waitFor(async () => expect(await noted()).toHaveLength(1));
  await tell('together', 5);
  await vi.waitFor(async () => expect(await noted()).toHaveLength(6), { timeout: 10_000 });
  await stop();
  await tell('while it was away', 250);
  // Two nodes at once: whatever one took the other finds taken.
  const stops = await Promise.all([1, 2].map(() => follow({}, note)));
  stop = async () => void (await Promise.all(stops.map((one) => one())));
  await vi.waitFor(async () => expect(await noted()).toHaveLength(256), { timeout: 10_000 });
});

test('a new durable follower may begin with what comes from now on', async () => {
  await tell('before', 3);
  stop = await follow({ name: 'late', from: 'now' }, note);
  await tell('after', 2);
  await vi.waitFor(async () => expect(await noted()).toHaveLength(2));
});

test('a durable follower that gathers takes what comes close together at once', async () => {
  const batches: number[] = [];
  stop = await follow({ name: 'gathers', gatherMs: 200 }, async (tx, facts) => {
    batches.push(facts.length);
    await note(tx, facts);
  });
  for (const name of ['one', 'two', 'three', 'four']) await tell(name);
  await vi.waitFor(async () => expect(await noted()).toHaveLength(4), { timeout: 5000 });
  expect(batches.length).toBeLessThan(4);
});

test('what a durable follower has nothing to do with costs it no transaction, and is never taken for done', async () => {
  const notes = { about: (kind: string) => kind === 'note.added' };
  const other = (count: number) =>
    database.transaction((tx) =>
      record(
        tx,
        AT,
        Array.from({ length: count }, () => ({ kind: 'thread.tagged' as const })),
      ),
    );
  const stand = async () => (await database.reader.select().from(database.reader.tables.followers))[0]?.seq;
  const seen: string[] = [];
  const look = async (tx: Db, facts: readonly StoredFact[]) => {
    seen.push(...facts.map(({ kind }) => kind));
    await note(tx, facts);
  };
  stop = await follow(notes, look);
  await other(450);
  await pause(100);
  expect([await stand(), seen]).toEqual([0, []]);
  await tell('now');
  await vi.waitFor(async () => expect(await noted()).toContain(451));
  expect(await stand()).toBe(451);
  await stop();
  // A restart looks through what it has passed before, and goes on.
  await other(3);
  await tell('later');
  stop = await follow(notes, look);
  await vi.waitFor(async () => expect(await noted()).toContain(455));
  expect(seen.filter((kind) => kind === 'note.added')).toHaveLength(2);
});

describe('a fact that cannot be digested', () => {
  const AFTER = { timeout: 20_000 };
  const stand = async () => (await database.reader.select().from(database.reader.tables.followers))[0]?.seq;
  const alarms = async () => {
    const { events } = database.reader.tables;
    const rows = await database.reader.select().from(events).where(eq(events.kind, 'house.alarmed'));
    return rows.map(({ payload }) => payload);
  };
  const threadsOf = (facts: readonly StoredFact[]) => facts.map(({ threadId }) => threadId);
  /** Writes first and fails then: nothing of it may stay. */
  const choking =
    (tries: { count: number }, mended: () => boolean = () => false): Handle =>
    async (tx, facts) => {
      await note(
        tx,
        facts.filter(({ kind }) => kind !== 'house.alarmed'),
      );
      if (mended() || !threadsOf(facts).includes('poison')) return;
      tries.count += 1;
      throw new Error('no such teaspoon');
    };

  test('is set aside after seven tries, alone, and everything before and after it has its effect', async () => {
    await tell('before', 3);
    await tell('poison');
    await tell('after', 3);
    const tries = { count: 0 };
    stop = await follow({ firstPauseMs: 5 }, choking(tries));
    await vi.waitFor(async () => expect(await stand()).toBe(8), AFTER);
    expect((await noted()).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 7]);
    // Once in the batch, and seven times by itself.
    expect(tries.count).toBe(8);
    expect(await factsSetAside(database.reader, 10)).toEqual([
      {
        id: expect.any(String),
        follower: 'notes',
        seq: 4,
        kind: 'note.added',
        at: AT,
        error: 'Error: no such teaspoon',
      },
    ]);
    expect(await stuckFollowers(database.reader)).toEqual([]);
    expect(await countTrouble(database.reader)).toEqual({ stuck: 0, aside: 1 });
    expect(await alarms()).toEqual([{ what: 'set-aside', follower: 'notes' }]);
    await tell('later');
    await vi.waitFor(async () => expect(await noted()).toContain(9), AFTER);
  });

  test('is tried with growing pauses, and everybody can see it meanwhile', async () => {
    const tries = { count: 0 };
    const at: number[] = [];
    stop = await follow({ firstPauseMs: 40 }, async (tx, facts) => {
      at.push(performance.now());
      await choking(tries)(tx, facts);
    });
    await tell('poison');
    await vi.waitFor(async () => {
      const [stuck] = await stuckFollowers(database.reader);
      expect(stuck).toMatchObject({ name: 'notes', seq: 1, kind: 'note.added', since: AT });
      expect(stuck?.tries).toBeGreaterThan(1);
    }, AFTER);
    expect(await countTrouble(database.reader)).toEqual({ stuck: 1, aside: 0 });
    // What is recorded meanwhile does not hurry it.
    for (let i = 0; i < 20; i += 1) await tell('meanwhile');
    await vi.waitFor(async () => expect(await stand()).toBe(22), AFTER);
    const pauses = at.slice(1, 7).map((time, i) => time - (at[i] ?? 0));
    expect(pauses.map((ms, i) => ms >= 40 * 2 ** i - 5)).toEqual(Array(6).fill(true));
  });

  test('holds a follower that may not skip for as long as it takes, without a gap', async () => {
    await tell('before');
    await tell('poison');
    await tell('after');
    const tries = { count: 0 };
    let mended = false;
    stop = await follow(
      { firstPauseMs: 1, maySkip: false },
      choking(tries, () => mended),
    );
    await vi.waitFor(() => expect(tries.count).toBeGreaterThan(9), AFTER);
    expect([await stand(), await noted()]).toEqual([1, [1]]);
    expect(await countTrouble(database.reader)).toEqual({ stuck: 1, aside: 0 });
    expect(await alarms()).toEqual([{ what: 'stuck', follower: 'notes' }]);
    mended = true;
    await vi.waitFor(async () => expect(await noted()).toHaveLength(3), AFTER);
    expect(await stuckFollowers(database.reader)).toEqual([]);
  });

  test('is not told of by ever more facts when it is the alarm itself', async () => {
    stop = await follow({ firstPauseMs: 1 }, async (tx, facts) => {
      await note(tx, facts);
      if (facts.some(({ kind }) => kind === 'house.alarmed')) throw new Error('no ear');
    });
    await database.transaction((tx) => record(tx, AT, [{ kind: 'house.alarmed', payload: { what: 'clock' } }]));
    await tell('after');
    await vi.waitFor(async () => expect(await stand()).toBe(2), AFTER);
    expect(await alarms()).toHaveLength(1);
  });

  test('keeps its count over a restart, and two nodes set it aside once', async () => {
    const tries = { count: 0 };
    await tell('poison');
    stop = await follow({ firstPauseMs: 10 }, choking(tries));
    await vi.waitFor(() => expect(tries.count).toBeGreaterThan(2), AFTER);
    await stop();
    const stops = await Promise.all([1, 2].map(() => follow({ firstPauseMs: 10 }, choking(tries))));
    stop = async () => void (await Promise.all(stops.map((one) => one())));
    await vi.waitFor(async () => expect(await stand()).toBe(2), AFTER);
    expect(tries.count).toBeLessThanOrEqual(8);
    expect(await factsSetAside(database.reader, 10)).toHaveLength(1);
  });

  test('is not blamed for a database that fails', async () => {
    let down = 3;
    const flaky: Database = {
      ...database,
      transaction: (work) =>
        down-- > 0 && down < 2 ? Promise.reject(new Error('connection lost')) : database.transaction(work),
    };
    await tell('one');
    stop = await followDurably(
      { database: flaky, clock: createTestClock(), log: silentLog },
      { name: 'notes', from: 'first', maySkip: true },
      note,
    );
    await vi.waitFor(async () => expect(await noted()).toEqual([1]), AFTER);
    expect(await countTrouble(database.reader)).toEqual({ stuck: 0, aside: 0 });
  });
});
