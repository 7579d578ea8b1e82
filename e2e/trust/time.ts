import { type Pace, timeBy } from './points.ts';

/** Time of a trial: runs fast while the house is up, and stands still while all of it is down. */
export interface TrialTime {
  now(): number;
  pace(): Pace;
  readonly speed: number;
  /** While the house is down no time passes: promises are about a house that runs. */
  pause(): void;
  resume(): void;
}

export function startTime(at: Date, speed: number): TrialTime {
  let pace: Pace = { at: at.getTime(), real: Date.now(), speed: 0 };
  const go = (next: number): void => {
    pace = { at: timeBy(pace), real: Date.now(), speed: next };
  };
  return {
    now: () => timeBy(pace),
    pace: () => pace,
    speed,
    pause: () => go(0),
    resume: () => {
      if (pace.speed === 0) go(speed);
    },
  };
}
