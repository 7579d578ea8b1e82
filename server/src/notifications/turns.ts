import type { StoredDevice } from './devices.queries.ts';

type Device = Pick<StoredDevice, 'told' | 'pushedAt'>;
export interface Turn<D> {
  readonly device: D;
  /** After it everything counts as told, on all devices. */
  readonly last: boolean;
}

/**
 * On which device a person is told next, best first. What is new appears where they were last; what was told there and
 * not read is said once more on another device, together with what came since. `devices` are ordered by use, `news` is
 * unread.
 */
export function turnsOf<D extends Device>(
  devices: readonly D[],
  news: readonly { readonly told: number }[],
): Turn<D>[] {
  const latest = devices
    .filter(({ pushedAt }) => pushedAt !== null)
    .reduce<D | null>((last, one) => (last && time(last.pushedAt) >= time(one.pushedAt) ? last : one), null);
  const others = devices.filter((device) => device !== latest);
  const again =
    latest !== null && others.some((one) => news.some(({ told }) => told > one.told && told <= latest.told));
  if (again) return [...others, latest].map((device) => ({ device, last: true }));
  return devices.map((device) => ({ device, last: devices.length === 1 }));
}

const time = (at: Date | null): number => at?.getTime() ?? 0;
