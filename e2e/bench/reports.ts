import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dateOf, dayOf } from '@stammgast/shared/domain/reports/period';
import BetterSqlite3 from 'better-sqlite3';
import { openAside } from '../../server/src/aside/open-aside.ts';
import { silentLog } from '../../server/src/config/log.ts';
import type { calculations } from '../../server/src/flows/calculations.ts';
import { ms, report } from './table.ts';
import { COMMENTS, yearHouse } from './year-house.ts';

const MB = 1_048_576;

/** The report of a year: how long it takes in the thread, what it holds meanwhile, and whether others are held up. */
export async function benchReports(): Promise<void> {
  const dataDir = await yearHouse('reports', answerYear);
  const now = new Date();
  const to = dateOf(dayOf(now.toISOString().slice(0, 10)) + 1);
  const actor = { personId: 'bench', role: 'admin', channels: 'all' } as const;
  for (const by of ['none', 'channel', 'topic', 'policy'] as const) {
    // A thread of its own for each: what one has held would hide what the next one takes.
    const aside = openAside<typeof calculations>({
      entry: new URL('../../server/src/aside-worker.ts', import.meta.url),
      place: { dataDir, databaseUrl: null },
      log: silentLog,
      mostMs: 600_000,
    });
    const question = { from: dateOf(dayOf(to) - 365), to, grain: 'month', by } as const;
    await aside.run('report.read', {
      actor,
      now,
      question: { ...question, from: dateOf(dayOf(to) - 1), grain: 'day' },
    });
    const before = process.memoryUsage.rss();
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const pauses = monitorEventLoopDelay({ resolution: 1 });
    pauses.enable();
    const from = performance.now();
    await aside.run('report.read', { actor, now, question });
    const took = performance.now() - from;
    pauses.disable();
    clearInterval(looking);
    await aside.close();
    const what = `A report of a year at ${COMMENTS.toLocaleString('en')} comments, by ${by}`;
    report(what, ms(took), '≤ 20,000 ms');
    report(`${what}: memory it takes`, `${Math.round((most - before) / MB)} MB`, '≤ 200 MB');
    report(`${what}: longest pause of the event loop meanwhile`, ms(pauses.max / 1e6), '≤ 50 ms');
  }
}

/** What a report reads besides: how long the clocks ran, our answers, and when threads were resolved. */
function answerYear(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  db.pragma('synchronous = OFF');
  db.exec(`
    UPDATE clocks SET intervals =
      json_array(json_object('from', started_at, 'to', NULL, 'state', 'running', 'reason', 'comment', 'actorId', NULL));
    UPDATE threads SET resolved_reason = 'answered',
      resolved_at = (SELECT met_at FROM clocks WHERE clocks.thread_id = threads.id) WHERE status = 'resolved';
    INSERT INTO replies (id, thread_id, channel_id, comment_id, person_id, body, state, idempotency_key, created_at, published_at)
      SELECT id, thread_id, channel_id, id || '-0', (SELECT id FROM people LIMIT 1), 'Es tut uns leid.', 'published', id, met_at, met_at
      FROM clocks WHERE met_at IS NOT NULL;
    ANALYZE`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
