import type { Clock } from '../config/clock.ts';
import type { NewId } from '../config/ids.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** A whole number from `from` to `to`, both included. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

/** Many short times and a few long ones, as people really answer; the median is `median`. */
export function spread(random: Random, median: number, width: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(width * normal);
}

/** Ids like those of the house (UUID version 7), sorted by the clock and by age, but the same at every run. */
export function createSeededIds(random: Random, clock: Clock): NewId {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const digits = (n: number) => hex(Math.floor(random() * 16 ** n), n);
  let made = 0;
  return () => {
    const time = hex(clock.now().getTime(), 12);
    made = (made + 1) % 2 ** 22;
    const order = [hex(0x7000 + (made >>> 10), 4), hex(0x8000 + (made & 0x3ff), 4)].join('-');
    return `${time.slice(0, 8)}-${time.slice(8)}-${order}-${digits(6)}${digits(6)}`;
  };
}
