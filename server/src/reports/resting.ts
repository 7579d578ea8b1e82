import { instantsOf } from '@stammgast/shared/domain/reports/period';
import { periodSent } from '@stammgast/shared/domain/reports/schedule';
import type { Db } from '../storage/database.ts';
import type { ScheduledScope } from '../storage/tables/reports.ts';
import { zoneOf } from './report.ts';
import { type ChannelPlace, channelPlaces, type StoredSchedule } from './schedules.queries.ts';

/** What its last sending came to when it rests. */
export const RESTS = 'report.no_channels';

/** A report rests while there is no channel in what its next sending is about: its team was emptied, its channel is gone. */
export function isResting(
  { cadence, nextAt, scope: { channel, team } }: Pick<StoredSchedule, 'cadence' | 'nextAt' | 'scope'>,
  places: readonly ChannelPlace[],
  timeZone: string,
): boolean {
  const { start } = instantsOf(periodSent(cadence, nextAt, timeZone), timeZone);
  return !places.some(
    ({ id, teamId, removedAt }) =>
      (channel === undefined || channel === id) &&
      (team === undefined || team === teamId) &&
      (removedAt === null || removedAt > start),
  );
}

/** Its channel is gone, and does not come back: one that is connected again is another one. */
export const isChannelGone = ({ channel }: ScheduledScope, places: readonly ChannelPlace[]): boolean =>
  channel !== undefined && !places.some(({ id, removedAt }) => id === channel && removedAt === null);

export const restsNow = async (db: Db, schedule: StoredSchedule): Promise<boolean> =>
  isResting(schedule, await channelPlaces(db), await zoneOf(db));
