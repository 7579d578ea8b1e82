import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

const DAY = 86_400_000;
const MINUTE = 60_000;
const PER_THREAD = 5;
const moods = ['negative', 'neutral', 'positive', 'mixed', 'unsure'];
/** More by day than by night. */
const hours = [1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 10, 9, 9, 9, 8, 8, 8, 9, 10, 10, 8, 4, 2];
const dayHours = hours.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

/** A year of comments in five channels, up to now, with the clocks of their first answers; the same for one seed. */
export function fillYear(dataDir: string, comments: number, seed: number): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  for (const pragma of ['synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000']) db.pragma(pragma);
  const random = randomOf(seed);
  const channels = db.prepare<[], { id: string }>('SELECT id FROM channels ORDER BY id').all();
  const calendar = db.prepare<[], { id: string }>('SELECT id FROM calendars LIMIT 1').get()?.id ?? '';
  const person = db.prepare<[], { id: string }>('SELECT id FROM people LIMIT 1').get()?.id ?? '';
  const author = db.prepare('INSERT INTO authors (id, channel_id, external_id, name, own) VALUES (?, ?, ?, ?, 0)');
  const thread = db.prepare(
    `INSERT INTO threads (id, channel_id, author_id, status, assignee_id, excerpt, sentiment, topics, urgency, needs_answer,
       comments, due_kind, due_started_at, soon_at, due_at, opened_at, last_activity_at, queue_at, version)
     VALUES (@id, @channel, @id, @status, @assignee, '', @mood, '["product"]', 0, 1, 5, @kind, @at, @soon, @due, @at, @at, @queue, 1)`,
  );
  const clock = db.prepare(
    `INSERT INTO clocks (id, thread_id, channel_id, kind, policy_name, target_minutes, calendar_id, started_at, soon_at,
       due_at, met_at, breached_at, intervals)
     VALUES (@id, @id, @channel, 'first', 'Alles', 120, '${calendar}', @at, @soonAt, @dueAt, @met, @breached, '[]')`,
  );
  const comment = db.prepare(
    `INSERT INTO comments (id, channel_id, thread_id, author_id, external_id, own, body, stems, version, visibility,
       posted_at, received_at, language, sentiment, confidence, evidence, topics, urgency, reasons, needs_answer, corrected)
     VALUES (@id, @channel, @thread, @thread, @id, 0, 'Das Frühstück war kalt.', '', 0, 'public', @at, @at, 'de', @mood, 0.8,
       '[]', '[]', 0, '[]', 1, 0)`,
  );
  const now = Date.now();
  const one = (i: number) => {
    const [id, mood] = [randomUUID(), moods[Math.floor(random() * moods.length)]];
    const channel = channels[i % channels.length]?.id;
    const hour = dayHours[Math.floor(random() * dayHours.length)] ?? 0;
    const at = Math.min(
      now - MINUTE,
      Math.floor((now - random() * 365 * DAY) / DAY) * DAY + (hour + random()) * 3_600_000,
    );
    const wait = Math.round(20 * Math.exp(2.2 * random() * random()) * MINUTE * (1 + 3 * random()));
    const [soonAt, dueAt] = [Math.round(at) + 90 * MINUTE, Math.round(at) + 120 * MINUTE];
    const met = at + wait < now && random() < 0.97 ? Math.round(at) + wait : null;
    const open = met === null;
    const started = Math.round(at);
    author.run(id, channel, id, `Gast ${i}`);
    thread.run({
      ...{ id, channel, mood, at: started, status: open ? 'open' : 'resolved', kind: open ? 'first' : null },
      ...{ assignee: random() < 0.6 ? person : null, soon: open ? soonAt : null, due: open ? dueAt : null },
      queue: open ? dueAt : started + 36_525 * DAY,
    });
    clock.run({ id, channel, at: started, soonAt, dueAt, met, breached: (met ?? now) > dueAt ? dueAt : null });
    for (let k = 0; k < PER_THREAD; k++)
      comment.run({ id: `${id}-${k}`, channel, thread: id, mood, at: Math.min(now, started + k * 7 * MINUTE) });
  };
  const threads = comments / PER_THREAD;
  for (let i = 0; i < threads; i += 5000) {
    db.transaction(() => {
      for (let j = i; j < Math.min(i + 5000, threads); j++) one(j);
    })();
  }
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Numbers from 0 to 1 that look random and are the same for one seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
