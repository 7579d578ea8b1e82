import { Worker } from 'node:worker_threads';
import type { Log } from '../config/log.ts';
import type { StoragePlace } from '../storage/open.ts';
import type { Answered, Aside, Asked, CalculationTable } from './aside.ts';

interface Options {
  /** The file that the thread runs; it answers with `answerAside`. */
  readonly entry: URL;
  readonly place: StoragePlace;
  readonly log: Log;
  /** A calculation that takes longer is cut off, with the others that wait in the thread. */
  readonly mostMs?: number;
}

/** A thread with a connection of its own. It begins with the first question; after an end, the next begins another. */
export function openAside<Table extends CalculationTable>(options: Options): Aside<Table> {
  let thread: Thread | null = null;
  return {
    run(name, input) {
      const current =
        thread ??
        begin(options, () => {
          if (thread === current) thread = null;
        });
      thread = current;
      return current.ask(name, input) as never;
    },
    async close() {
      await thread?.end();
    },
  };
}

interface Thread {
  ask(name: string, input: unknown): Promise<unknown>;
  end(): Promise<unknown>;
}

function begin({ entry, place, log, mostMs = 60_000 }: Options, onEnd: () => void): Thread {
  const { dataDir, databaseUrl } = place;
  const worker = new Worker(entry, { workerData: { dataDir, databaseUrl } satisfies StoragePlace });
  const waiting = new Map<number, PromiseWithResolvers<unknown> & { readonly limit: NodeJS.Timeout }>();
  let asked = 0;

  worker.on('message', (answer: Answered) => {
    const one = waiting.get(answer.id);
    if (!one) return;
    waiting.delete(answer.id);
    clearTimeout(one.limit);
    if ('error' in answer) one.reject(new Error(answer.error));
    else one.resolve(answer.value);
  });
  worker.on('error', (error) => log.error({ error: String(error) }, 'the thread beside the requests broke'));
  worker.on('exit', () => {
    onEnd();
    for (const { limit, reject } of waiting.values()) {
      clearTimeout(limit);
      reject(new Error('the thread beside the requests has ended'));
    }
  });

  return {
    ask(name, input) {
      const id = asked++;
      const cut = () => {
        log.error({ name }, 'a calculation took too long');
        void worker.terminate();
      };
      const one = { ...Promise.withResolvers<unknown>(), limit: setTimeout(cut, mostMs) };
      waiting.set(id, one);
      worker.postMessage({ id, name, input } satisfies Asked);
      return one.promise;
    },
    end: () => worker.terminate(),
  };
}
