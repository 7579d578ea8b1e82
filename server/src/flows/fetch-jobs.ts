import { cancel, type NewJob, schedule } from '../jobs/jobs.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';
import type { ChannelRecord } from './open-channel.ts';

export const FETCH = 'fetch-channel';
const keyOf = (channelId: string): string => `${FETCH}:${channelId}`;

/** Each channel has one such job, and a lane of its own: a slow blog holds nobody up, also not its own answers. */
const fetchJob = (channelId: string, runAt: Date): NewJob => ({
  kind: FETCH,
  uniqueKey: keyOf(channelId),
  lane: keyOf(channelId),
  payload: { channelId, failures: 0 },
  runAt,
});

/** Is the channel one that has to be asked, and may it be asked now? */
export function isFetched(house: House, channel: ChannelRecord): boolean {
  const connector = house.connectors.get(channel.platform);
  const connected = !channel.demo && channel.removedAt === null && channel.state !== 'paused';
  return connected && connector !== undefined && connector.pollSeconds > 0;
}

/** Brings the job in line with the channel: fetch now, or not at all. */
export async function scheduleFetch(house: House, tx: Db, channel: ChannelRecord): Promise<void> {
  if (isFetched(house, channel)) await schedule(tx, fetchJob(channel.id, house.clock.now()));
  else await cancel(tx, keyOf(channel.id));
}
