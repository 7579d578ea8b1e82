// What a person was told appears on their devices: together, at most once a minute, and not in their quiet hours.
import { isQuiet } from '@stammgast/shared/domain/notify/events';
import { finish, type Job, type NewJob, postpone, schedule } from '../jobs/jobs.queries.ts';
import type { Handler } from '../jobs/round.ts';
import { BUNDLE_MS } from '../notifications/bundles.ts';
import {
  changeDevice,
  deleteDevice,
  devicesOf,
  type Pushable,
  peopleWithDevices,
  pushableOf,
  type StoredDevice,
} from '../notifications/devices.queries.ts';
import { pushMessage as messageOf } from '../notifications/push-words.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import { membershipsOf, personById, type StoredPerson } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { KEEP_SECONDS, pushMessage } from './push-message.ts';

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
    const devices = person?.active ? await devicesOf(database.reader, person.id) : [];
    const again = person ? await Promise.all(devices.map((device) => tell(house, person, device))) : [];
    const next = again.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0];
    await database.transaction((tx) => end(tx, job, next, clock.now()));
  };
}

const end = (tx: Db, job: Job, next: Date | undefined, now: Date): Promise<void> =>
  next ? postpone(tx, job, next > now ? next : now, null) : finish(tx, job);

/** Tells one device what is new for it. Gives back when to look again; null: when there is something new. */
async function tell(house: House, person: StoredPerson, device: StoredDevice): Promise<Date | null> {
  const { database, clock } = house;
  const now = clock.now();
  const news = await newsFor(database.reader, person, device, now);
  if (news.length === 0) return null;
  const loud = news.filter((item) => mayAppear(person, item, now));
  const toldUntil = news.at(-1)?.at ?? now;
  // What happens in quiet hours is for the bell; nobody is to find a heap of it in the morning.
  if (loud.length === 0) return keep(house, device, { toldUntil });
  const wait = freeFrom(device);
  if (wait && wait > now) return wait;
  const name = (await readSetting(database.reader, 'house'))?.name ?? 'Stammgast';
  const urgent = loud.some(({ event }) => event === 'breached' || event === 'radar');
  const outcome = await pushMessage(house, device, messageOf(name, person.locale, loud), urgent ? 'high' : 'normal');
  if (outcome.kind === 'taken') return keep(house, device, { toldUntil, pushedAt: now, restsUntil: null });
  if (outcome.kind === 'rests') return keep(house, device, { restsUntil: outcome.until }, outcome.until);
  await database.transaction((tx) => deleteDevice(tx, person.id, device.id));
  return null;
}

async function newsFor(db: Db, person: StoredPerson, device: StoredDevice, now: Date): Promise<Pushable[]> {
  const own = (await membershipsOf(db, person.id)).map(({ channelId }) => channelId);
  const oldest = now.getTime() - KEEP_SECONDS * 1000;
  const after = new Date(Math.max(device.toldUntil.getTime(), oldest));
  return pushableOf(db, person.id, person.role === 'admin' ? 'all' : own, after);
}

function mayAppear({ preferences: { notify } }: StoredPerson, { event, urgency }: Pushable, now: Date): boolean {
  if (!isQuiet(notify?.quiet, now)) return true;
  return notify?.onCall === true && event === 'radar' && (urgency ?? 0) >= WAKING_LEVEL;
}

function freeFrom({ pushedAt, restsUntil }: StoredDevice): Date | null {
  const times = [pushedAt ? pushedAt.getTime() + BUNDLE_MS : 0, restsUntil?.getTime() ?? 0];
  return new Date(Math.max(...times));
}

async function keep(
  { database }: House,
  { id }: StoredDevice,
  change: Parameters<typeof changeDevice>[2],
  again: Date | null = null,
): Promise<Date | null> {
  await database.transaction((tx) => changeDevice(tx, id, change));
  return again;
}
