import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { stems } from '../../server/src/text/stems.ts';
import { text } from './comments.ts';

/** One comment in five opens a thread; of these one in three is open. */
const COMMENTS_PER_THREAD = 5;

/**
 * Grows the house to this many comments by plain SQL: what is measured afterwards is reading, not how they came in.
 * Every 10,000th comment holds a rare word, `selten` with its number.
 */
export function fill(dataDir: string, from: number, to: number): void {
  const db = new BetterSqlite3(join(dataDir, 'stammgast.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -200000'])
    db.pragma(pragma);
  const channel = (db.prepare('SELECT id FROM channels LIMIT 1').get() as { id: string }).id;
  const author = db.prepare('INSERT INTO authors (id, channel_id, external_id, name, own) VALUES (?, ?, ?, ?, 0)');
  const thread = db.prepare(
    `INSERT INTO threads (id, channel_id, author_id, status, excerpt, sentiment, topics, urgency, needs_answer, comments,
       due_kind, due_started_at, soon_at, due_at, opened_at, last_activity_at, queue_at, version)
     VALUES (@id, @channel, @author, @status, @excerpt, @sentiment, '["product"]', 0, 1, 5, 'first', @at, @due, @due, @at, @at, @due, 1)`,
  );
  const comment = db.prepare(
    `INSERT INTO comments (id, channel_id, thread_id, author_id, external_id, own, body, stems, version, visibility,
       posted_at, received_at, language, sentiment, confidence, evidence, topics, urgency, reasons, needs_answer, corrected)
     VALUES (@id, @channel, @thread, @author, @id, 0, @body, @stems, 0, 'public', @at, @at, 'de', @sentiment, 0.8, '[]',
       '["product"]', 0, '[]', 1, 0)`,
  );
  const moods = ['negative', 'neutral', 'positive', 'mixed', 'unsure'];
  const start = Date.now() - 86_400_000;
  // The same eight sentences again and again: their stems are made once.
  const known = Array.from({ length: 512 }, (_, i) => stems(text(i)));
  const one = (i: number) => {
    const body = i % 10_000 === 0 ? `${text(i)} selten${i}` : text(i);
    const threadId = `t${String(Math.floor(i / COMMENTS_PER_THREAD)).padStart(10, '0')}`;
    const authorId = `a${threadId}`;
    const at = start + (i % 80_000_000);
    const sentiment = moods[i % moods.length];
    if (i % COMMENTS_PER_THREAD === 0) {
      author.run(authorId, channel, authorId, `Gast ${i}`);
      const status = i % (COMMENTS_PER_THREAD * 3) === 0 ? 'open' : 'resolved';
      thread.run({
        id: threadId,
        channel,
        author: authorId,
        status,
        excerpt: body.slice(0, 200),
        sentiment,
        at,
        due: at + 7_200_000,
      });
    }
    const words = i % 10_000 === 0 ? stems(body) : `${known[i % 512]} ${i}`;
    comment.run({
      id: `c${String(i).padStart(10, '0')}`,
      channel,
      thread: threadId,
      author: authorId,
      body,
      stems: words,
      sentiment,
      at,
    });
  };
  for (let i = from; i < to; i += 20_000) {
    db.transaction(() => {
      for (let j = i; j < Math.min(i + 20_000, to); j++) one(j);
    })();
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('ANALYZE');
  db.close();
}
