// Answers on their way through a lying platform, while the processes that send them are killed again and again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../pretend/faults.ts';
import type { TrialNode } from './node.ts';
import { type Death, planDeaths } from './plan.ts';
import type { Point } from './points.ts';
import { answerTo, openScene, type Scene, until } from './scene.ts';
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
const SPEED = 15;
/** A point that nobody passes in this time, in real milliseconds: the process dies where it is. */
const LONGEST_WAIT_MS = 4000;

export interface CrashOptions {
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
  const person = startPerson(scene);
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
    for (const due = Math.ceil(((n + 3) * answers) / kills); answered < Math.min(due, answers); answered += 1) {
      await answer(scene, answered);
    }
    const node = scene.nodes[n % scene.nodes.length];
    if (!node) throw new Error('no process runs');
    const death = plan.shift() ?? again.shift() ?? { afterMs: 300 };
    const met = await meet(node, death);
    if (!met && 'at' in death) again.push(death);
    await scene.kill(node);
    const where = met && 'at' in death ? death.at : 'at random';
    counts.set(where, (counts.get(where) ?? 0) + 1);
    await scene.start();
    if ((n + 1) % 10 === 0) progress(`${n + 1} of ${kills} kills, ${answered} of ${answers} answers written`);
  }
  return counts;
}

async function answer({ desk, critics }: Scene, index: number): Promise<void> {
  const critic = critics[index];
  if (!critic) return;
  // As a browser does it: the same key again until the house has said yes.
  await until('an answer to be accepted', async () => {
    const { status } = await desk.answer(critic, answerTo(critic.number), `key-of-editor-${critic.number}`);
    return status === 200 ? true : null;
  });
}

/** True when the process waits at the wanted point. */
async function meet(node: TrialNode, death: Death): Promise<boolean> {
  if ('afterMs' in death) {
    await sleep(death.afterMs);
    return false;
  }
  const caught = node.catchAt(death.at, death.passing).then(() => true);
  return Promise.race([caught, sleep(LONGEST_WAIT_MS, false)]);
}

/** Looks at the queue again and again, and sends again what the house could not find on the platform. */
function startPerson({ desk }: Scene) {
  let stopped = false;
  const round = async () => {
    const rows = await desk.rows();
    for (const row of rows) if (row.replyState === 'failed') await desk.sendAgain(row.id);
  };
  const working = (async () => {
    while (!stopped) {
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
