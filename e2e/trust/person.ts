import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from './desk.ts';

/** Looks at the queue again and again, and sends again what the house could not find on the platform. */
export function startPerson(desk: Desk) {
  let stopped = false;
  const round = async () => {
    const rows = await desk.rows();
    for (const row of rows) if (row.replyState === 'failed') await desk.sendAgain(row.id);
  };
  const working = (async () => {
    while (!stopped) {
      // The house may be down just now.
      await round().catch(() => undefined);
      await sleep(200);
    }
  })();
  return {
    /** Answers that are not public yet, as the queue shows it. */
    open: async () => (await desk.rows()).filter((row) => row.replyState !== null).length,
    async stop() {
      stopped = true;
      await working;
    },
  };
}
