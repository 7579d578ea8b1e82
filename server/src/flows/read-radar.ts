// What people see of the radar: the weather, incidents and their reports, on their own channels only.
import type { Incident, IncidentReport, RadarWeather } from '@stammgast/shared/contract/radar';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import type { Level } from '@stammgast/shared/domain/radar/level';
import { channelNames } from '../channels/channels.queries.ts';
import { notFound } from '../http/problem.ts';
import {
  answersIn,
  channelsOfIncidents,
  type IncidentRow,
  incidentsFor,
  postsNamed,
  threadCounts,
} from '../radar/incidents.queries.ts';
import { type Parts, presentIncident } from '../radar/present.ts';
import { presentReport } from '../radar/report.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

const PAGE = 30;

export async function readRadar(house: House, actor: Actor): Promise<RadarWeather> {
  const db = house.database.reader;
  const state = await readSetting(db, 'radar');
  const [open] = await readIncidents(db, actor, await incidentsFor(db, actor, { open: true }, 1));
  const incident = open ?? null;
  if (!state) return { at: null, level: 0, learning: true, count: 0, expected: null, trend: null, incident };
  const all = Object.entries(state.channels);
  const seen = all.filter(([id]) => sees(actor, id)).map(([, place]) => place);
  if (seen.length === all.length) return { at: state.at, ...state.house, incident };
  const [only] = seen;
  return {
    at: state.at,
    level: Math.max(0, ...seen.map(({ level }) => level)) as Level,
    learning: seen.every(({ learning }) => learning),
    count: seen.reduce((sum, { count }) => sum + count, 0),
    expected: seen.reduce<number | null>(
      (sum, { expected }) => (sum === null || expected === null ? null : sum + expected),
      0,
    ),
    trend: seen.length === 1 && only ? only.trend : null,
    incident,
  };
}

export async function listIncidents(
  house: House,
  actor: Actor,
  before: number | undefined,
): Promise<{ incidents: Incident[]; next: number | null }> {
  const db = house.database.reader;
  const rows = await incidentsFor(db, actor, { before }, PAGE + 1);
  const incidents = await readIncidents(db, actor, rows.slice(0, PAGE));
  return { incidents, next: rows.length > PAGE ? (incidents.at(-1)?.number ?? null) : null };
}

export async function readIncident(db: Db, actor: Actor, number: number): Promise<IncidentReport> {
  const [row] = await incidentsFor(db, actor, { number }, 1);
  if (!row) throw notFound();
  const parts = await partsOf(db, actor, [row]);
  const answers = await answersIn(
    db,
    number,
    parts.channels.map(({ channelId }) => channelId),
  );
  return presentReport(row, parts, answers);
}

/** What stands in an address; anything but a number names no incident. */
export function incidentNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}

async function readIncidents(db: Db, actor: Actor, rows: readonly IncidentRow[]): Promise<Incident[]> {
  const parts = await partsOf(db, actor, rows);
  return rows.map((row) => presentIncident(row, parts));
}

/** What belongs to these incidents on the actor's channels. */
async function partsOf(db: Db, actor: Actor, rows: readonly IncidentRow[]): Promise<Parts> {
  if (rows.length === 0)
    return { channels: [], hidden: new Set(), names: new Map(), threads: new Map(), posts: new Map() };
  const numbers = rows.map(({ number }) => number);
  const all = await channelsOfIncidents(db, numbers);
  const channels = all.filter(({ channelId }) => sees(actor, channelId));
  const named = await channelNames(db, [...new Set(channels.map(({ channelId }) => channelId))]);
  const posts = await postsNamed(
    db,
    channels.flatMap((channel) => (channel.posts ?? []).map(({ postId }) => postId)),
  );
  return {
    channels,
    hidden: new Set(all.filter(({ channelId }) => !sees(actor, channelId)).map(({ incident }) => incident)),
    names: new Map(named.map((channel) => [channel.id, channel])),
    threads: await threadCounts(db, numbers),
    posts: new Map(posts.map((post) => [post.id, post])),
  };
}
