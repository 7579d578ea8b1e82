// npm run trust:publish: every promise about publishing, counted on a platform that lies and in a house that dies.
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresDatabase } from '../../server/src/testing/test-postgres.ts';
import { type CrashOutcome, crashAndJudge } from './crashes.ts';
import { stealAndJudge, thefts } from './stolen-lease.ts';
import { countedLine, killLines, type Line, linesOf, markdown } from './table.ts';
import { raceAndJudge } from './two-people.ts';
import { undoAndCount } from './undo.ts';

const RACES = 20;
const seed = Number(process.argv[2] ?? 1);
const server = process.env.STAMMGAST_TEST_POSTGRES;
const began = performance.now();
const lines: Line[] = [];

const progressOf =
  (title: string) =>
  (line: string): void => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${seconds.padStart(4)} s  ${title}: ${line}`);
  };

/** Each part has a PostgreSQL database of its own. */
async function withDatabase<T>(url: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const database = await createPostgresDatabase(url);
  try {
    return await work(database.url);
  } finally {
    // The processes were killed a moment ago, and PostgreSQL notices that in its own time.
    await sleep(500);
    await database.drop();
  }
}

async function crashes(title: string, answers: number, kills: number, databaseUrl: string | null): Promise<void> {
  const progress = progressOf(title);
  const outcome: CrashOutcome = await crashAndJudge({ seed, answers, kills, databaseUrl, progress });
  lines.push(...killLines(title, outcome.kills), ...linesOf(title, outcome));
}

async function people(title: string, databaseUrl: string | null): Promise<void> {
  const race = await raceAndJudge(seed, RACES, databaseUrl);
  lines.push({
    what: `${title}: two people within 50 ms: one accepted, the other told what is in the way`,
    figure: `${race.decided} of ${RACES}`,
    promise: 'all',
    kept: race.decided === RACES && race.public === RACES,
  });
  lines.push(countedLine(`${title}: two people within 50 ms: second answers that went out`, race.doubled));
  progressOf(title)(`${RACES} races of two people`);
}

async function undo(title: string, databaseUrl: string | null): Promise<void> {
  const { afterRestart, beforeRestart, kept } = await undoAndCount(seed, databaseUrl);
  lines.push(countedLine(`${title}: killed in the hold, then taken back: posts`, afterRestart));
  lines.push(countedLine(`${title}: taken back, then killed: posts`, beforeRestart));
  lines.push({
    what: `${title}: killed in the hold, not taken back: posts`,
    figure: String(kept),
    promise: '1',
    kept: kept === 1,
  });
  progressOf(title)('answers taken back while they were held, with kills before and after');
}

async function steal(title: string, databaseUrl: string): Promise<void> {
  const stolen = await stealAndJudge({ seed, thefts, databaseUrl, progress: progressOf(title) });
  lines.push(...linesOf(title, stolen));
}

async function onSqlite(): Promise<void> {
  await people('SQLite', null);
  await undo('SQLite', null);
  await crashes('SQLite, one process', 60, 100, null);
}

async function onPostgres(url: string): Promise<void> {
  await withDatabase(url, (own) => people('PostgreSQL, two processes', own));
  await withDatabase(url, (own) => undo('PostgreSQL', own));
  await withDatabase(url, (own) => crashes('PostgreSQL, two processes', 30, 30, own));
  await withDatabase(url, (own) => steal('PostgreSQL, stolen leases', own));
}

// Side by side: most of the time goes by in waiting.
await Promise.all([onSqlite(), ...(server ? [onPostgres(server)] : [])]);

const broken = lines.filter((line) => !line.kept);
console.log(`\nSeed ${seed}, Node ${process.version}, ${Math.round((performance.now() - began) / 1000)} s\n`);
const onSqliteFirst = lines.toSorted(
  (a, b) => Number(b.what.startsWith('SQLite')) - Number(a.what.startsWith('SQLite')),
);
console.log(markdown(onSqliteFirst));
console.log(broken.length > 0 ? `\n${broken.length} promises BROKEN.` : '\nEvery promise was kept.');
process.exit(broken.length > 0 ? 1 : 0);
