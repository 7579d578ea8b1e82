// The fictional Hotel Sonnenblick moves into an empty house, always in the same way, with times relative to now.
import { foldedName } from '@stammgast/shared/domain/folded-name';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { allTeams, assignChannels, insertTeam } from '../channels/teams.queries.ts';
import { hasPeople, insertDemoChannels, insertDemoPeople, touchDemoChannels } from '../demo/demo.queries.ts';
import { historyStories } from '../demo/history.ts';
import {
  brokenChannel,
  type ChannelKey,
  calendars,
  channelKeys,
  channels,
  hotel,
  ownAddresses,
  policies,
  type StaffKey,
  staff,
  teams,
  watchedChannel,
  worksOn,
} from '../demo/hotel.ts';
import { pastStories } from '../demo/past-stories.ts';
import { createRandom, createSeededIds } from '../demo/random.ts';
import { answeredStories } from '../demo/today-answered.ts';
import { openStories } from '../demo/today-open.ts';
import { urgentStories } from '../demo/today-urgent.ts';
import { factsSince } from '../events/events.queries.ts';
import { drawCalendar } from '../sla/draw-calendar.ts';
import { insertCalendar, insertPolicies } from '../sla/promises.queries.ts';
import { loadPromises, plainPolicy } from '../sla/promises.ts';
import type { Db } from '../storage/database.ts';
import { addSetting, readSetting, writeSetting } from '../storage/settings.ts';
import type { Stage } from './demo-stage.ts';
import { enactStories } from './enact-stories.ts';
import type { House } from './house.ts';
import { keepDemoTexts } from './keep-demo-texts.ts';
import { removeOldDemo } from './remove-demo.ts';
import { seedHistory } from './seed-history.ts';
import { seedReviews } from './seed-reviews.ts';
import { tellOf } from './tell-people.ts';

const SEED = 2009;
const DAY_MS = 86_400_000;

/** Is this a house with demo data, whatever it was started as? */
export const isDemoHouse = async (house: Pick<House, 'database'>): Promise<boolean> =>
  (await readSetting(house.database.reader, 'demo')) !== null;

/**
 * First demo start: seeds a house in which nobody lives yet. Later starts: the demo's channels are alive again; on another
 * day, as long as nobody has done anything, the whole demo begins anew.
 */
export async function ensureDemo(house: House): Promise<void> {
  if (!house.demo) return;
  const { database, clock, log } = house;
  if ((await isDemoHouse(house)) && !(await removeOldDemo(house)))
    return database.transaction((tx) => touchDemoChannels(tx, clock.now()));
  if (await hasPeople(database.reader)) {
    log.warn({}, 'people live in this house already: no demo data were added');
    return;
  }
  try {
    await seedDemo(house);
  } catch (error) {
    // Another node was faster.
    if (!database.reader.dialect.isUniqueViolation(error)) throw error;
  }
}

/** Everything in one transaction: the demo is there or it is not. */
export async function seedDemo(house: House, seed = SEED): Promise<void> {
  const now = house.clock.now();
  await house.database.transaction(async (tx) => {
    let time = new Date(now.getTime() - 100 * DAY_MS);
    const clock = { now: () => time };
    const newId = createSeededIds(createRandom(seed), clock);
    const ownsHouse = (await readSetting(tx, 'house')) === null;
    if (ownsHouse) await writeSetting(tx, 'house', hotel);
    const channelIds = await openChannels(tx, newId, now);
    const promised = await promise(tx, newId, clock.now(), channelIds);
    const ownsReview = (await readSetting(tx, 'review')) === null;
    const demo = { seededAt: now.toISOString(), ownsHouse, ownsReview, ...promised, snippetIds: [], gusts: 0 };
    await addSetting(tx, 'demo', demo);
    const actors = await hireStaff(tx, newId, clock.now(), channelIds);
    const stage: Stage = {
      house: onStage(house, tx, { clock, newId }),
      tx,
      now,
      setTime: (at) => {
        time = at;
      },
      channelIds,
      actors,
    };
    await seedHistory(stage, historyStories(seed, now));
    await enactStories(stage, [...pastStories, ...urgentStories, ...openStories, ...answeredStories]);
    await seedReviews(stage, seed);
    await writeSetting(tx, 'demo', { ...demo, snippetIds: await keepDemoTexts(stage) });
    await drawTeams(tx, newId, channelIds);
    await tellOf({ clock: house.clock, newId }, tx, await factsSince(tx, new Date(now.getTime() - DAY_MS)));
  });
}

/** The same house, but all flows write into the one transaction, at the time of the story. */
function onStage(house: House, tx: Db, parts: Pick<House, 'clock' | 'newId'>): House {
  return { ...house, ...parts, database: { ...house.database, reader: tx, transaction: (work) => work(tx) } };
}

async function openChannels(tx: Db, newId: House['newId'], now: Date): Promise<Map<ChannelKey, string>> {
  const ids = new Map(channelKeys.map((key) => [key, newId()]));
  const createdAt = new Date(now.getTime() - 100 * DAY_MS);
  await insertDemoChannels(
    tx,
    [...ids].map(([key, id]) => {
      const { platform, name, register } = channels[key];
      const health = key === brokenChannel ? brokenSince(now) : ({ state: 'ok', lastSuccessAt: now } as const);
      const approval = key === watchedChannel ? ('cases' as const) : ('none' as const);
      const treated = { replyRegister: register, language: 'de', approval, ownAddresses: [...ownAddresses] };
      return { id, platform, name, settings: {}, ...treated, createdAt, ...health };
    }),
  );
  return ids;
}

/** Two of one name would be the same to a search: a house that has teams gets no others. */
async function drawTeams(tx: Db, newId: House['newId'], channelIds: ReadonlyMap<ChannelKey, string>): Promise<void> {
  if ((await allTeams(tx)).length > 0) return;
  for (const { name, channels: own } of teams) {
    const id = newId();
    await insertTeam(tx, { id, name, folded: foldedName(name), demo: true });
    await assignChannels(
      tx,
      id,
      own.flatMap((key) => channelIds.get(key) ?? []),
    );
  }
}

const brokenSince = (now: Date) =>
  ({
    state: 'failing',
    lastSuccessAt: new Date(now.getTime() - 54 * 60_000),
    lastErrorAt: new Date(now.getTime() - 4 * 60_000),
    lastErrorCode: 'channel.timeout',
    lastErrorDetail: 'no answer within 30 s',
  }) as const;

/** Deadlines of the demo, unless the house has promises of its own. */
async function promise(tx: Db, newId: House['newId'], now: Date, channelIds: ReadonlyMap<ChannelKey, string>) {
  const known = await loadPromises(tx);
  const calendarIds: string[] = [];
  for (const { channels: own, ...hours } of known.calendars.length > 0 ? [] : calendars) {
    const terms = { ...hours, channelIds: own.flatMap((key) => channelIds.get(key) ?? []) };
    const [id, isDefault] = [newId(), calendarIds.length === 0];
    const drawn = await drawCalendar(terms, now, hotel.locale);
    await insertCalendar(tx, { id, isDefault, terms, ...drawn, version: 1, calendarId: newId(), createdAt: now });
    calendarIds.push(id);
  }
  if (known.policies.length > 0) return { policyIds: [], calendarIds };
  const rows = policies.map(({ name, channel, sentiment, minutes: [first, next, resolution] }, index) => ({
    ...plainPolicy,
    id: newId(),
    position: index + 1,
    name,
    channelId: channel && (channelIds.get(channel) ?? null),
    sentiment,
    firstMinutes: first,
    nextMinutes: next,
    resolutionMinutes: resolution,
    isDefault: channel === null && sentiment === null,
  }));
  await insertPolicies(tx, rows);
  return { policyIds: rows.map((row) => row.id), calendarIds };
}

async function hireStaff(tx: Db, newId: House['newId'], now: Date, channelIds: ReadonlyMap<ChannelKey, string>) {
  const keys = Object.keys(staff) as StaffKey[];
  const actors = new Map<StaffKey, Actor>(
    keys.map((key) => {
      const { role } = staff[key];
      const own = [...channelIds].flatMap(([channel, id]) => (worksOn(key, channel) ? [id] : []));
      return [key, { personId: newId(), role, channels: role === 'admin' ? 'all' : own }];
    }),
  );
  await insertDemoPeople(
    tx,
    [...actors].map(([key, { personId, role }]) => {
      const { name } = staff[key];
      return { id: personId, name, email: `${key}@sonnenblick.example`, role, createdAt: now };
    }),
    [...actors.values()].flatMap(({ personId, channels: own }) =>
      own === 'all' ? [] : own.map((channelId) => ({ id: newId(), personId, channelId })),
    ),
  );
  return actors;
}
