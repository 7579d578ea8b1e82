import type { Bucket } from '@stammgast/shared/domain/reports/period';
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { inParts } from './counts.queries.ts';

/** What became of channels since, oldest first: the audit trail has every change of their state. */
export function channelChanges(db: Db, channelIds: readonly string[], since: Date) {
  const { auditEntries: e } = db.tables;
  return db
    .select({ channelId: e.channelId, at: e.at, before: e.before, after: e.after })
    .from(e)
    .where(and(eq(e.kind, 'channel.changed'), inArray(e.channelId, [...channelIds]), gte(e.at, since)))
    .orderBy(asc(e.seq));
}

/** When the record of them begins. */
export async function trailBegan(db: Db): Promise<Date | null> {
  const { auditEntries: e } = db.tables;
  const [first] = await db.select({ at: e.at }).from(e).orderBy(asc(e.seq)).limit(1);
  return first?.at ?? null;
}

/** On which of these days, which follow each other, something was said that has come in, by their index. */
export async function daysHeard(db: Db, channelIds: readonly string[], days: readonly Bucket[]) {
  const { comments } = db.tables;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  return db
    .selectDistinct({
      channelId: comments.channelId,
      day: inParts(comments.postedAt, { ends: days.map((d) => d.end) }),
    })
    .from(comments)
    .where(
      and(
        inArray(comments.channelId, [...channelIds]),
        gte(comments.postedAt, first.start),
        lt(comments.postedAt, last.end),
      ),
    );
}
