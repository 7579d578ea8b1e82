// Answers on their way through a lying platform, while the processes that send them are killed again and again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../pretend/faults.ts';
import type { TrialNode } from './node.ts';
import { startPerson } from './person.ts';
import { type Death, planDeaths } from './plan.ts';
import type { Point } from './points.ts';
import { answerAll, openScene, type Scene, until } from './scene.ts';
import { judge, type Verdict } from './verdict.ts';

export const lying: Faults = {
  createsThen500: 0.2,
  createsThenHangs: 0.15,
  hangs: 0.1,
  refuses: 0.1,
  listingFails: 0,
  disorder: 0.5,
  listedAfterMs: [0, 20_000],
  answersAfterMs: [20, 60],
};
/** Not faster, so that a request that is given up has had a second of real time. */
const SPEED = 10;
/** A point that nobody passes in this time, in real milliseconds: the process dies where it is. */
const LONGEST_WAIT_MS = 4000;

interface CrashOptions {
  readonly seed: number;
  readonly answers: number;
  readonly kills: number;
  /** One process on the embedded database, or two on PostgreSQL. */
  readonly databaseUrl: string | null;
  progress(line: string): void;
}
export interface CrashOutcome extends Verdict {
  readonly kills: ReadonlyMap<Point | 'at random', number>;
}

export async function crashAndJudge(options: CrashOptions): Promise<CrashOutcome> {
  const { seed, answers, databaseUrl, progress } = options;
  const scene = await openScene({ seed, faults: lying, speed: SPEED, critics: answers, undoSeconds: 2, databaseUrl });
  const person = startPerson(scene.desk);
  try {
    if (databaseUrl) await scene.start();
    const kills = await killAll(scene, options);
    progress('no more kills: waiting until everything is settled');
    await until('all answers to be settled', async () => ((await person.open()) === 0 ? true : null), 120_000);
    await person.stop();
    for (const node of [...scene.nodes]) await scene.kill(node);
    return { ...(await judge(scene)), kills };
  } finally {
    await person.stop();
    await scene.close();
  }
}

async function killAll(scene: Scene, { seed, answers, kills, progress }: CrashOptions) {
  const counts = new Map<Point | 'at random', number>();
  const plan = planDeaths(seed, kills);
  const again: Death[] = [];
  let answered = 0;
  for (let n = 0; n < kills; n += 1) {
    // Spread over the run, so that there is something to catch until the end.
    const due = Math.min(Math.ceil(((n + 3) * answers) / kills), answers);
    await answerAll(scene, answered, due);
    answered = due;
    const death = plan.shift() ?? again.shift() ?? { afterMs: 300 };
    const met = await meet(scene.nodes, death);
    if (!met && 'at' in death) again.push(death);
    const node = met ?? scene.nodes[n % scene.nodes.length];
    if (!node) throw new Error('no process runs');
    await scene.kill(node);
    for (const other of scene.nodes) other.release();
    const where = met && 'at' in death ? death.at : 'at random';
    counts.set(where, (counts.get(where) ?? 0) + 1);
    await scene.start();
    if ((n + 1) % 10 === 0) progress(`${n + 1} of ${kills} kills, ${answered} of ${answers} answers written`);
  }
  return counts;
}

/** The process that waits at the wanted point; null when nobody passes it. */
async function meet(nodes: readonly TrialNode[], death: Death): Promise<TrialNode | null> {
  if ('afterMs' in death) {
    await sleep(death.afterMs);
    return null;
  }
  const caught = nodes.map((node) => node.catchAt(death.at, death.passing).then(() => node));
  return Promise.race([...caught, sleep(LONGEST_WAIT_MS, null)]);
}
