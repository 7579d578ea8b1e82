// What the radar makes of the last weeks at one moment: read and computed, and nothing written.
import {
  alarmEnds,
  assess,
  learn,
  SEEN_HOURS,
  type Situation,
  type WatchedChannel,
  type Weather,
} from '@stammgast/shared/domain/radar/assess';
import { HOUR_MS, hourOf } from '@stammgast/shared/domain/radar/hours';
import { connectedChannels } from '../channels/channels.queries.ts';
import { type IncidentRow, incidentsSince } from '../radar/incidents.queries.ts';
import { topicsOf } from '../radar/voice.ts';
import { criticalHours, voicesSince } from '../radar/voices.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { type Gathering, gatheringOf } from './gather-incident.ts';

/** A judgement that is ready to be written down, as long as nobody has judged since. */
export interface Judgement {
  readonly basis: string;
  readonly weather: Weather;
  /** The incident that goes on is over. */
  readonly ends: boolean;
  /** Of the incident that goes on or begins; null: there is none. */
  readonly gathering: Gathering | null;
}

/** null: the house is not set up yet. */
export async function readWeather(db: Db, { now }: { readonly now: Date }): Promise<Judgement | null> {
  const settings = await readSetting(db, 'house');
  if (!settings) return null;
  const { basis, past, open } = await basisOf(db, now);
  const situation = await situationOf(db, now, settings.timeZone, past);
  const weather = assess(situation, learn(situation));
  const startedAt = open?.startedAt ?? beginningOf(situation, weather);
  return {
    basis,
    weather,
    ends: open !== null && alarmEnds(situation, weather, Date.parse(open.rises[0]?.at ?? '')),
    gathering: startedAt && (await gatheringOf(db, { number: open?.number ?? null, startedAt }, weather, now)),
  };
}

/** The incidents that count, and a word that is another one as soon as somebody has judged or changed one of them. */
export async function basisOf(db: Db, now: Date) {
  const past = await incidentsSince(db, new Date(now.getTime() - SEEN_HOURS * HOUR_MS));
  const last = await readSetting(db, 'radar');
  const open = past.find(({ openFor }) => openFor !== null) ?? null;
  return { basis: JSON.stringify([last?.at, past]), past, open };
}

async function situationOf(db: Db, now: Date, timeZone: string, past: readonly IncidentRow[]): Promise<Situation> {
  const hours = Map.groupBy(await criticalHours(db, hourOf(now.getTime()) - SEEN_HOURS), (row) => row.channelId);
  const channels = await connectedChannels(db, 'all');
  const day = new Date(now.getTime() - 24 * HOUR_MS);
  const open = past.find(({ openFor }) => openFor !== null);
  return {
    timeZone,
    now: now.getTime(),
    channels: channels.map(({ id, createdAt }) => ({
      id,
      since: createdAt.getTime(),
      ...heardOn(hours.get(id) ?? []),
    })),
    voices: (await voicesSince(db, day)).map((voice) => ({
      ...voice,
      at: voice.at.getTime(),
      topics: topicsOf(voice.topics),
    })),
    incidents: past.map(({ startedAt, endedAt, verdict }) => ({
      from: startedAt.getTime(),
      to: endedAt?.getTime() ?? null,
      isFalse: verdict === 'false-alarm',
    })),
    strongSince: open?.strongSince?.getTime() ?? null,
  };
}

type HourRow = Awaited<ReturnType<typeof criticalHours>>[number];

const heardOn = (rows: readonly HourRow[]): Pick<WatchedChannel, 'hours' | 'posts' | 'topics'> => ({
  hours: hoursBy(rows, () => ['all']).get('all') ?? new Map(),
  posts: hoursBy(rows, ({ post }) => (post === null ? [] : [post])),
  topics: hoursBy(rows, ({ topics }) => topicsOf(topics)),
});

function hoursBy(rows: readonly HourRow[], keysOf: (row: HourRow) => readonly string[]) {
  const by = new Map<string, Map<number, number>>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const hours = by.get(key) ?? new Map<number, number>();
      by.set(key, hours.set(row.hour, (hours.get(row.hour) ?? 0) + row.count));
    }
  return by;
}

/** It began with the first comment of the window that told it, and not with the one that tipped the scales. */
function beginningOf({ now, voices }: Situation, { house, affected }: Weather): Date | null {
  if (!house.alarm) return null;
  const from = now - house.alarm.window * HOUR_MS;
  const first = voices.find(({ critical, at, channelId }) => critical && at > from && affected.includes(channelId));
  return new Date(first?.at ?? now);
}
