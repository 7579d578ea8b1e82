// How strong the wind blows, 0 to 6, after the public scale for storms of criticism; thresholds are our own.
import type { Reading } from './alarm.ts';
import { HOUR_MS } from './hours.ts';

export const levels = [0, 1, 2, 3, 4, 5, 6] as const;
export type Level = (typeof levels)[number];
/** From here on it is an incident. */
export const ALARM_LEVEL = 3;
/** From here on people are told also at night. */
export const LOUD_LEVEL = 4;

/** What the level is read from. */
export interface Signs {
  readonly readings: readonly Reading[];
  readonly alarm: boolean;
  /** Channels with clearly more criticism than usual. */
  readonly channels: number;
  /** Critical comments that name the press or link elsewhere. */
  readonly press: number;
  /** Critics and all authors of the last day. */
  readonly critics: number;
  readonly authors: number;
  /** Share of the critical comments with words of high arousal; null: none. */
  readonly aroused: number | null;
  /** Since when it has been level 5 or more; null: it is not, or not yet. */
  readonly strongSince: number | null;
  readonly now: number;
}

/** From here on it may become a hurricane. */
export const STRONG_LEVEL = 5;

const STRONG_RATIO = 10;
/** A majority of three is no sign. */
const STRONG_CRITICS = 10;
const HURRICANE_MS = 3 * HOUR_MS;
const HURRICANE_AROUSED = 0.6;

export function levelOf(signs: Signs): Level {
  const { readings, alarm, critics, authors, channels, press } = signs;
  if (!alarm) return calmLevel(readings);
  const majority = critics >= STRONG_CRITICS && critics * 2 > authors;
  if (majority || readings.some((reading) => ratioOf(reading) >= STRONG_RATIO)) return isHurricane(signs) ? 6 : 5;
  return channels >= 2 || press > 0 ? 4 : 3;
}

function calmLevel(readings: readonly Reading[]): Level {
  if (readings.some((reading) => reading.count >= 3 && ratioOf(reading) >= 2)) return 2;
  return readings.some((reading) => reading.count >= 2 && ratioOf(reading) >= 1.5) ? 1 : 0;
}

function isHurricane({ strongSince, now, press, aroused }: Signs): boolean {
  const lasting = strongSince !== null && now - strongSince >= HURRICANE_MS;
  return lasting && (press > 0 || (aroused ?? 0) > HURRICANE_AROUSED);
}

/** So many times what is usual. Where hardly any is usual, against one: five comments are no storm of level 5. */
export function ratioOf({ count, expected }: Reading): number {
  return expected === null ? 0 : count / Math.max(1, expected);
}
