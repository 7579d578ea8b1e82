import { type WallPeriod, wallPeriods } from '@stammgast/shared/contract/wall';

/** What the hours of the week show: how much came, or how long the first answer took. */
export const heatViews = ['inflow', 'answers'] as const;
export type HeatView = (typeof heatViews)[number];

/** What stands in the address of the wall. */
export interface WallSearch {
  /** Left out: today. */
  period?: WallPeriod;
  /** Left out: all teams, and channels of none. */
  team?: string;
  /** Left out: all channels. */
  channel?: string;
  /** Left out: inflow. */
  heat?: HeatView;
  /** `1`: for a screen on the wall. */
  tv?: '1';
}

export function readWallSearch({ period, team, channel, heat, tv }: Record<string, unknown>): WallSearch {
  const known = wallPeriods.find((one) => one === period && one !== 'today');
  return {
    ...(known && { period: known }),
    ...(typeof team === 'string' && team !== '' && { team }),
    ...(typeof channel === 'string' && channel !== '' && { channel }),
    ...(heat === 'answers' && { heat }),
    ...(tv === '1' && { tv }),
  };
}
