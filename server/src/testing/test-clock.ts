import type { Clock } from '../config/clock.ts';

export interface TestClock extends Clock {
  set(at: string | Date): void;
  forward(ms: number): void;
}

/** A clock that stands still until it is told. Starts on a Thursday, 5 March 2026, 14:00 in Berlin. */
export function createTestClock(start = '2026-03-05T13:00:00.000Z'): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next).getTime();
    },
    forward: (ms) => {
      at += ms;
    },
  };
}
