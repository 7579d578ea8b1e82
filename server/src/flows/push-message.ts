// One message to one device, through its push service, encrypted so that only the device can read it.
import { ChannelError, type HttpResponse } from '../http/outgoing.ts';
import type { StoredDevice } from '../notifications/devices.queries.ts';
import type { PushMessage } from '../notifications/push-words.ts';
import {
  encryptFor,
  newPushKeys,
  type PushKeys,
  pushAuthorization,
  type Subscription,
} from '../notifications/web-push.ts';
import { addSetting, readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

const PRIVATE_KEY = 'push.privateKey';
const TIMEOUT_MS = 8000;
/** After an hour the bell tells it better. */
export const KEEP_SECONDS = 3600;
const LONGEST_REST_MS = 3_600_000;
const SHORTEST_REST_MS = 60_000;

export const placeOf = (deviceId: string): string => `push.device.${deviceId}`;

/** The keys by which push services know the house; made when they are first asked for. */
export async function pushKeys({ database, vault }: Pick<House, 'database' | 'vault'>): Promise<PushKeys> {
  const stored = await readSetting(database.reader, 'push.keys');
  if (stored) return { publicKey: stored.publicKey, privateKey: vault.open(stored.sealedPrivateKey, PRIVATE_KEY) };
  const { publicKey, privateKey } = newPushKeys();
  const made = { publicKey, sealedPrivateKey: vault.seal(privateKey, PRIVATE_KEY) };
  try {
    await database.transaction((tx) => addSetting(tx, 'push.keys', made));
  } catch (error) {
    // Another node was faster: its keys are the house's.
    if (!database.reader.dialect.isUniqueViolation(error)) throw error;
    return pushKeys({ database, vault });
  }
  return { publicKey, privateKey };
}

/** `gone`: the device will never take anything again. `rests`: not now; its push service says until when. */
export type PushOutcome = { readonly kind: 'taken' | 'gone' } | { readonly kind: 'rests'; readonly until: Date };

export async function pushMessage(
  house: House,
  device: Pick<StoredDevice, 'id' | 'sealed'>,
  message: PushMessage,
  urgency: 'normal' | 'high',
): Promise<PushOutcome> {
  const now = house.clock.now();
  const subscription = JSON.parse(house.vault.open(device.sealed, placeOf(device.id))) as Subscription;
  const contact = (await readSetting(house.database.reader, 'mail'))?.senderAddress;
  const headers = {
    authorization: pushAuthorization(
      await pushKeys(house),
      subscription.endpoint,
      now,
      contact ? `mailto:${contact}` : null,
    ),
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    ttl: String(KEEP_SECONDS),
    // What waits at the push service for a device that is off is replaced by what is newer.
    topic: 'bell',
    urgency,
  };
  const body = encryptFor(subscription, Buffer.from(JSON.stringify(message)));
  try {
    const http = house.http({ allowPrivate: false });
    return outcomeOf(await http(subscription.endpoint, { method: 'POST', headers, body, timeoutMs: TIMEOUT_MS }), now);
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    // A browser names a push service on the internet; anything else is none.
    return error.code === 'channel.blocked_address' ? { kind: 'gone' } : { kind: 'rests', until: later(now, 0) };
  }
}

function outcomeOf({ status, headers }: HttpResponse, now: Date): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  // Any other refusal may be of the house's own making, such as a wrong clock: nobody has to subscribe anew for that.
  return { kind: 'rests', until: later(now, Number(headers['retry-after'] ?? 0)) };
}

function later(now: Date, seconds: number): Date {
  const asked = Number.isFinite(seconds) ? seconds * 1000 : 0;
  return new Date(now.getTime() + Math.min(Math.max(asked, SHORTEST_REST_MS), LONGEST_REST_MS));
}
