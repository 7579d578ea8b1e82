// The radar judges: how strong the wind blows now, and whether a storm begins, rises or is over.
import type { Weather } from '@stammgast/shared/domain/radar/assess';
import { type Level, STRONG_LEVEL } from '@stammgast/shared/domain/radar/level';
import { stateOf } from '@stammgast/shared/domain/radar/place-state';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { type IncidentRow, insertIncident, OPEN_FOR, updateIncident } from '../radar/incidents.queries.ts';
import type { Db } from '../storage/database.ts';
import { writeSetting } from '../storage/settings.ts';
import { type Gathering, saveGathering } from './gather-incident.ts';
import type { House } from './house.ts';
import { basisOf, type Judgement } from './read-weather.ts';

/**
 * One judgement. It is computed beside everything else, on what is committed, so that nobody who writes waits for it; the
 * transaction only writes it down. Whoever was slower, on this node or another, finds another basis and judges anew.
 */
export async function judgeRadar(house: House): Promise<void> {
  let written = false;
  while (!written) {
    const now = house.clock.now();
    const judgement = await house.aside.run('radar.weather', { now });
    written = !judgement || (await house.database.transaction((tx) => write(house, tx, now, judgement)));
  }
}

/** false: somebody has judged since. */
async function write(house: House, tx: Db, now: Date, judgement: Judgement): Promise<boolean> {
  await tx.dialect.lock(tx, 'radar');
  const { basis, open } = await basisOf(tx, now);
  if (basis !== judgement.basis) return false;
  const { weather, gathering } = judgement;
  await writeSetting(tx, 'radar', {
    at: now.toISOString(),
    house: stateOf(weather.house),
    channels: Object.fromEntries([...weather.channels].map(([id, place]) => [id, stateOf(place)])),
  });
  if (!gathering) return true;
  const facts = open
    ? await goOn(house, tx, open, now, judgement, gathering)
    : await begin(house, tx, now, weather, gathering);
  await record(tx, now, facts);
  return true;
}

async function begin(house: House, tx: Db, now: Date, weather: Weather, gathering: Gathering): Promise<NewFact[]> {
  const { level } = weather.house;
  const incident = await insertIncident(tx, {
    openFor: OPEN_FOR,
    startedAt: gathering.startedAt,
    level,
    peak: level,
    strongSince: level >= STRONG_LEVEL ? now : null,
    rises: [riseOf(weather, now)],
    steps: [],
    leads: [],
  });
  const channels = await saveGathering(house.newId, tx, incident.number, gathering, now);
  return [factOf('radar.rose', incident.number, weather, channels)];
}

/** Tells a level once: when it is higher than it has ever been in this incident. */
async function goOn(
  house: House,
  tx: Db,
  incident: IncidentRow,
  now: Date,
  { weather, ends }: Judgement,
  gathering: Gathering,
): Promise<NewFact[]> {
  const { level } = weather.house;
  const rises = level > incident.peak;
  await updateIncident(tx, incident.number, {
    level,
    strongSince: level >= STRONG_LEVEL ? (incident.strongSince ?? now) : null,
    ...(rises && { peak: level, rises: [...incident.rises, riseOf(weather, now)] }),
    ...(ends && { endedAt: now, openFor: null }),
  });
  const channels = await saveGathering(house.newId, tx, incident.number, gathering, now);
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
