import { type WallPeriod, wallPeriods } from '@stammgast/shared/contract/wall';

/** What stands in the address of the wall. */
export interface WallSearch {
  /** Left out: today. */
  period?: WallPeriod;
  /** Left out: all channels. */
  channel?: string;
  /** `1`: for a screen on the wall. */
  tv?: '1';
}

export function readWallSearch({ period, channel, tv }: Record<string, unknown>): WallSearch {
  const known = wallPeriods.find((one) => one === period && one !== 'today');
  return {
    ...(known && { period: known }),
    ...(typeof channel === 'string' && channel !== '' && { channel }),
    ...(tv === '1' && { tv }),
  };
}
