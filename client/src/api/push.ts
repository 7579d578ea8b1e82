import { addDevice, type Device } from '@stammgast/shared/contract/devices';
import { call } from './call.ts';

const WORKER = '/push-worker.js';
/** Who has asked for it in this browser; signing out forgets it. */
export const pushFor = 'stammgast.push';

/** Needs https, except on the own machine; some browsers have none of it. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The person has refused, here and until they change it in the browser. */
export class PushDenied extends Error {}
/** The browser could not reach the push service of its maker. */
export class NoPushService extends Error {}

/** Asks for permission, which is only done on a click, and has this browser told from now on. */
export async function pushHere(publicKey: string, personId: string): Promise<Device> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushDenied();
  const subscription = await subscribe(publicKey).catch(() => {
    throw new NoPushService();
  });
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const device = await call(addDevice, {
    body: { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '', label: browserName(navigator.userAgent) },
  });
  localStorage.setItem(pushFor, personId);
  return device;
}

export async function stopPushHere(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  localStorage.removeItem(pushFor);
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(trusted(WORKER), { scope: '/', updateViaCache: 'none' });
  const { pushManager } = await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  return pushManager.subscribe(wanted).catch(async () => {
    // One that another house, or this house with other keys, has left behind.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wanted);
  });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The page's policy takes no address of a script as mere text. */
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('push-worker', {
    createScriptURL: (given) => {
      if (given !== WORKER) throw new TypeError('no other script');
      return given;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

/** As somebody would call it who looks for it in a list. */
export function browserName(agent: string): string {
  const browsers = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
  const systems = {
    Android: 'Android',
    iPhone: 'iPhone',
    iPad: 'iPad',
    Windows: 'Windows',
    Mac: 'Mac',
    Linux: 'Linux',
  };
  const find = (names: Record<string, string>) => Object.entries(names).find(([sign]) => agent.includes(sign))?.[1];
  return [find(browsers) ?? 'Browser', find(systems)].filter(Boolean).join(', ');
}
