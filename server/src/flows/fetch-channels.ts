// Channels that do not push are asked at intervals, by one node at a time, each apart from the others.

import type { ProblemCode } from '@stammgast/shared/contract/problem';
import {
  type ChannelRow,
  connectedChannel,
  connectedChannels,
  livingJobs,
  updateChannel,
  watchedComments,
} from '../channels/channels.queries.ts';
import { reasonOf } from '../config/log.ts';
import { ChannelError, type OpenChannel } from '../connectors/connector.ts';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { type Job, LostLeaseError, postpone } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { startWorker } from '../jobs/worker.ts';
import type { Db } from '../storage/database.ts';
import { FETCH, isFetched, scheduleFetch } from './fetch-jobs.ts';
import type { House } from './house.ts';
import { openChannel } from './open-channel.ts';
import { receiveComments } from './receive-comments.ts';

const WATCHED = 100;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Looks whether every channel still has its job: one that was given up comes back. */
const REVIVE_MS = 60_000;

/** Fetches all channels at their pace until it is stopped. `random` spreads retries; 0 ≤ random() < 1. */
export function startFetching(house: House, random: () => number = Math.random): { stop(): Promise<void> } {
  const worker = startWorker(house, { [FETCH]: fetchChannel(house, random) }, { slots: 4, perLane: 1 });
  let reviving = Promise.resolve();
  const revive = () => {
    reviving = reviveFetching(house).catch((error: unknown) =>
      house.log.error({ error: reasonOf(error) }, 'looking for channels without a job failed'),
    );
  };
  revive();
  const timer = setInterval(revive, REVIVE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await reviving;
      await worker.stop();
    },
  };
}

/** Schedules every channel that has no living job. */
export async function reviveFetching(house: House): Promise<void> {
  const living = new Set(await livingJobs(house.database.reader, FETCH));
  const channels = await connectedChannels(house.database.reader, 'all');
  const missing = channels.filter((channel) => isFetched(house, channel) && !living.has(`${FETCH}:${channel.id}`));
  if (missing.length === 0) return;
  await house.database.transaction(async (tx) => {
    for (const channel of missing) await scheduleFetch(house, tx, channel);
  });
}

/** One visit to a channel, and the plan for the next. */
export function fetchChannel(house: House, random: () => number): Handler {
  const remembered = new Map<string, { stamp: string; open: OpenChannel | null }>();

  /** Connections stay open from visit to visit, so that they can remember who they are and what posts are called. */
  function connectionTo(channel: ChannelRow): OpenChannel | null {
    const stamp = JSON.stringify([channel.settings, channel.secrets, channel.allowPrivateAddress]);
    const known = remembered.get(channel.id);
    if (known?.stamp === stamp) return known.open;
    const open = openChannel(house, channel);
    remembered.set(channel.id, { stamp, open });
    return open;
  }

  return async (job, keep) => {
    const channel = await connectedChannel(house.database.reader, String(job.payload.channelId));
    if (!channel || !isFetched(house, channel)) {
      remembered.delete(String(job.payload.channelId));
      return;
    }
    const failure = await visit(house, channel, () => connectionTo(channel), keep);
    await conclude(house, job, channel, failure, random);
  };
}

/** Meanwhile the channel was paused, disconnected or led elsewhere. */
class SupersededError extends Error {}

/** What a visit goes by. Another address may not be continued where the old one was left. */
const termsOf = (channel: ChannelRow | null): string | null =>
  channel && channel.state !== 'paused' ? JSON.stringify([channel.settings, channel.allowPrivateAddress]) : null;

/** null when all went well. Changes are stored batch by batch, each with the place to go on from. */
async function visit(
  house: House,
  channel: ChannelRow,
  connect: () => OpenChannel | null,
  keep: () => Promise<void>,
): Promise<ChannelError | null> {
  const terms = termsOf(channel);
  const mustStand = async (tx: Db) => {
    if (termsOf(await connectedChannel(tx, channel.id)) !== terms) throw new SupersededError();
  };
  try {
    const watched = await watchedComments(house.database.reader, channel.id, WATCHED);
    for await (const batch of connect()?.fetchSince?.(channel.cursor, watched) ?? []) {
      const { history, cursor } = batch;
      await receiveComments(house, channel, batch.changes, { history, cursor, mustStand });
      await keep();
    }
    return null;
  } catch (error) {
    if (error instanceof LostLeaseError) throw error;
    if (error instanceof SupersededError) return null;
    if (error instanceof ChannelError) return error;
    house.log.error({ channelId: channel.id, error: reasonOf(error) }, 'fetching failed for a reason of our own');
    return new ChannelError('channel.unexpected_answer', 'internal error, see the log');
  }
}

async function conclude(
  house: House,
  job: Job,
  channel: ChannelRow,
  failure: ChannelError | null,
  random: () => number,
): Promise<void> {
  const now = house.clock.now();
  const failures = failure ? Number(job.payload.failures ?? 0) + 1 : 0;
  const pollMs = (house.connectors.get(channel.platform)?.pollSeconds ?? 60) * 1000;
  const next = new Date(now.getTime() + (failure ? pauseAfter(failures, pollMs, random) : pollMs));
  if (failure) house.log.warn({ channelId: channel.id, code: failure.code, failures }, 'channel could not be fetched');
  await house.database.transaction(async (tx) => {
    await postpone(tx, job, next, failure?.code ?? null, { ...job.payload, failures });
    await noteVisit(tx, channel, failure ? { code: failure.code, detail: failure.message } : null, now);
  });
}

/** A little longer each time, up to five minutes, and not all at once after an outage. */
export const pauseAfter = (failures: number, pollMs: number, random: () => number): number =>
  Math.round(Math.min(pollMs * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS) * (0.75 + random() * 0.5));

/** Keeps state and times of the channel; tells of it only when the state or the reason is another than before. */
async function noteVisit(
  tx: Db,
  channel: ChannelRow,
  error: { code: ProblemCode; detail: string } | null,
  now: Date,
): Promise<void> {
  const before = await connectedChannel(tx, channel.id);
  // Paused while it was fetched: that stays.
  if (!before || before.state === 'paused') return;
  const state = error ? 'failing' : 'ok';
  const change = error
    ? { lastErrorAt: now, lastErrorCode: error.code, lastErrorDetail: error.detail.slice(0, 300) }
    : { lastSuccessAt: now, lastErrorAt: null, lastErrorCode: null, lastErrorDetail: null };
  await updateChannel(tx, channel.id, { state, ...change });
  if (before.state === state && before.lastErrorCode === (error?.code ?? null)) return;
  const states = changeOf(
    { state: before.state, lastErrorCode: before.lastErrorCode },
    { state, lastErrorCode: error?.code ?? null },
  );
  await record(tx, now, [{ kind: 'channel.changed', channelId: channel.id, payload: { state }, change: states }]);
}
