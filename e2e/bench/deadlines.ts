import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { addApiChannel, founder, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { fire } from './load.ts';
import { ms, quantile, report } from './table.ts';

const CLOCKS = 100_000;
/** So many of them are due soon, and then due, within the minute that is watched. */
const DUE = 600;
const ANEW = 10_000;
const TICKS_PER_SECOND = 100;
const FILL_MS = 45_000;
const SETTLE_MS = 3000;
/** So long at least the watcher is watched while none is due. */
const IDLE_MS = 10_000;

/** The watcher beside 100,000 running clocks, and a change of promises that 10,000 of them follow. */
export async function benchDeadlines(): Promise<void> {
  const first = await startServer();
  await addApiChannel(await setUp(first));
  await first.stop();
  const { dataDir } = first;
  const begin = Date.now() + FILL_MS;
  fillClocks(dataDir, begin);
  const server = await startServer({ dataDir });
  await sleep(SETTLE_MS);
  if (begin - Date.now() < IDLE_MS)
    throw new Error(
      `filling took ${ms(Date.now() - begin + FILL_MS)}: clocks are due before they are watched, raise FILL_MS`,
    );
  const idle = await shareOf(server.pid, () => sleep(begin - Date.now()));
  let late: number[] = [];
  const busy = await shareOf(server.pid, async () => {
    late = await watchBreaches(dataDir, begin + 66_000);
  });
  report(
    `Breaches beside ${CLOCKS.toLocaleString('en')} running clocks, 10 a second: told after, median / latest`,
    `${ms(quantile(late, 0.5))} / ${ms(Math.max(...late))} (${late.length} of ${DUE})`,
    '≤ 1 s',
  );
  report(
    'Watching 100,000 running clocks while none is due, the whole server, of one core',
    `${(idle * 100).toFixed(1)} %`,
    '≤ 5 %',
  );
  report('The whole server while 20 facts a second are told, of one core', `${(busy * 100).toFixed(1)} %`, '–');
  await benchAnew(server, dataDir);
  await server.stop();
  removeDataDir(dataDir);
}

async function benchAnew(server: { url: string }, dataDir: string): Promise<void> {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  db.prepare('UPDATE clocks SET met_at = started_at WHERE rowid > ?').run(ANEW + DUE);
  db.prepare('UPDATE clocks SET met_at = started_at WHERE breached_at IS NOT NULL').run();
  const admin = await signIn(server.url, founder.email, founder.password);
  const { policies } = await admin.call<{ policies: Record<string, unknown>[] }>('GET', '/api/sla');
  const { id, version: _, position: __, isDefault: ___, ...policy } = policies[0] ?? {};
  const change = { does: 'change-policy', policyId: id, policy: { ...policy, firstMinutes: 60 } };
  const read = () => ({ method: 'GET', path: '/api/threads', headers: admin.headers });
  const left = db.prepare(
    'SELECT COUNT(*) AS n FROM clocks WHERE met_at IS NULL AND stopped_at IS NULL AND target_minutes <> 60',
  );
  const before = (left.get() as { n: number }).n;
  const started = performance.now();
  await admin.call('POST', '/api/sla/changes', { change, running: 'anew' });
  const reading = fire(server.url, 400, 1, read);
  while ((left.get() as { n: number }).n > 0 && performance.now() - started < 60_000) await sleep(10);
  const took = performance.now() - started;
  const { times } = await reading;
  db.close();
  report(
    `A changed policy is followed by ${before.toLocaleString('en')} running clocks in`,
    `${ms(took)}; reading the queue meanwhile, p99 ${ms(quantile(times, 0.99))}`,
    '≤ 2 s',
  );
}

/** Threads that wait for a first answer, by plain SQL: what is measured is the watcher. */
function fillClocks(dataDir: string, begin: number): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  const channel = (db.prepare('SELECT id FROM channels LIMIT 1').get() as { id: string }).id;
  const calendar = (db.prepare('SELECT id FROM calendars LIMIT 1').get() as { id: string }).id;
  const policy = db.prepare('SELECT id, name FROM sla_policies ORDER BY position LIMIT 1').get() as object;
  const author = db.prepare("INSERT INTO authors (id, channel_id, external_id, name, own) VALUES (?, ?, ?, 'Gast', 0)");
  const thread = db.prepare(
    `INSERT INTO threads (id, channel_id, author_id, status, excerpt, sentiment, topics, urgency, needs_answer, comments,
       due_kind, due_started_at, soon_at, due_at, opened_at, last_activity_at, queue_at, version)
     VALUES (@thread, @channel, @author, 'open', 'Das Frühstück war kalt.', 'negative', '["product"]', 0, 1, 1,
       'first', @started, @soon, @due, @started, @started, @due, 1)`,
  );
  const clock = db.prepare(
    `INSERT INTO clocks (id, thread_id, channel_id, kind, policy_id, policy_name, policy_version, target_minutes,
       calendar_id, started_at, soon_at, due_at, next_fact_at, intervals, ask)
     VALUES (@id, @thread, @channel, 'first', @policyId, @policyName, 1, 120, @calendar, @started, @soon, @due, @soon,
       @intervals, '{"sentiment":"negative","urgency":0,"language":"de","author":"new"}')`,
  );
  db.transaction(() => {
    for (let i = 0; i < CLOCKS; i++) {
      const due = i < DUE ? begin + 6000 + i * 100 : begin + 86_400_000 + i * 20_000;
      const started = begin - 60_000;
      const [id, threadId, authorId] = ['k', 't', 'a'].map((letter) => letter + String(i).padStart(8, '0'));
      author.run(authorId, channel, authorId);
      const row = { thread: threadId, channel, started, soon: due - 5000, due };
      thread.run({ ...row, author: authorId });
      const { id: policyId, name: policyName } = policy as { id: string; name: string };
      const intervals = JSON.stringify([
        { from: started, to: null, state: 'running', reason: 'comment', actorId: null },
      ]);
      clock.run({ ...row, id, calendar, policyId, policyName, intervals });
    }
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('ANALYZE');
  db.close();
}

/** How late each breach was told, seen from outside. */
async function watchBreaches(dataDir: string, until: number): Promise<number[]> {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'), { readonly: true });
  const next = db.prepare('SELECT seq, kind, at FROM events WHERE seq > ? ORDER BY seq');
  let seen = (db.prepare('SELECT COALESCE(MAX(seq), 0) AS seq FROM events').get() as { seq: number }).seq;
  const late: number[] = [];
  while (Date.now() < until && late.length < DUE) {
    for (const { seq, kind, at } of next.all(seen) as { seq: number; kind: string; at: number }[]) {
      if (kind === 'sla.breached') late.push(Date.now() - at);
      seen = seq;
    }
    await sleep(10);
  }
  db.close();
  return late;
}

/** What share of a core the process had during that. */
async function shareOf(pid: number, run: () => Promise<void>): Promise<number> {
  const [from, spent] = [Date.now(), cpuMs(pid)];
  await run();
  return (cpuMs(pid) - spent) / (Date.now() - from);
}

/** What the process has had of a core, user and system. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}
