import { setTimeout as pause } from 'node:timers/promises';
import { type Log, reasonOf } from '../config/log.ts';
import type { Database } from '../storage/database.ts';

/** A safety net for a lost notification; on SQLite it never finds anything. */
const LOOK_ANYWAY_MS = 2000;

/** Is there more to do at once? A number: not before so many milliseconds have passed. */
export type Step = () => Promise<boolean | number>;

/** Calls `step` after every commit with facts, until it finds nothing more. Returns the way to stop. */
export function keepLooking(
  database: Database,
  log: Log,
  follower: string,
  step: Step,
  gatherMs = 0,
): () => Promise<void> {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;
  let resting: NodeJS.Timeout | undefined;

  async function catchUp(): Promise<void> {
    if (gatherMs > 0) await pause(gatherMs);
    do {
      asked = false;
      const next = await step();
      if (typeof next === 'number') rest(next);
      else if (next) asked = true;
    } while (asked && !stopped && !resting);
  }

  function rest(ms: number): void {
    if (stopped) return;
    resting = setTimeout(() => {
      resting = undefined;
      look();
    }, ms);
  }

  function look(): void {
    asked = true;
    if (running || stopped || resting) return;
    running = catchUp()
      .catch((error: unknown) => log.error({ follower, error: reasonOf(error) }, 'following facts failed'))
      .finally(() => {
        running = null;
        // A call may have come after the last look and before this line.
        if (asked) look();
      });
  }

  const unsubscribe = database.onFacts(look);
  const timer = setInterval(look, LOOK_ANYWAY_MS);
  look();
  return async () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(resting);
    unsubscribe();
    await running;
  };
}
