import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { addApiChannel, founder, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { onEngine, startOn } from './engine.ts';
import { fill } from './fill.ts';
import { fire } from './load.ts';
import { ms, quantile, report } from './table.ts';

/** Five comments a thread: 10,000 threads. */
const COMMENTS = 50_000;
const TIMES = 100;

/** What people ask for in the course of a day, from the plain view to the worst that the grammar can say. */
const searches = [
  'is:open',
  'is:open assignee:me',
  'is:overdue sentiment:negative',
  'is:open sentiment:negative channel:api',
  'ist:offen stimmung:negativ -schlagwort:frage',
  'topic:product created:last-7d',
  'tag:frage OR has:note',
  'is:unread lang:de',
  'author:"Gast 4711"',
  'sla:<2h -assignee:me',
  'selten20000',
  'zimmer',
  'zimmer is:open sentiment:positive',
  'zimmer sort:oldest',
  '"zimmer war" -frühstück',
  '(frühstück OR zimmer) -is:done -tag:frage',
  'is:done (zimmer OR sentiment:mixed)',
  '-zimmer sort:newest',
  'zimmer is:snoozed',
  'is:open selten10000 OR sla:breached',
];

/** A mix of searches over 10,000 threads, as a browser asks them. */
export async function benchSearch(): Promise<void> {
  const first = await startServer();
  await addApiChannel(await setUp(first));
  await first.stop();
  const { dataDir } = first;
  fill(dataDir, 0, COMMENTS);
  dress(dataDir);
  const all: number[] = [];
  let slowest = { q: '', p95: 0 };
  await onEngine(dataDir, async (place) => {
    const server = await startOn(place);
    const { headers } = await signIn(server.url, founder.email, founder.password);
    for (const q of searches) {
      const shot = () => ({ method: 'GET', path: `/api/threads?q=${encodeURIComponent(q)}`, headers });
      await fire(server.url, 10, 1, shot);
      const { times } = await fire(server.url, TIMES, 1, shot);
      const p95 = quantile(times, 0.95);
      console.log(`  ${ms(p95).padStart(8)}  ${q}`);
      if (p95 > slowest.p95) slowest = { q, p95 };
      all.push(...times);
    }
    await server.stop();
  });
  removeDataDir(dataDir);
  report(
    `${searches.length} searches over 10,000 threads over HTTP, one at a time, p95; the slowest`,
    `${ms(quantile(all, 0.95))}; ${ms(slowest.p95)} (${slowest.q})`,
    '< 150 ms',
  );
}

/** Tags, notes and what was read, on some of the threads. */
function dress(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  db.exec(`
    UPDATE threads SET language = CASE number % 3 WHEN 0 THEN 'en' ELSE 'de' END,
      snoozed_until = CASE number % 200 WHEN 0 THEN due_at END;
    INSERT INTO tags (id, name, folded, created_at) VALUES ('t', 'Frage', 'frage', 0);
    INSERT INTO thread_tags (id, thread_id, tag_id) SELECT id, id, 't' FROM threads WHERE number % 7 = 0;
    INSERT INTO notes (id, thread_id, person_id, body, created_at) SELECT id, id, 'p', 'Notiz', 0 FROM threads WHERE number % 11 = 0;
    INSERT INTO reads (id, person_id, thread_id, read_at)
      SELECT threads.id, people.id, threads.id, last_activity_at FROM threads, people WHERE number % 2 = 0;
    ANALYZE;`);
  db.close();
}
