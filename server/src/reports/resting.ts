import { instantsOf } from '@stammgast/shared/domain/reports/period';
import { periodSent } from '@stammgast/shared/domain/reports/schedule';
import type { Db } from '../storage/database.ts';
import { zoneOf } from './report.ts';
import { type ChannelPlace, channelPlaces, type StoredSchedule } from './schedules.queries.ts';

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

export const restsNow = async (db: Db, schedule: StoredSchedule): Promise<boolean> =>
  isResting(schedule, await channelPlaces(db), await zoneOf(db));
