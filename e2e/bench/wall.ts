import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { wallPeriods } from '@stammgast/shared/contract/wall';
import { openAside } from '../../server/src/aside/open-aside.ts';
import { silentLog } from '../../server/src/config/log.ts';
import type { calculations } from '../../server/src/flows/calculations.ts';
import { addApiChannel, founder, setUp, signIn, startServer } from '../house.ts';
import { fillYear } from './fill-year.ts';
import { fire } from './load.ts';
import { ms, quantile, report } from './table.ts';

const COMMENTS = Number(process.env.STAMMGAST_BENCH_COMMENTS ?? 1_000_000);
const TIMES = 40;

/** Filled once a day: what is usual depends on today. */
const kept = join(import.meta.dirname, `../../.cache/wall-${COMMENTS}-${new Date().toISOString().slice(0, 10)}`);

/** Each panel of the lead's wall over a year of comments: computed in the thread, nothing remembered between two. */
export async function benchWall(): Promise<void> {
  if (!existsSync(kept)) await fillOnce();
  const aside = openAside<typeof calculations>({
    entry: new URL('../../server/src/aside-worker.ts', import.meta.url),
    place: { dataDir: kept, databaseUrl: null },
    log: silentLog,
  });
  const what = `The wall at ${COMMENTS.toLocaleString('en')} comments`;
  const measure = async (panel: string, compute: () => Promise<unknown>) => {
    for (let i = 0; i < 3; i++) await compute();
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const from = performance.now();
      await compute();
      times.push(performance.now() - from);
    }
    report(`${what}: ${panel}, p95`, ms(quantile(times, 0.95)), '≤ 300 ms');
  };
  const actor = { personId: 'bench', role: 'admin', channels: 'all' } as const;
  const question = () => ({ actor, channelId: null, now: new Date(), timeZone: 'Europe/Berlin' });
  await measure('what stands now', () => aside.run('wall.now', question()));
  for (const period of wallPeriods) {
    await measure(`numbers, ${period}`, () => aside.run('wall.numbers', { ...question(), period }));
    await measure(`usual, ${period}`, () => aside.run('wall.usual', { ...question(), period }));
  }
  await measure('per person', () => aside.run('wall.people', { ...question(), personId: null }));
  await aside.close();
  await benchDeadlines(what);
}

/** The list of the next deadlines is the queue's. */
async function benchDeadlines(what: string): Promise<void> {
  const server = await startServer({ dataDir: kept });
  const { headers } = await signIn(server.url, founder.email, founder.password);
  const shot = () => ({ method: 'GET', path: '/api/threads?q=sla:%3C28d&limit=6', headers });
  await fire(server.url, 5, 1, shot);
  const { times } = await fire(server.url, TIMES, 1, shot);
  await server.stop();
  report(`${what}: next deadlines over HTTP, p95`, ms(quantile(times, 0.95)), '≤ 300 ms');
}

async function fillOnce(): Promise<void> {
  console.log(`filling ${COMMENTS.toLocaleString('en')} comments …`);
  const filling = `${kept}-filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(filling, { recursive: true });
  const server = await startServer({ dataDir: filling });
  const admin = await setUp(server);
  for (const name of ['Gästeforum', 'Bewertungen', 'Hausblog', 'Feed', 'Anregungen']) await addApiChannel(admin, name);
  await server.stop();
  fillYear(filling, COMMENTS, 4711);
  renameSync(filling, kept);
}
