// The radar runs beside everything else: it follows what comes in, and looks up every few minutes when nothing does.
import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from '../config/log.ts';
import { type Follower, followDurably } from '../events/follow-durably.ts';
import { hearVoices, isHeard } from './hear-voices.ts';
import type { House } from './house.ts';
import { judgeRadar } from './judge-radar.ts';

const LOOK_MS = 5 * 60_000;
/** In a storm much comes within a moment: one transaction counts all of it, and one judgement holds for it. */
const GATHER_MS = 250;
const REST_MS = 500;
const RETRY_MS = 2000;

/** A storm of many is found without one of them; nothing is found by a radar that stands still. */
export const voicesHeard: Follower = {
  ...{ name: 'radar', from: 'first', about: isHeard, gatherMs: GATHER_MS, maySkip: true },
};

/**
 * Each fact is counted once and each rise told once, however many nodes watch. Judged is after the counting is committed:
 * a judgement that fails takes nothing with it and is tried again.
 */
export async function watchRadar(house: House): Promise<{ stop(): Promise<void> }> {
  const stopped = new AbortController();
  let asked = false;
  let running: Promise<void> | null = null;

  async function judge(): Promise<void> {
    while (asked && !stopped.signal.aborted) {
      asked = false;
      const rest = await judgeRadar(house).then(
        () => REST_MS,
        (error: unknown) => {
          if (!stopped.signal.aborted) house.log.error({ error: reasonOf(error) }, 'the radar could not judge');
          asked = true;
          return RETRY_MS;
        },
      );
      await pause(rest, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
    running = null;
  }
  function look(): void {
    asked = true;
    running ??= judge();
  }

  const stopFollowing = await followDurably(house, { ...voicesHeard, afterCommit: look }, (tx, facts) =>
    hearVoices(house, tx, facts),
  );
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    async stop() {
      stopped.abort();
      clearInterval(timer);
      await stopFollowing();
      await running;
    },
  };
}
