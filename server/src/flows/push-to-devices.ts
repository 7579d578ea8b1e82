// What a person was told appears where they were last: together, at most once a minute, and not in their quiet hours.
import { isQuiet } from '@stammgast/shared/domain/notify/events';
import { finish, type Job, type NewJob, postpone, schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { BUNDLE_MS } from '../notifications/bundles.ts';
import {
  changeDevice,
  deleteDevice,
  devicesByUse,
  markTold,
  type Pushable,
  peopleWithDevices,
  pushableOf,
  type StoredDevice,
} from '../notifications/devices.queries.ts';
import { pushMessage as messageOf } from '../notifications/push-words.ts';
import { type Turn, turnsOf } from '../notifications/turns.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import { membershipsOf, personById, type StoredPerson } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { KEEP_SECONDS, type PushOutcome, pushMessage } from './push-message.ts';

export const PUSH = 'push-to-devices';
/** From this level of the radar on those who are on call are woken. */
const WAKING_LEVEL = 4;

const jobFor = (personId: string, runAt: Date): NewJob => ({
  ...{ kind: PUSH, uniqueKey: `${PUSH}:${personId}`, lane: `${PUSH}:${personId}`, payload: { personId }, runAt },
});

/** Plans it for those of these people who have a device. */
export async function planPush(tx: Db, personIds: readonly string[], now: Date): Promise<void> {
  for (const personId of await peopleWithDevices(tx, personIds)) await schedule(tx, jobFor(personId, now));
}

export function pushToDevices(house: House): Handler {
  return async (job) => {
    const { database, clock } = house;
    const person = await personById(database.reader, String(job.payload.personId));
    const devices = person?.active ? await devicesByUse(database.reader, person.id) : [];
    const next = person && devices.length > 0 ? await tell(house, person, devices) : null;
    await database.transaction((tx) => end(tx, job, next, clock.now()));
  };
}

const end = (tx: Db, job: Job, next: Date | null, now: Date): Promise<void> =>
  next ? postpone(tx, job, next > now ? next : now, null) : finish(tx, job);

/** Tells a person what is new, on one device. Gives back when to look again; null: when there is something new. */
async function tell(house: House, person: StoredPerson, devices: readonly StoredDevice[]): Promise<Date | null> {
  const { database, clock } = house;
  const now = clock.now();
  const news = await newsFor(database.reader, person, devices, now);
  const until = news.at(-1)?.told;
  if (until === undefined) return null;
  const loud = news.filter((item) => mayAppear(person, item, now));
  // What happens in quiet hours is for the bell; nobody is to find a heap of it in the morning.
  if (loud.length === 0) {
    await database.transaction((tx) => markTold(tx, person.id, until));
    return null;
  }
  const free = Math.max(...devices.map(({ pushedAt }) => (pushedAt ? pushedAt.getTime() + BUNDLE_MS : 0)));
  if (free > now.getTime()) return new Date(free);
  return tellInTurn(house, person, turnsOf(devices, loud), { loud, until, now });
}

interface Telling {
  readonly loud: readonly Pushable[];
  /** The last telling of it. */
  readonly until: number;
  readonly now: Date;
}

/** The first device that takes it is enough. */
async function tellInTurn(
  house: House,
  person: StoredPerson,
  turns: readonly Turn<StoredDevice>[],
  { loud, until, now }: Telling,
): Promise<Date | null> {
  const rests: Date[] = [];
  for (const { device, last } of turns) {
    const untold = loud.filter(({ told }) => told > device.told);
    if (untold.length === 0) continue;
    const outcome = restOf(device, now) ?? (await push(house, person, device, untold));
    await house.database.transaction((tx) => keep(tx, device, outcome, { until, now, last }));
    if (outcome.kind === 'taken') return last ? null : new Date(now.getTime() + BUNDLE_MS);
    if (outcome.kind === 'rests') rests.push(outcome.until);
  }
  return rests.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

const restOf = ({ restsUntil }: StoredDevice, now: Date): PushOutcome | null =>
  restsUntil && restsUntil > now ? { kind: 'rests', until: restsUntil } : null;

async function push(
  house: House,
  person: StoredPerson,
  device: StoredDevice,
  news: readonly Pushable[],
): Promise<PushOutcome> {
  const settings = await readSetting(house.database.reader, 'house');
  const urgent = news.some(({ event }) => event === 'breached' || event === 'radar');
  const message = messageOf(settings?.name ?? 'Stammgast', person.locale, registerOf(settings), news);
  return pushMessage(house, device, message, urgent ? 'high' : 'normal');
}

async function keep(
  tx: Db,
  { id, personId }: StoredDevice,
  outcome: PushOutcome,
  { until, now, last }: Pick<Telling, 'until' | 'now'> & { readonly last: boolean },
): Promise<void> {
  if (outcome.kind === 'rests') return changeDevice(tx, id, { restsUntil: outcome.until });
  if (outcome.kind === 'gone') return void (await deleteDevice(tx, personId, id));
  await changeDevice(tx, id, { told: until, pushedAt: now, restsUntil: null });
  if (last) await markTold(tx, personId, until);
}

/** What none of the devices, or only one of them, has told yet. */
async function newsFor(db: Db, person: StoredPerson, devices: readonly StoredDevice[], now: Date): Promise<Pushable[]> {
  const own = (await membershipsOf(db, person.id)).map(({ channelId }) => channelId);
  const since = new Date(now.getTime() - KEEP_SECONDS * 1000);
  const told = Math.min(...devices.map((device) => device.told));
  return pushableOf(db, person.id, person.role === 'admin' ? 'all' : own, { told, since });
}

function mayAppear({ preferences: { notify } }: StoredPerson, { event, urgency }: Pushable, now: Date): boolean {
  if (!isQuiet(notify?.quiet, now)) return true;
  return notify?.onCall === true && event === 'radar' && (urgency ?? 0) >= WAKING_LEVEL;
}
