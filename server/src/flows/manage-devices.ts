// A person switches desktop notifications on and off in the browsers that they use.
import type { Device } from '@stammgast/shared/contract/devices';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { hashSecret } from '../config/secret-hash.ts';
import { newestSeq } from '../events/events.queries.ts';
import { notFound, problem } from '../http/problem.ts';
import { deleteDevice, devicesOf, putDevice, type StoredDevice } from '../notifications/devices.queries.ts';
import { testText } from '../notifications/push-words.ts';
import { isSubscription, type Subscription } from '../notifications/web-push.ts';
import { personById } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { placeOf, pushKeys, pushMessage } from './push-message.ts';

const MOST_DEVICES = 10;

export async function listDevices(house: House, actor: Actor, sessionId: string) {
  const { publicKey } = await pushKeys(house);
  const devices = await devicesOf(house.database.reader, actor.personId);
  return { devices: devices.map((device) => present(device, sessionId)), publicKey };
}

/** It lives as long as the session in which somebody has asked for it. */
export async function addDevice(
  house: House,
  actor: Actor,
  sessionId: string,
  { label, ...subscription }: Subscription & { readonly label: string },
): Promise<Device> {
  if (!isSubscription(subscription)) throw problem('push.not_a_subscription', 422);
  const id = house.newId();
  const now = house.clock.now();
  const device: StoredDevice = {
    ...{ id, sessionId, label, createdAt: now, personId: actor.personId },
    endpointHash: hashSecret(subscription.endpoint),
    sealed: house.vault.seal(JSON.stringify(subscription), placeOf(id)),
    // What is told from now on is news for it.
    ...{ told: await newestSeq(house.database.reader), pushedAt: null, restsUntil: null },
  };
  await house.database.transaction((tx) => putDevice(tx, device, MOST_DEVICES));
  return present(device, sessionId);
}

export async function removeDevice({ database }: House, actor: Actor, id: string): Promise<void> {
  if (!(await database.transaction((tx) => deleteDevice(tx, actor.personId, id)))) throw notFound();
}

export async function testDevice(house: House, actor: Actor, id: string): Promise<void> {
  const db = house.database.reader;
  const device = (await devicesOf(db, actor.personId)).find((one) => one.id === id);
  const person = await personById(db, actor.personId);
  if (!device || !person) throw notFound();
  const message = { title: 'Stammgast', body: testText(person.locale), path: '/notifications' };
  const { kind } = await pushMessage(house, device, message, 'normal');
  if (kind === 'taken') return;
  if (kind === 'rests') throw problem('push.unreachable', 422);
  await house.database.transaction((tx) => deleteDevice(tx, actor.personId, id));
  throw problem('push.gone', 422);
}

const present = ({ id, label, createdAt, sessionId }: StoredDevice, here: string): Device => ({
  ...{ id, label, createdAt: createdAt.toISOString(), here: sessionId === here },
});
