// Two processes on PostgreSQL. The first stands still in the middle of its work for longer than its lease; the second
// takes over and looks; a person who is told "not found" sends again. Then the first goes on exactly where it was.
import { setTimeout as sleep } from 'node:timers/promises';
import { lying } from './crashes.ts';
import { startPerson } from './person.ts';
import type { Point } from './points.ts';
import { answerAll, openScene, type Scene, until } from './scene.ts';
import { judge, type Verdict } from './verdict.ts';

const SPEED = 15;
const ANSWERS_EACH = 4;
/** Longer than any lease, in trial time. */
const STANDS_STILL_MS = 75_000;

interface Theft {
  readonly at: Point;
  /** The first process goes on when the other has taken over, or only when everything is settled without it. */
  readonly goesOn: 'after the takeover' | 'at the end';
}

const places: readonly Point[] = [
  'before-claim',
  'claimed',
  'before-request',
  'request-sent',
  'answer-received',
  'before-look',
  'look-answered',
];
export const thefts: readonly Theft[] = places.flatMap((at): Theft[] => [
  { at, goesOn: 'after the takeover' },
  { at, goesOn: 'at the end' },
]);

interface TheftOptions {
  readonly seed: number;
  readonly thefts: readonly Theft[];
  readonly databaseUrl: string;
  progress(line: string): void;
}

/** Every theft is one of a worker that stands at another point. */
export async function stealAndJudge({ seed, thefts, databaseUrl, progress }: TheftOptions): Promise<Verdict> {
  const critics = thefts.length * ANSWERS_EACH;
  const scene = await openScene({ seed, faults: lying, speed: SPEED, critics, undoSeconds: 1, databaseUrl });
  const person = startPerson(scene.desk);
  const settled = () => until('all answers to be public', async () => ((await person.open()) === 0 ? true : null));
  try {
    for (const [i, theft] of thefts.entries()) {
      await steal(scene, theft, i * ANSWERS_EACH, settled);
      progress(`lease stolen from a worker ${theft.at}, which went on ${theft.goesOn}`);
    }
    await person.stop();
    for (const node of [...scene.nodes]) await scene.kill(node);
    return await judge(scene);
  } finally {
    await person.stop();
    await scene.close();
  }
}

async function steal(scene: Scene, { at, goesOn }: Theft, from: number, settled: () => Promise<true>): Promise<void> {
  const [first] = scene.nodes;
  if (!first) throw new Error('no process runs');
  const caught = first.catchAt(at);
  await answerAll(scene, from, from + ANSWERS_EACH);
  // A point that nobody passes: then it stands still wherever it is.
  await Promise.race([caught, sleep(10_000)]);
  first.freeze();
  const stoppedAt = scene.time.now();
  // From now on people are served by the other one.
  scene.nodes.shift();
  const second = await scene.start();
  const ranOut = async () => (scene.time.now() - stoppedAt > STANDS_STILL_MS ? true : null);
  await (goesOn === 'after the takeover' ? until('the lease to run out', ranOut) : settled());
  first.thaw();
  first.goOn();
  await settled();
  scene.nodes.unshift(first);
  await scene.kill(second);
}
