// What belongs to an incident: channels with their numbers by hour, and the threads in which it is fought out.
import type { Weather } from '@stammgast/shared/domain/radar/assess';
import {
  channelsOfIncidents,
  type IncidentRow,
  insertIncidentThreads,
  saveIncidentChannels,
  threadIdsOf,
} from '../radar/incidents.queries.ts';
import { LINE_BEFORE_MS, lineOf } from '../radar/line.ts';
import { type SpokenVoice, voicesSince } from '../radar/voices.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

/** Gives back all channels that have belonged to it so far. */
export async function gatherIncident(
  house: House,
  tx: Db,
  incident: IncidentRow,
  weather: Weather,
): Promise<readonly string[]> {
  const now = house.clock.now();
  const known = new Map((await channelsOfIncidents(tx, [incident.number])).map((row) => [row.channelId, row]));
  const ids = [...new Set([...known.keys(), ...weather.affected])];
  const seen = new Date(incident.startedAt.getTime() - LINE_BEFORE_MS);
  const voices = Map.groupBy(await voicesSince(tx, seen, [true]), (voice) => voice.channelId);
  const within = ({ at }: SpokenVoice) => at >= incident.startedAt;
  await saveIncidentChannels(
    tx,
    ids.map((channelId) => {
      const all = voices.get(channelId) ?? [];
      const own = all.filter(within);
      const place = weather.channels.get(channelId);
      const before = known.get(channelId);
      return {
        id: before?.id ?? house.newId(),
        incident: incident.number,
        channelId,
        level: place?.level ?? 0,
        since: before?.since ?? now,
        comments: own.length,
        critics: new Set(own.map(({ author }) => author)).size,
        line: lineOf(incident.startedAt, now, all, place?.baseline ?? null),
      };
    }),
  );
  await joinThreads(
    house,
    tx,
    incident.number,
    ids.flatMap((id) => (voices.get(id) ?? []).filter(within)),
  );
  return ids;
}

/** A thread belongs to it since its first critical comment in that time. */
async function joinThreads(house: House, tx: Db, incident: number, voices: readonly SpokenVoice[]): Promise<void> {
  const known = await threadIdsOf(tx, incident);
  const fresh = Map.groupBy(
    voices.filter(({ threadId }) => !known.has(threadId)),
    (voice) => voice.threadId,
  );
  await insertIncidentThreads(
    tx,
    [...fresh.values()].flatMap(([first]) =>
      first
        ? [{ id: house.newId(), incident, threadId: first.threadId, channelId: first.channelId, joinedAt: first.at }]
        : [],
    ),
  );
}
