import type { ReportChannel, ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../storage/database.ts';

export type ReportedChannel = Pick<
  Db['tables']['channels']['$inferSelect'],
  'id' | 'name' | 'platform' | 'state' | 'createdAt' | 'removedAt' | 'lastSuccessAt'
> & { readonly firstAt: Date | null; readonly team: ReportChannel['team'] };

/** The channels that a report is about: those that the actor sees, also ones that were disconnected since `start`. */
export function reportChannels(
  db: Db,
  actor: Actor,
  { channel, team }: Pick<ReportQuestion, 'channel' | 'team'>,
  start: Date,
): Promise<ReportedChannel[]> {
  const { channels, comments, teams } = db.tables;
  const { id, name, platform, state, createdAt, removedAt, lastSuccessAt } = channels;
  return db
    .select({
      ...{ id, name, platform, state, createdAt, removedAt, lastSuccessAt },
      firstAt:
        sql<Date | null>`(SELECT MIN(c.posted_at) FROM ${comments} AS c WHERE c.channel_id = channels.id)`.mapWith(
          comments.postedAt,
        ),
      team: { id: teams.id, name: teams.name },
    })
    .from(channels)
    .leftJoin(teams, eq(teams.id, channels.teamId))
    .where(
      and(
        or(isNull(channels.removedAt), gt(channels.removedAt, start)),
        actor.channels === 'all' ? undefined : inArray(channels.id, [...actor.channels]),
        channel === undefined ? undefined : eq(channels.id, channel),
        team === undefined ? undefined : eq(channels.teamId, team),
      ),
    )
    .orderBy(asc(channels.name), asc(channels.id));
}
