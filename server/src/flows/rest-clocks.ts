// Somebody took back what they had said, or it was hidden: when nobody waits any more the promised answer is not owed.
import { restClocks, wakeClocks } from '../sla/clocks.ts';
import type { Db } from '../storage/database.ts';
import { publicAnswers } from '../threads/part.queries.ts';
import type { CommentFacts } from '../threads/summary.ts';
import { unanswered } from '../threads/waiting.ts';

export interface Quiet {
  readonly threadId: string;
  readonly criticId: string;
  readonly said: readonly CommentFacts[];
}

/** For open threads in which stored comments changed. What comes back goes on where it stopped. Call refreshDue. */
export async function restOrWake(tx: Db, threads: readonly Quiet[], now: Date): Promise<void> {
  if (threads.length === 0) return;
  const answers = Map.groupBy(
    await publicAnswers(
      tx,
      threads.map((thread) => thread.threadId),
    ),
    (answer) => answer.threadId,
  );
  const isQuiet = ({ threadId, criticId, said }: Quiet) => {
    const answeredAt = (answers.get(threadId) ?? []).flatMap((answer) => answer.publishedAt ?? []);
    return unanswered(said, criticId, answeredAt).length === 0;
  };
  const [quiet, others] = [threads.filter(isQuiet), threads.filter((thread) => !isQuiet(thread))];
  await restClocks(
    tx,
    quiet.map((thread) => thread.threadId),
    now,
  );
  for (const { threadId } of others) await wakeClocks(tx, threadId, now);
}
