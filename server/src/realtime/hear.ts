import type { Heard } from '@stammgast/shared/contract/presence';
import type { Socket } from 'socket.io';
import type * as z from 'zod/mini';
import { type Log, reasonOf } from '../config/log.ts';
import { ProblemError } from '../http/problem.ts';

const EVENTS_PER_SECOND = 20;
/** No page of ours does this: it is a loop or an attack. */
const MOST_PER_SECOND = 200;

/** Listens to one event of a browser: paced, validated, answered, and whatever goes wrong stays in here. */
export function hear<Shape extends z.ZodMiniType>(
  socket: Socket,
  event: string,
  shape: Shape,
  handle: (value: z.output<Shape>) => Promise<void>,
  log: Log,
): void {
  const pace = createPace();
  socket.on(event, (given: unknown, answer: unknown) => {
    const reply = (heard: Heard) => {
      if (typeof answer === 'function') answer(heard);
    };
    const count = pace();
    if (count > MOST_PER_SECOND) return void socket.disconnect(true);
    if (count > EVENTS_PER_SECOND) return reply({ ok: false, code: 'rate.limited' });
    const parsed = shape.safeParse(given);
    if (!parsed.success) return reply({ ok: false, code: 'input.invalid' });
    handle(parsed.data).then(
      () => reply({ ok: true }),
      (error: unknown) => {
        if (error instanceof ProblemError) return reply({ ok: false, code: error.code });
        log.error({ event, error: reasonOf(error) }, 'an event of a browser failed');
        reply({ ok: false, code: 'server.failed' });
      },
    );
  });
}

/** Counts calls within the second. */
function createPace(): () => number {
  let second = 0;
  let count = 0;
  return () => {
    const now = Math.floor(performance.now() / 1000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count;
  };
}
