import type { PlaceWeather } from './assess.ts';
import type { Level } from './level.ts';
import type { Trend } from './trend.ts';

/** What is kept and shown of a place: its level, and the last day against what is usual. */
export interface PlaceState {
  readonly level: Level;
  /** Fewer than two weeks have been seen: a fixed rule holds. */
  readonly learning: boolean;
  /** Critical comments of the last day; `expected` is null while learning. */
  readonly count: number;
  readonly expected: number | null;
  readonly trend: Trend | null;
}

export function stateOf({ level, baseline, readings, trend }: PlaceWeather): PlaceState {
  const day = readings.find(({ window }) => window === 24);
  return { level, learning: baseline === null, count: day?.count ?? 0, expected: day?.expected ?? null, trend };
}
