// The radar runs beside everything else: it follows what comes in, and looks up every few minutes when nothing does.
import { reasonOf } from '../config/log.ts';
import { followDurably } from '../events/follow.ts';
import { hearVoices, isHeard } from './hear-voices.ts';
import type { House } from './house.ts';
import { judgeRadar } from './judge-radar.ts';

const LOOK_MS = 5 * 60_000;
/** After a long absence old facts come in by the hundred and tell nothing of now: one look when they are through. */
const CAUGHT_UP_MS = 1000;

/** In a storm much comes within a moment: one judgement for all of it. */
const GATHER_MS = 250;

/** Each fact is counted once and each rise told once, however many nodes watch. */
export async function watchRadar(house: House): Promise<{ stop(): Promise<void> }> {
  const { database, log } = house;
  let looking = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  const look = (): void => {
    looking = database
      .transaction((tx) => judgeRadar(house, tx))
      .catch((error: unknown) => log.error({ error: reasonOf(error) }, 'the radar could not look'));
  };
  const stopFollowing = await followDurably(
    database,
    log,
    { name: 'radar', from: 'first', about: isHeard, gatherMs: GATHER_MS },
    async (tx, facts) => {
      if (!(await hearVoices(house, tx, facts))) return;
      clearTimeout(soon);
      soon = setTimeout(look, CAUGHT_UP_MS);
    },
  );
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await stopFollowing();
      clearTimeout(soon);
      await looking;
    },
  };
}
