import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { isFirstClock } from '../storage/first-clock.ts';
import type { Stretch } from './days.ts';
import { answerMinutes, within } from './numbers.queries.ts';
import { onChannels, type Scope } from './scope.queries.ts';

export interface AnswerRow {
  readonly personId: string;
  readonly name: string;
  readonly minutes: number;
  readonly n: number;
}

/** First answers of threads opened in a stretch, by who wrote the first published one, and by minutes waited. */
export async function answersByPerson(
  db: Db,
  scope: Scope,
  stretch: Stretch,
  personId: string | null,
): Promise<AnswerRow[]> {
  const rows = await db.dialect.rows<Record<string, unknown>>(
    db,
    sql`SELECT people.id AS person_id, people.name AS name, ${answerMinutes(db)} AS minutes, COUNT(*) AS n
      FROM threads CROSS JOIN clocks CROSS JOIN replies CROSS JOIN people
      WHERE ${within(db, sql`threads.opened_at`, [stretch])} AND ${onChannels(sql`threads.channel_id`, scope)}
        AND clocks.thread_id = threads.id AND ${sql.raw(isFirstClock)} AND clocks.met_at IS NOT NULL
        AND replies.thread_id = threads.id AND replies.state = 'published'
        AND NOT EXISTS (SELECT 1 FROM replies AS earlier WHERE earlier.thread_id = replies.thread_id
          AND earlier.state = 'published' AND (earlier.published_at, earlier.id) < (replies.published_at, replies.id))
        AND people.id = replies.person_id AND ${personId === null ? sql`1 = 1` : sql`people.id = ${personId}`}
      GROUP BY 1, 2, 3 ORDER BY 2, 1`,
  );
  return rows.map((row) => ({
    personId: String(row.person_id),
    name: String(row.name),
    minutes: Math.max(0, Number(row.minutes)),
    n: Number(row.n),
  }));
}

type Entry = Db['tables']['figureLog']['$inferInsert'];
export async function insertFigureEntry(tx: Db, entry: Entry): Promise<void> {
  await tx.insert(tx.tables.figureLog).values(entry);
}

/** Newest first. */
export function figureEntries(db: Db, limit: number) {
  const { figureLog, people } = db.tables;
  const { id, at, deed, text } = figureLog;
  return db
    .select({ id, at, deed, text, personName: people.name })
    .from(figureLog)
    .leftJoin(people, eq(people.id, figureLog.personId))
    .orderBy(desc(figureLog.at), desc(figureLog.id))
    .limit(limit);
}
