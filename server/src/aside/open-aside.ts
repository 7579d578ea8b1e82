import { Worker } from 'node:worker_threads';
import type { Log } from '../config/log.ts';
import type { StoragePlace } from '../storage/open.ts';
import type { Answered, Aside, Asked, CalculationTable } from './aside.ts';

interface Options<Table> {
  /** The file that the thread runs; it answers with `answerAside`. */
  readonly entry: URL;
  readonly place: StoragePlace;
  readonly log: Log;
  /** A calculation that takes longer is cut off, with the others that wait in the thread. */
  readonly mostMs?: number;
  /** What takes so long that nothing else may wait behind it: it has a thread to itself. */
  readonly apart?: readonly (keyof Table & string)[];
}

/**
 * Threads with a connection of their own each. One begins with the first question to it; after its end, the next begins
 * another, until all is closed.
 */
export function openAside<Table extends CalculationTable>(options: Options<Table>): Aside<Table> {
  const threads = new Map<'usual' | 'apart', Thread>();
  let closed = false;
  return {
    async run(name, input) {
      if (closed) throw new Error('nothing is computed any more');
      const which = options.apart?.includes(name) ? 'apart' : 'usual';
      const current =
        threads.get(which) ??
        begin(options, () => {
          if (threads.get(which) === current) threads.delete(which);
        });
      threads.set(which, current);
      return current.ask(name, input) as never;
    },
    async close() {
      closed = true;
      await Promise.all([...threads.values()].map((thread) => thread.end()));
    },
  };
}

interface Thread {
  ask(name: string, input: unknown): Promise<unknown>;
  end(): Promise<unknown>;
}

function begin({ entry, place, log, mostMs = 60_000 }: Options<never>, onEnd: () => void): Thread {
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
