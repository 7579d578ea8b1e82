import type { Calendar, ClockKind } from '@stammgast/shared/contract/sla';
import { and, asc, eq, getTableColumns, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import type { StoredAsk } from '../storage/tables/clocks.ts';

export type StoredClock = Db['tables']['clocks']['$inferSelect'];
/** With the opening hours that were promised when it started. */
export type ClockWithCalendar = StoredClock & { readonly calendar: Calendar };

/** A running clock with what else its policy is chosen by. */
export type AskingClock = ClockWithCalendar & {
  readonly tags: readonly string[];
  /** As its thread stands, for clocks that were started before it was kept what they were asked by. */
  readonly standing: Omit<StoredAsk, 'author'>;
};

/** A hundred years: threads without a deadline come after all others, the older ones first. */
export const FAR_SECONDS = 36_525 * 86_400;

/** All clocks of these threads, also ended ones, oldest first. */
export async function clocksOf(db: Db, threadIds: readonly string[]): Promise<ClockWithCalendar[]> {
  const { clocks } = db.tables;
  const rows = await db
    .select()
    .from(clocks)
    .where(inArray(clocks.threadId, [...threadIds]))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  return withCalendars(db, rows);
}

/** Many clocks count by few calendars: each is read once. */
export async function withCalendars<C extends Pick<StoredClock, 'calendarId'>>(
  db: Db,
  clocks: readonly C[],
): Promise<(C & { readonly calendar: Calendar })[]> {
  const found = await calendarVersions(
    db,
    clocks.map((clock) => clock.calendarId),
  );
  return clocks.flatMap((clock) => {
    const version = found.get(clock.calendarId);
    return version ? [{ ...clock, calendar: version.calendar }] : [];
  });
}

export async function calendarVersions(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Db['tables']['calendars']['$inferSelect']>> {
  const { calendars } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(calendars)
    .where(inArray(calendars.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Some running clocks after one, in the order of their ids. */
export function runningIds(db: Db, after: string, limit: number): Promise<{ id: string; channelId: string }[]> {
  const { clocks } = db.tables;
  return db
    .select({ id: clocks.id, channelId: clocks.channelId })
    .from(clocks)
    .where(and(gt(clocks.id, after), isRunning(db)))
    .orderBy(asc(clocks.id))
    .limit(limit);
}

/** Running clocks in the order of their ids, with what else their policy is chosen by. */
export async function someRunning(
  db: Db,
  which: { readonly after: string; readonly limit: number } | { readonly ids: readonly string[] },
): Promise<AskingClock[]> {
  const { clocks, threads } = db.tables;
  const { tags, sentiment, urgency, language } = threads;
  const only = 'ids' in which ? inArray(clocks.id, [...which.ids]) : gt(clocks.id, which.after);
  const rows = await db
    .select({ ...getTableColumns(clocks), tags, standing: { sentiment, urgency, language } })
    .from(clocks)
    .innerJoin(threads, eq(threads.id, clocks.threadId))
    .where(and(only, isRunning(db)))
    .orderBy(asc(clocks.id))
    .limit('ids' in which ? which.ids.length : which.limit);
  return withCalendars(db, rows);
}

/** The words of the partial index over running clocks. */
const isRunning = ({ tables: { clocks } }: Db) => and(isNull(clocks.metAt), isNull(clocks.stoppedAt));

/** Oldest first. */
export async function runningClocksOf(db: Db, threadIds: readonly string[]): Promise<StoredClock[]> {
  const { clocks } = db.tables;
  return db
    .select()
    .from(clocks)
    .where(and(inArray(clocks.threadId, [...threadIds]), isRunning(db)))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
}

export const insertClocks = (tx: Db, rows: readonly StoredClock[]): Promise<void> =>
  tx.insertMany(tx.tables.clocks, rows);

/** What a change of promises may change; fewer columns are fewer indexes to write. */
const promisedColumns = [
  'policyId',
  'policyName',
  'policyVersion',
  'targetMinutes',
  'calendarId',
  'soonAt',
  'dueAt',
  'nextFactAt',
  'dueSoonAt',
  'stoppedAt',
  'stopReason',
  'intervals',
  'pausedAt',
] as const;

/** Inserts new clocks, and overwrites what known ones promise. */
export const saveClocks = (tx: Db, rows: readonly StoredClock[]): Promise<void> =>
  tx.insertMany(tx.tables.clocks, rows, [...promisedColumns, 'ask', 'startedAt', 'breachedAt', 'metAt']);

/** Overwrites what running clocks promise, where that alone has changed. */
export const savePromises = (tx: Db, rows: readonly StoredClock[]): Promise<void> =>
  tx.insertMany(tx.tables.clocks, rows, promisedColumns);

/** Ends running clocks at `at`. One that ends late is breached, and the watcher still has to tell it: see next_fact_at. */
export async function endClocks(
  tx: Db,
  which: {
    readonly threadIds: readonly string[];
    readonly kinds?: readonly ClockKind[];
    readonly ids?: readonly string[];
  },
  end: { readonly metAt: Date } | { readonly stoppedAt: Date; readonly stopReason: string },
): Promise<StoredClock[]> {
  const { clocks } = tx.tables;
  const at = sql.param('metAt' in end ? end.metAt : end.stoppedAt, clocks.dueAt);
  // While a clock stands still its due time is only what it would be.
  const late = sql`CASE WHEN ${clocks.pausedAt} IS NULL THEN ${clocks.dueAt} < ${at} ELSE ${clocks.dueAt} <= ${clocks.pausedAt} END`;
  return tx
    .update(clocks)
    .set({
      ...end,
      breachedAt: sql`CASE WHEN ${late} THEN ${clocks.dueAt} END`,
      nextFactAt: sql`CASE WHEN ${and(late, isNull(clocks.breachedAt))} THEN ${clocks.dueAt} END`,
    })
    .where(
      and(
        inArray(clocks.threadId, [...which.threadIds]),
        which.kinds && inArray(clocks.kind, [...which.kinds]),
        which.ids && inArray(clocks.id, [...which.ids]),
        isRunning(tx),
      ),
    )
    .returning();
}

export async function giveClocks(tx: Db, fromThreadIds: readonly string[], threadId: string): Promise<void> {
  const { clocks } = tx.tables;
  await tx
    .update(clocks)
    .set({ threadId })
    .where(inArray(clocks.threadId, [...fromThreadIds]));
}

/** Writes what is due first into each thread: a running clock, or a promise made in public; see dueColumns. */
export async function writeDue(tx: Db, threadIds: readonly string[], counted: boolean): Promise<void> {
  const later =
    tx.dialect.name === 'sqlite'
      ? sql`opened_at + ${FAR_SECONDS * 1000}`
      : sql`opened_at + make_interval(secs => ${FAR_SECONDS})`;
  // In words that the index over running clocks does not know: a planner without statistics would walk it per thread.
  const running = sql`clocks.thread_id = threads.id AND COALESCE(clocks.met_at, clocks.stopped_at) IS NULL
    AND (clocks.paused_at IS NULL OR clocks.due_at <= clocks.paused_at)`;
  const promised = sql`promises.thread_id = threads.id AND promises.state IN ('open', 'broken') AND promises.ended_at IS NULL`;
  const due = sql`(
    SELECT id, kind, started_at, soon_at, due_at, breached_at FROM clocks WHERE ${running}
    UNION ALL
    SELECT id, 'promise', confirmed_at, remind_at, due_at, CASE state WHEN 'broken' THEN due_at END
      FROM promises WHERE ${promised}) AS due`;
  await tx.dialect.rows(
    tx,
    sql`UPDATE threads SET
      (due_kind, due_started_at, soon_at, due_at, breached_at) =
        (SELECT kind, started_at, soon_at, due_at, breached_at FROM ${due} ORDER BY due_at, id LIMIT 1),
      queue_at = COALESCE((SELECT MIN(due_at) FROM ${due}), ${later}),
      promise_due_at = (SELECT MIN(due_at) FROM promises WHERE ${promised})${counted ? sql`, version = version + 1` : sql``}
      WHERE id IN ${[...threadIds]} RETURNING id`,
  );
}
