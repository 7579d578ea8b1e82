import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';
import { onTheirs } from './samples.queries.ts';

export type StoredCalibration = Db['tables']['calibrations']['$inferSelect'];

export async function insertCalibration(tx: Db, row: StoredCalibration): Promise<void> {
  await tx.insert(tx.tables.calibrations).values(row);
}

/** Of the actor's channels, newest first. */
export function calibrationsOf(db: Db, actor: Actor, limit: number, id?: string) {
  const { calibrations, channels, people } = db.tables;
  return db
    .select({
      calibration: calibrations,
      channelName: channels.name,
      platform: channels.platform,
      openedByName: people.name,
    })
    .from(calibrations)
    .innerJoin(channels, eq(channels.id, calibrations.channelId))
    .leftJoin(people, eq(people.id, calibrations.openedBy))
    .where(and(id === undefined ? undefined : eq(calibrations.id, id), onTheirs(actor, calibrations.channelId)))
    .orderBy(desc(calibrations.openedAt), desc(calibrations.id))
    .limit(limit);
}

export async function closedAtOf(db: Db, id: string): Promise<Date | null> {
  const { calibrations } = db.tables;
  const [row] = await db.select({ at: calibrations.closedAt }).from(calibrations).where(eq(calibrations.id, id));
  return row?.at ?? null;
}

export async function endCalibration(tx: Db, id: string, closedAt: Date): Promise<boolean> {
  const { calibrations } = tx.tables;
  const rows = await tx
    .update(calibrations)
    .set({ closedAt })
    .where(and(eq(calibrations.id, id), isNull(calibrations.closedAt)))
    .returning({ id: calibrations.id });
  return rows.length > 0;
}

const NEWEST = 200;

/** Scored answers of a channel with what they got, the newest first: the threads that a calibration is chosen from. */
export function scoredAnswers(db: Db, channelId: string) {
  const { reviews, reviewSamples } = db.tables;
  return db
    .select({ sample: reviewSamples, points: reviews.points })
    .from(reviews)
    .innerJoin(reviewSamples, eq(reviewSamples.id, reviews.sampleId))
    .where(
      and(
        eq(reviews.channelId, channelId),
        eq(reviews.calibration, false),
        isNotNull(reviews.points),
        isNotNull(reviewSamples.replyId),
        // Whoever still owes a second look may not learn here what the first one found.
        gte(reviewSamples.done, reviewSamples.wanted),
      ),
    )
    .orderBy(desc(reviews.savedAt), desc(reviews.id))
    .limit(NEWEST);
}
