// Taken back while it is held means never public, also when the house dies in between.
import { honest } from '../pretend/faults.ts';
import { answerAll, openScene, until } from './scene.ts';

/** Slow enough to act within the hold, also on a machine that is busy. */
const SPEED = 4;
const UNDO_SECONDS = 30;

export interface Undone {
  /** Public copies of the answer that was taken back after the restart, and of the one before. */
  readonly afterRestart: number;
  readonly beforeRestart: number;
  /** Of the one that nobody took back: it shows that the trial would have seen the others. */
  readonly kept: number;
}

export async function undoAndCount(seed: number, databaseUrl: string | null): Promise<Undone> {
  const scene = await openScene({
    ...{ seed, faults: honest, speed: SPEED, critics: 3, undoSeconds: UNDO_SECONDS, databaseUrl },
  });
  try {
    const [afterRestart, beforeRestart, kept] = scene.critics;
    if (!afterRestart || !beforeRestart || !kept) throw new Error('three critics are needed');
    const undo = async (threadId: string) => {
      const [reply] = (await scene.desk.thread(threadId)).replies;
      const { status } = await scene.desk.undo(reply?.id ?? '');
      if (status !== 200) throw new Error(`the answer could not be taken back: ${status}`);
    };
    await answerAll(scene, 0, 3);
    await undo(beforeRestart.threadId);
    for (const node of [...scene.nodes]) await scene.kill(node);
    await scene.start();
    await undo(afterRestart.threadId);
    const heldUntil = scene.time.now() + UNDO_SECONDS * 2000;
    await until('the hold to end twice', async () => (scene.time.now() > heldUntil ? true : null));
    const copies = (externalId: string) =>
      scene.platform.publicAnswers().filter((post) => post.parent === externalId).length;
    return {
      afterRestart: copies(afterRestart.externalId),
      beforeRestart: copies(beforeRestart.externalId),
      kept: copies(kept.externalId),
    };
  } finally {
    await scene.close();
  }
}
