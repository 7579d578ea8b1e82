// Two people answer the same comment within 50 ms, on PostgreSQL through two processes: exactly one answer goes out.
import { setTimeout as sleep } from 'node:timers/promises';
import { honest } from '../pretend/faults.ts';
import { createRandom } from '../pretend/random.ts';
import { inviteColleague } from './desk.ts';
import { startPerson } from './person.ts';
import { answerTo, openScene, until } from './scene.ts';
import { judge, type Verdict } from './verdict.ts';

const WITHIN_MS = 50;

export interface Race extends Verdict {
  /** Races in which one was accepted and the other was told which answer is in the way. */
  readonly decided: number;
}

export async function raceAndJudge(seed: number, races: number, databaseUrl: string | null): Promise<Race> {
  const scene = await openScene({ seed, faults: honest, speed: 5, critics: races, undoSeconds: 1, databaseUrl });
  const random = createRandom(seed);
  const person = startPerson(scene.desk);
  try {
    const [first] = scene.nodes;
    if (!first) throw new Error('no process runs');
    const { url } = databaseUrl ? await scene.start() : first;
    const anna = scene.desk;
    const jonas = await inviteColleague(anna, 'Jonas', () => url);
    let decided = 0;
    for (const critic of scene.critics) {
      const [ahead, behind] = random() < 0.5 ? [anna, jonas] : [jonas, anna];
      const [one, other] = await Promise.all([
        ahead.answer(critic, answerTo(critic.number), `first-key-${critic.number}`),
        sleep(random() * WITHIN_MS).then(() => behind.answer(critic, 'Wir melden uns.', `second-key-${critic.number}`)),
      ]);
      const [won, lost] = one.status === 200 ? [one, other] : [other, one];
      const inTheWay = lost.status === 409 && lost.body.context?.replyId === won.body.id;
      if (won.status === 200 && inTheWay) decided += 1;
    }
    await until('all answers to be public', async () => ((await person.open()) === 0 ? true : null));
    await person.stop();
    for (const node of [...scene.nodes]) await scene.kill(node);
    return { ...(await judge(scene)), decided };
  } finally {
    await person.stop();
    await scene.close();
  }
}
