import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestIds, seedThreads } from '../sla/sla.suite.ts';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { saveGathering } from './gather-incident.ts';

const now = new Date('2026-03-05T13:00:00Z');
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const newId = createTestIds();

/** Gives back how often it has read, and what belongs to the incident now. */
async function gather(incident: number, ids: readonly string[]) {
  let reads = 0;
  await database.transaction(async (tx) => {
    const select = ((...columns: Parameters<typeof tx.select>) => {
      reads += 1;
      return tx.select(...columns);
    }) as typeof tx.select;
    const threads = ids.map((threadId) => ({ threadId, channelId: 'blog', joinedAt: now }));
    await saveGathering(newId, { ...tx, select }, incident, { startedAt: now, channels: [], threads }, now);
  });
  const rows = await database.reader.select().from(database.reader.tables.incidentThreads);
  return {
    reads,
    joined: rows
      .filter((row) => row.incident === incident)
      .map(({ threadId }) => threadId)
      .toSorted(),
  };
}

test('a thread joins an incident once, if it is still there; what has joined is not read again', async () => {
  await database.transaction((tx) =>
    seedThreads(
      tx,
      ['t1', 't2', 't3'].map((id) => ({ id, openedAt: now })),
    ),
  );
  expect(await gather(1, ['t1', 't2'])).toEqual({ reads: 2, joined: ['t1', 't2'] });
  expect(await gather(1, ['t2', 't3', 'gone'])).toEqual({ reads: 2, joined: ['t1', 't2', 't3'] });
  expect(await gather(2, ['t1'])).toEqual({ reads: 2, joined: ['t1'] });
  // Only the channels.
  expect(await gather(1, [])).toEqual({ reads: 1, joined: ['t1', 't2', 't3'] });
});
