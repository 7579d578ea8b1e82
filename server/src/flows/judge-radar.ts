// The radar judges: how strong the wind blows now, and whether a storm begins, rises or is over.
import {
  alarmEnds,
  assess,
  learn,
  SEEN_HOURS,
  type Situation,
  type Weather,
} from '@stammgast/shared/domain/radar/assess';
import { hourOf } from '@stammgast/shared/domain/radar/hours';
import { type Level, STRONG_LEVEL } from '@stammgast/shared/domain/radar/level';
import { stateOf } from '@stammgast/shared/domain/radar/place-state';
import { connectedChannels } from '../channels/channels.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import {
  type IncidentRow,
  incidentsSince,
  insertIncident,
  OPEN_FOR,
  updateIncident,
} from '../radar/incidents.queries.ts';
import { criticalHours, voicesSince } from '../radar/voices.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { gatherIncident } from './gather-incident.ts';
import type { House } from './house.ts';

const HOUR_MS = 3_600_000;

/** One judgement in the transaction of what it follows from; whoever asks at the same time on another node waits. */
export async function judgeRadar(house: House, tx: Db): Promise<void> {
  await tx.dialect.lock(tx, 'radar');
  const settings = await readSetting(tx, 'house');
  if (!settings) return;
  const now = house.clock.now();
  const past = await incidentsSince(tx, new Date(now.getTime() - SEEN_HOURS * HOUR_MS));
  const open = past.find(({ openFor }) => openFor !== null) ?? null;
  const situation = await situationOf(tx, now, settings.timeZone, past, open);
  const weather = assess(situation, learn(situation));
  await writeSetting(tx, 'radar', {
    at: now.toISOString(),
    house: stateOf(weather.house),
    channels: Object.fromEntries([...weather.channels].map(([id, place]) => [id, stateOf(place)])),
  });
  const facts = open
    ? await goOn(house, tx, open, situation, weather)
    : weather.house.alarm
      ? await begin(house, tx, situation, weather)
      : [];
  await record(tx, now, facts);
}

async function situationOf(
  tx: Db,
  now: Date,
  timeZone: string,
  past: readonly IncidentRow[],
  open: IncidentRow | null,
): Promise<Situation> {
  const hours = Map.groupBy(await criticalHours(tx, hourOf(now.getTime()) - SEEN_HOURS), (row) => row.channelId);
  const channels = await connectedChannels(tx, 'all');
  const day = new Date(now.getTime() - 24 * HOUR_MS);
  return {
    timeZone,
    now: now.getTime(),
    channels: channels.map(({ id, createdAt }) => ({
      id,
      since: createdAt.getTime(),
      hours: new Map((hours.get(id) ?? []).map(({ hour, count }) => [hour, count])),
    })),
    voices: (await voicesSince(tx, day)).map((voice) => ({ ...voice, at: voice.at.getTime() })),
    incidents: past.map(({ startedAt, endedAt, verdict }) => ({
      from: startedAt.getTime(),
      to: endedAt?.getTime() ?? null,
      isFalse: verdict === 'false-alarm',
    })),
    strongSince: open?.strongSince?.getTime() ?? null,
  };
}

async function begin(house: House, tx: Db, situation: Situation, weather: Weather): Promise<NewFact[]> {
  const { alarm, level } = weather.house;
  const now = new Date(situation.now);
  const from = situation.now - (alarm?.window ?? 0) * HOUR_MS;
  // It began with the first comment of the window that told it, and not with the one that tipped the scales.
  const first = situation.voices.find(({ critical, at, channelId }) => {
    return critical && at > from && weather.affected.includes(channelId);
  });
  const incident = await insertIncident(tx, {
    openFor: OPEN_FOR,
    startedAt: first ? new Date(first.at) : now,
    level,
    peak: level,
    strongSince: level >= STRONG_LEVEL ? now : null,
    rises: [riseOf(weather, now)],
    steps: [],
    leads: [],
  });
  const channels = await gatherIncident(house, tx, incident, weather);
  return [factOf('radar.rose', incident.number, weather, channels)];
}

/** Tells a level once: when it is higher than it has ever been in this incident. */
async function goOn(
  house: House,
  tx: Db,
  incident: IncidentRow,
  situation: Situation,
  weather: Weather,
): Promise<NewFact[]> {
  const now = new Date(situation.now);
  const { level } = weather.house;
  const ends = alarmEnds(situation, weather, Date.parse(incident.rises[0]?.at ?? ''));
  const rises = level > incident.peak;
  await updateIncident(tx, incident.number, {
    level,
    strongSince: level >= STRONG_LEVEL ? (incident.strongSince ?? now) : null,
    ...(rises && { peak: level, rises: [...incident.rises, riseOf(weather, now)] }),
    ...(ends && { endedAt: now, openFor: null }),
  });
  const channels = await gatherIncident(house, tx, incident, weather);
  if (ends) return [factOf('radar.ended', incident.number, weather, channels)];
  return rises ? [factOf('radar.rose', incident.number, weather, channels)] : [];
}

const riseOf = (weather: Weather, now: Date) => ({
  at: now.toISOString(),
  level: weather.house.level,
  channels: levelsOf(weather, weather.affected),
});

const levelsOf = ({ channels }: Weather, ids: readonly string[]): Record<string, Level> =>
  Object.fromEntries(ids.map((id) => [id, channels.get(id)?.level ?? 0]));

/** `channels`: who may hear of it; `levels`: what each of them tells by itself. */
const factOf = (
  kind: 'radar.rose' | 'radar.ended',
  incident: number,
  weather: Weather,
  channels: readonly string[],
): NewFact => ({
  kind,
  channelId: channels[0] ?? null,
  payload: { incident, level: weather.house.level, channels, levels: levelsOf(weather, channels) },
});
