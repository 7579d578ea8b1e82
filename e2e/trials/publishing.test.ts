// The short form of npm run trust:publish: a few kills instead of a hundred, on the database that is tested just now.
import { afterAll, expect, test } from 'vitest';
import { createPostgresDatabase } from '../../server/src/testing/test-postgres.ts';
import { crashAndJudge } from '../trust/crashes.ts';
import { stealAndJudge } from '../trust/stolen-lease.ts';
import { raceAndJudge } from '../trust/two-people.ts';
import { undoAndCount } from '../trust/undo.ts';

const server = process.env.STAMMGAST_TEST_POSTGRES;
const SEED = 1;
const kept = { doubled: 0, lost: 0, deadJobs: 0 };
const progress = () => undefined;

const opened: { drop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const database of opened) await database.drop();
});

/** Of its own for each trial; null for the embedded one. */
async function database(): Promise<string | null> {
  if (!server) return null;
  const own = await createPostgresDatabase(server);
  opened.push(own);
  return own.url;
}

test('12 answers, 10 kills: none is posted twice, none is lost, nobody waits for more than three minutes', async () => {
  const outcome = await crashAndJudge({ seed: SEED, answers: 12, kills: 10, databaseUrl: await database(), progress });
  expect(outcome).toMatchObject({ ...kept, answers: 12, public: 12 });
  expect(outcome.longestUnconfirmed).toBeLessThanOrEqual(180);
  // The run has been as rough as it says.
  expect(outcome.unconfirmed).toBeGreaterThan(0);
  expect([...outcome.kills.keys()].length).toBeGreaterThan(4);
}, 180_000);

test('two people within 50 ms: one answer goes out, the other person is told which', async () => {
  expect(await raceAndJudge(SEED, 6, await database())).toMatchObject({ ...kept, decided: 6, public: 6 });
}, 120_000);

test('taken back while it is held: never public, also when the house dies before or after', async () => {
  expect(await undoAndCount(SEED, await database())).toEqual({ afterRestart: 0, beforeRestart: 0, kept: 1 });
}, 120_000);

// Only several processes can take a lease from each other.
if (server) {
  test('a worker that stood still while another took over posts nothing again', async () => {
    const thefts = [
      { at: 'before-request', goesOn: 'at the end' },
      { at: 'request-sent', goesOn: 'after the takeover' },
    ] as const;
    const databaseUrl = (await database()) ?? '';
    expect(await stealAndJudge({ seed: SEED, thefts, databaseUrl, progress })).toMatchObject({ ...kept, public: 8 });
  }, 180_000);
}
