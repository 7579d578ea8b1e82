import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { text } from './comments.ts';

type Value = string | number | null;

/**
 * What the engine itself can do: prepared statements into the same tables, indexes and search index, with the same
 * durability and the same number of comments per transaction, and nothing else. Returns comments per second.
 */
export function bareInserts(dataDir: string, comments: number, batch: number): number {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma);
  const channel = (db.prepare('SELECT id FROM channels LIMIT 1').get() as { id: string }).id;
  const calendar = (db.prepare('SELECT id FROM calendars LIMIT 1').get() as { id: string }).id;
  const insert = (table: string, row: Record<string, Value>) => {
    const names = Object.keys(row);
    return db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((n) => `@${n}`).join()})`);
  };
  const sample = rowsOf(channel, calendar, 0);
  const statements = Object.entries(sample).map(([table, rows]) => [table, insert(table, rows[0] ?? {})] as const);
  const one = (i: number) => {
    const rows = rowsOf(channel, calendar, i);
    for (const [table, statement] of statements) for (const row of rows[table as keyof typeof rows]) statement.run(row);
  };
  const started = performance.now();
  for (let i = 0; i < comments; i += batch) {
    db.transaction(() => {
      for (let j = i; j < i + batch; j++) one(j);
    }).immediate();
  }
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return comments / seconds;
}

/** The rows that one new comment leads to, with values of the usual size. */
function rowsOf(channel: string, calendar: string, i: number) {
  const [author, thread, comment] = [randomUUID(), randomUUID(), randomUUID()];
  const now = Date.now();
  const clock = (kind: string): Record<string, Value> => ({
    id: randomUUID(),
    thread_id: thread,
    channel_id: channel,
    kind,
    policy_name: 'Kritik',
    target_minutes: 120,
    calendar_id: calendar,
    started_at: now,
    soon_at: now,
    due_at: now,
    next_fact_at: now,
    intervals: '[{"from":1,"to":null,"state":"running","reason":"comment","actorId":null}]',
  });
  const judged = { language: 'de', sentiment: 'negative', topics: '["satisfaction"]', urgency: 0, needs_answer: 1 };
  return {
    authors: [{ id: author, channel_id: channel, external_id: `bare ${i}`, name: `Gast ${i}`, own: 0 }],
    threads: [
      {
        id: thread,
        channel_id: channel,
        post_id: null,
        author_id: author,
        status: 'open',
        excerpt: text(i),
        ...judged,
        comments: 1,
        due_kind: 'first',
        due_started_at: now,
        soon_at: now,
        due_at: now,
        opened_at: now,
        last_activity_at: now,
        queue_at: now + i,
        version: 1,
      },
    ],
    comments: [
      {
        id: comment,
        channel_id: channel,
        thread_id: thread,
        author_id: author,
        external_id: `bare ${i}`,
        own: 0,
        body: text(i),
        stems: text(i).toLowerCase(),
        version: 0,
        visibility: 'public',
        posted_at: now,
        received_at: now,
        ...judged,
        sentiment_score: -0.5,
        confidence: 0.8,
        corrected: 0,
        evidence: '[{"text":"lief","weight":-0.4},{"text":"niemand","weight":-0.6}]',
        reasons: '[]',
      },
    ],
    clocks: [clock('first'), clock('resolution')],
    events: [
      {
        at: now,
        kind: 'comment.received',
        channel_id: channel,
        thread_id: thread,
        payload: `{"commentId":"${comment}"}`,
      },
    ],
  } satisfies Record<string, Record<string, Value>[]>;
}
