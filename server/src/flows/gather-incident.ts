// What belongs to an incident: channels with their numbers by hour, and the threads in which it is fought out.
import type { Weather } from '@stammgast/shared/domain/radar/assess';
import {
  channelsOfIncidents,
  type IncidentChannelRow,
  type IncidentThreadRow,
  insertIncidentThreads,
  joinableThreads,
  saveIncidentChannels,
  threadIdsOf,
} from '../radar/incidents.queries.ts';
import { LINE_BEFORE_MS, lineOf } from '../radar/line.ts';
import { postSharesOf } from '../radar/post-shares.ts';
import { type SpokenVoice, voicesSince } from '../radar/voices.queries.ts';
import type { Db } from '../storage/database.ts';

export interface Gathering {
  readonly startedAt: Date;
  readonly channels: readonly Omit<IncidentChannelRow, 'id' | 'incident' | 'since'>[];
  /** Those that did not belong to it yet; a thread does since its first critical comment in that time. */
  readonly threads: readonly Omit<IncidentThreadRow, 'id' | 'incident'>[];
}

/** `number` is null while it is about to begin. */
export async function gatheringOf(
  db: Db,
  { number, startedAt }: { readonly number: number | null; readonly startedAt: Date },
  weather: Weather,
  now: Date,
): Promise<Gathering> {
  const known = number === null ? [] : await channelsOfIncidents(db, [number]);
  const ids = [...new Set([...known.map(({ channelId }) => channelId), ...weather.affected])];
  const seen = new Date(startedAt.getTime() - LINE_BEFORE_MS);
  const voices = Map.groupBy(await voicesSince(db, seen, [true]), (voice) => voice.channelId);
  const own = (id: string) => (voices.get(id) ?? []).filter(({ at }) => at >= startedAt);
  return {
    startedAt,
    channels: ids.map((channelId) => ({
      channelId,
      level: weather.channels.get(channelId)?.level ?? 0,
      comments: own(channelId).length,
      critics: new Set(own(channelId).map(({ author }) => author)).size,
      line: lineOf(startedAt, now, voices.get(channelId) ?? [], weather.channels.get(channelId)?.baseline ?? null),
      posts: postSharesOf(own(channelId)),
    })),
    threads: freshThreads(ids.flatMap(own), number === null ? new Set() : await threadIdsOf(db, number)),
  };
}

function freshThreads(voices: readonly SpokenVoice[], known: ReadonlySet<string>): Gathering['threads'] {
  const fresh = Map.groupBy(
    voices.filter(({ threadId }) => !known.has(threadId)),
    (voice) => voice.threadId,
  );
  return [...fresh.values()].flatMap(([first]) =>
    first ? [{ threadId: first.threadId, channelId: first.channelId, joinedAt: first.at }] : [],
  );
}

/** Writes it down; gives back all channels that have belonged to the incident so far. */
export async function saveGathering(
  newId: () => string,
  tx: Db,
  incident: number,
  { channels, threads }: Gathering,
  now: Date,
): Promise<readonly string[]> {
  const known = new Map((await channelsOfIncidents(tx, [incident])).map((row) => [row.channelId, row]));
  await saveIncidentChannels(
    tx,
    channels.map((channel) => {
      const { id = newId(), since = now } = known.get(channel.channelId) ?? {};
      return { ...channel, id, incident, since };
    }),
  );
  await saveThreads(newId, tx, incident, threads);
  return [...new Set([...known.keys(), ...channels.map(({ channelId }) => channelId)])];
}

/** A thread may have become part of another one in the meantime: the next look finds what it is called now. */
async function saveThreads(newId: () => string, tx: Db, incident: number, fresh: Gathering['threads']): Promise<void> {
  if (fresh.length === 0) return;
  const joinable = await joinableThreads(
    tx,
    incident,
    fresh.map(({ threadId }) => threadId),
  );
  await insertIncidentThreads(
    tx,
    fresh.filter(({ threadId }) => joinable.has(threadId)).map((thread) => ({ ...thread, id: newId(), incident })),
  );
}
