import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import BetterSqlite3 from 'better-sqlite3';
import { openAside } from '../../server/src/aside/open-aside.ts';
import { silentLog } from '../../server/src/config/log.ts';
import type { calculations } from '../../server/src/flows/calculations.ts';
import { addApiChannel, setUp, startServer } from '../house.ts';
import { randomOf } from './fill-year.ts';
import { ms, quantile, report } from './table.ts';

const CRITICAL = 30_000;
const STORM = 3_000;
const POSTS = 2_000;
const TIMES = 40;
const HOUR = 3_600_000;

/** One judgement of the radar over two months of criticism under many posts, in the middle of a storm. */
export async function benchRadar(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stammgast-radar-'));
  const server = await startServer({ dataDir });
  const admin = await setUp(server);
  for (const channel of ['Gästeforum', 'Bewertungen', 'Hausblog', 'Feed', 'Anregungen'])
    await addApiChannel(admin, channel);
  await server.stop();
  fillVoices(dataDir);
  const aside = openAside<typeof calculations>({
    entry: new URL('../../server/src/aside-worker.ts', import.meta.url),
    place: { dataDir, databaseUrl: null },
    log: silentLog,
  });
  const judge = () => aside.run('radar.weather', { now: new Date() });
  for (let i = 0; i < 3; i++) await judge();
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const from = performance.now();
    await judge();
    times.push(performance.now() - from);
  }
  pauses.disable();
  await aside.close();
  rmSync(dataDir, { recursive: true, force: true });
  const what = `One judgement of the radar over ${CRITICAL.toLocaleString('en')} critical comments in 60 days`;
  report(`${what}, p95`, ms(quantile(times, 0.95)), '≤ 300 ms');
  report(`${what}: longest pause of the event loop meanwhile`, ms(pauses.max / 1e6), '≤ 50 ms');
}

/** As many friendly comments beside them; a tenth of the criticism within six hours, under three posts. */
function fillVoices(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  for (const pragma of ['synchronous = OFF', 'foreign_keys = OFF']) db.pragma(pragma);
  const random = randomOf(4711);
  const channels = db.prepare<[], { id: string }>('SELECT id FROM channels ORDER BY id').all();
  const now = Date.now();
  db.prepare('UPDATE channels SET created_at = ?').run(now - 400 * 24 * HOUR);
  const author = db.prepare('INSERT INTO authors (id, channel_id, external_id, name, own) VALUES (?, ?, ?, ?, 0)');
  const voice = db.prepare(
    `INSERT INTO voices (id, channel_id, thread_id, post_id, topics, author_id, at, hour, critical, press, aroused)
     VALUES (@id, @channel, @thread, @post, @topics, @author, @at, @hour, @critical, 0, 0)`,
  );
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
  const authors = Array.from({ length: 5_000 }, (_, i) => `author-${i}`);
  db.transaction(() => {
    for (const id of authors) author.run(id, channels[0]?.id, id, id);
    for (let i = 0; i < 2 * CRITICAL; i++) {
      const inStorm = i < STORM;
      const at = Math.floor(now - (inStorm ? 6 * random() : 6 + 58 * 24 * random()) * HOUR);
      voice.run({
        ...{ id: `voice-${i}`, channel: pick(channels)?.id, thread: `thread-${i % 9_000}`, author: pick(authors) },
        post: `post-${Math.floor(random() * (inStorm ? 3 : POSTS))}`,
        topics: pick([null, 'product', 'support', 'satisfaction', 'product support']),
        ...{ at, hour: Math.floor(at / HOUR), critical: i < CRITICAL ? 1 : 0 },
      });
    }
  })();
  db.close();
}
