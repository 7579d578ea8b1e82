import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../config/log.ts';
import { openReader, type StoragePlace } from '../storage/open.ts';
import { type Answered, type Asked, type CalculationTable, calculate } from './aside.ts';

/** The other side of `openAside`: what a thread does that computes by this table. */
export async function answerAside(table: CalculationTable): Promise<void> {
  const reader = await openReader(workerData as StoragePlace);
  parentPort?.on('message', async ({ id, name, input }: Asked) => {
    const answer = await Promise.resolve()
      .then(() => calculate(table, reader, name, input))
      .then(
        (value) => ({ id, value }),
        (error: unknown) => ({ id, error: reasonOf(error) }),
      );
    parentPort?.postMessage(answer satisfies Answered);
  });
}
