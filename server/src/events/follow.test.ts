import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../config/log.ts';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { factsAfter, newestSeq, type StoredFact } from './events.queries.ts';
import { followFacts } from './follow.ts';
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

const tell = (name: string, count = 1) =>
  database.transaction((tx) =>
    record(
      tx,
      AT,
      Array.from({ length: count }, (_, i) => ({ kind: 'note.added' as const, threadId: name, payload: { i } })),
    ),
  );
const collect = () => {
  const seen: StoredFact[] = [];
  return { seen, handle: async (facts: readonly StoredFact[]) => void seen.push(...facts) };
};

test('facts of many writers arrive once, in order and without gaps, and as soon as they are committed', async () => {
  await tell('before');
  const { seen, handle } = collect();
  stop = await followFacts(database, silentLog, handle);
  const undone = database.transaction(async (tx) => {
    await record(tx, AT, [{ kind: 'note.added', threadId: 'undone' }]);
    throw new Error('changed my mind');
  });
  const writers = Array.from({ length: 120 }, async (_, i) => {
    await pause(i % 7);
    await tell(`thread-${i}`, 1 + (i % 3));
  });
  await Promise.allSettled([undone, ...writers]);
  await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(240), { timeout: 5000 });

  const stored = await factsAfter(database.reader, seen[0] ? seen[0].seq - 1 : 0, 1000);
  expect(seen.map((fact) => fact.seq)).toEqual(stored.map((fact) => fact.seq));
  expect(seen).toHaveLength(240);
  expect(seen.some((fact) => fact.threadId === 'undone' || fact.threadId === 'before')).toBe(false);
});

test('what a follower has seen is never overtaken by a smaller number', async () => {
  // A gap that is filled later would be skipped for good: the reader watches while writers are busy.
  let highest = 0;
  let done = false;
  const watching = (async () => {
    const missed: number[] = [];
    const known = new Set<number>();
    while (!done) {
      for (const fact of await factsAfter(database.reader, 0, 1000)) {
        if (!known.has(fact.seq) && fact.seq < highest) missed.push(fact.seq);
        known.add(fact.seq);
      }
      highest = Math.max(highest, ...known);
      await pause(1);
    }
    return missed;
  })();
  await Promise.all(Array.from({ length: 60 }, (_, i) => tell(`t${i}`, 2)));
  done = true;
  expect(await watching).toEqual([]);
});

test('a follower that fails gets the same facts again', async () => {
  const { seen, handle } = collect();
  let failures = 0;
  stop = await followFacts(database, silentLog, async (facts) => {
    failures += 1;
    if (failures === 1) throw new Error('socket closed');
    await handle(facts);
  });
  await tell('one');
  await vi.waitFor(() => expect(failures).toBe(1));
  await tell('two');
  await vi.waitFor(() => expect(seen.map((fact) => fact.threadId)).toEqual(['one', 'two']), { timeout: 5000 });
});

test('after stopping nothing is handed over any more', async () => {
  const { seen, handle } = collect();
  stop = await followFacts(database, silentLog, handle);
  await tell('one');
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  await stop();
  await tell('two');
  await pause(50);
  expect(seen).toHaveLength(1);
  expect(await newestSeq(database.reader)).toBeGreaterThan(seen[0]?.seq ?? 0);
});
