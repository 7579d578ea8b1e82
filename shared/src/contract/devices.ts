import * as z from 'zod/mini';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

/** A browser that shows desktop notifications for the person. */
export const Device = z.object({
  id: Id,
  label: z.string(),
  createdAt: Instant,
  /** It is the one that asks. */
  here: z.boolean(),
});
export type Device = z.infer<typeof Device>;

const params = z.object({ deviceId: Id });
const Base64Url = z.string().check(z.maxLength(200), z.regex(/^[\w-]+$/));

export const listDevices = endpoint('GET /api/me/devices', {
  action: 'self',
  summary: 'Browsers with desktop notifications, and the public key with which a browser subscribes.',
  result: z.object({ devices: z.array(Device), publicKey: z.string() }),
});
export const addDevice = endpoint('POST /api/me/devices', {
  action: 'self',
  summary: 'Show desktop notifications in this browser, until this session ends.',
  body: z.strictObject({
    endpoint: z.url({ protocol: /^https$/ }).check(z.maxLength(1000)),
    p256dh: Base64Url,
    auth: Base64Url,
    label: limited(80),
  }),
  result: Device,
});
export const removeDevice = endpoint('DELETE /api/me/devices/:deviceId', {
  action: 'self',
  summary: 'Show none there any more.',
  params,
  result: Done,
});
export const testDevice = endpoint('POST /api/me/devices/:deviceId/test', {
  action: 'self',
  summary: 'Push a message to the device now and say what its push service answered.',
  params,
  result: Done,
});
