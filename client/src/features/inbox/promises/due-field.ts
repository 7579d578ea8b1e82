import { serverNow } from '../../../live/server-clock.ts';

const DAY_MS = 24 * 3_600_000;

/** As a field for date and time wants it: in the time of the device, to the minute. */
export const fieldValue = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** The same time tomorrow. */
export const tomorrow = (): number => serverNow() + DAY_MS;
