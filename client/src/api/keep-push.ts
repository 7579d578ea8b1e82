import { listDevices } from '@stammgast/shared/contract/devices';
import { call } from './call.ts';
import { canPush, pushFor, pushHere } from './push.ts';

/** After a new sign-in of the same person, whose session had run out: on again, without a question. */
export async function keepPush(personId: string): Promise<void> {
  if (localStorage.getItem(pushFor) !== personId || !canPush() || Notification.permission !== 'granted') return;
  const { devices, publicKey } = await call(listDevices);
  if (!devices.some((device) => device.here)) await pushHere(publicKey, personId);
}
