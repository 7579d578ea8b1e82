// Runs one step on a thread, or on many of a channel: what is decided row by row is written and recorded at once.
import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { BulkAction } from '@stammgast/shared/contract/work';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { NewFact } from '../events/fact.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { presentRow } from '../threads/present.ts';
import { type QueueRecord, rowsById } from '../threads/queue.queries.ts';
import type { House } from './house.ts';

/** A thread that a step leaves as it is, and why. */
export interface Refusal {
  readonly threadId: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly context?: Record<string, string>;
}

export interface Outcome {
  readonly done: readonly string[];
  readonly refused: readonly Refusal[];
  readonly facts: readonly NewFact[];
  /** What takes it back. */
  readonly undo: readonly { readonly threadIds: string[]; readonly action: BulkAction }[];
}

/** Changes the rows it is given, which belong to one locked channel; refuses some of them instead of throwing. */
export type Step = (tx: Db, rows: readonly QueueRecord[]) => Promise<Outcome>;

/** Runs a step on a thread that the actor may see, and gives back the row as it is afterwards. */
export async function onThread(house: House, actor: Actor, threadId: string, step: Step): Promise<ThreadRow> {
  return house.database.transaction(async (tx) => {
    const [seen] = await rowsById(tx, [threadId], actor);
    if (!seen) throw notFound();
    await tx.dialect.lock(tx, seen.thread.channelId);
    const rows = await rowsById(tx, [threadId], actor);
    if (rows.length === 0) throw notFound();
    const { refused, facts } = await step(tx, rows);
    const [refusal] = refused;
    if (refusal) throw problem(refusal.code, refusal.status, refusal.context);
    await record(tx, house.clock.now(), facts);
    const [after] = await rowsById(tx, [threadId], actor);
    if (!after) throw notFound();
    return presentRow(after);
  });
}

/** Ways back, one for all threads that need the same. */
export function undoBy(
  rows: readonly QueueRecord[],
  actionOf: (thread: QueueRecord['thread']) => BulkAction | null,
): Outcome['undo'] {
  const groups = Map.groupBy(
    rows.flatMap(({ thread }) => {
      const action = actionOf(thread);
      return action ? [{ id: thread.id, action }] : [];
    }),
    ({ action }) => JSON.stringify(action),
  );
  return [...groups.values()].flatMap((same) =>
    same[0] ? [{ threadIds: same.map(({ id }) => id), action: same[0].action }] : [],
  );
}

export const about = (actor: Actor, { thread }: QueueRecord) => ({
  channelId: thread.channelId,
  threadId: thread.id,
  personId: actor.personId,
});
