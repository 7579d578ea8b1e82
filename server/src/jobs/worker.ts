import { reasonOf } from '../config/log.ts';
import { nextRun } from './jobs.queries.ts';
import { createRound, type Handler, type Limits, usualLimits, type WorkerDeps } from './round.ts';

const LONGEST_SLEEP_MS = 250;
const SHORTEST_SLEEP_MS = 10;

/**
 * Runs due jobs until it is stopped. Several workers and nodes share the table. `stop` waits for running jobs.
 * It looks when the next job is due and at least four times a second; being told of every fact would cost more.
 */
export function startWorker(
  deps: WorkerDeps,
  handlers: Readonly<Record<string, Handler>>,
  limits: Partial<Limits> = {},
): { stop: () => Promise<void> } {
  const round = createRound(deps, handlers, { ...usualLimits, ...limits }, wake);
  let stopped = false;
  let looking: Promise<void> | null = null;
  let asked = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    asked = false;
    await round.startDue(() => stopped);
    const next = await nextRun(deps.database.reader, Object.keys(handlers));
    const wait = next ? next.getTime() - deps.clock.now().getTime() : LONGEST_SLEEP_MS;
    sleep(asked ? SHORTEST_SLEEP_MS : wait);
  }

  function sleep(ms: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(begin, Math.min(Math.max(ms, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS));
  }

  function begin(): void {
    if (looking || stopped) return;
    looking = look()
      .catch((error: unknown) => {
        deps.log.error({ error: reasonOf(error) }, 'looking for due jobs failed');
        sleep(LONGEST_SLEEP_MS);
      })
      .finally(() => {
        looking = null;
      });
  }

  function wake(): void {
    if (asked) return;
    asked = true;
    if (!looking) sleep(SHORTEST_SLEEP_MS);
  }

  sleep(SHORTEST_SLEEP_MS);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await round.idle();
    },
  };
}

/** Runs everything that is due now, and what becomes due by that, and returns. For tests and start-up work. */
export async function runDue(deps: WorkerDeps, handlers: Readonly<Record<string, Handler>>): Promise<number> {
  const round = createRound(deps, handlers, usualLimits, () => undefined);
  let total = 0;
  for (;;) {
    const started = await round.startDue(() => false);
    await round.idle();
    if (started === 0) return total;
    total += started;
  }
}
