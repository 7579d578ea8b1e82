import { type Pace, timeBy } from './points.ts';

/** Time of a trial: runs fast while the house is up, and stands still while all of it is down. */
export interface TrialTime {
  now(): number;
  pace(): Pace;
  /** While the house is down no time passes: promises are about a house that runs. */
  pause(): void;
  resume(): Pace;
}

export function startTime(at: Date, speed: number): TrialTime {
  let pace: Pace = { at: at.getTime(), real: Date.now(), speed: 0 };
  const go = (next: number) => {
    pace = { at: timeBy(pace), real: Date.now(), speed: next };
    return pace;
  };
  return {
    now: () => timeBy(pace),
    pace: () => pace,
    pause: () => void go(0),
    resume: () => (pace.speed === 0 ? go(speed) : pace),
  };
}
