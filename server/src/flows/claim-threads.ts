// Who answers: taking a thread, giving it back, handing it to a colleague. Each change counts the thread's claim number.
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import { namesOf } from '../team/people.queries.ts';
import { worksOn } from '../threads/detail.queries.ts';
import type { QueueRecord } from '../threads/queue.queries.ts';
import { assignThreads, claimThreads } from '../threads/steps.queries.ts';
import type { House } from './house.ts';
import { about, type Outcome, onThread, type Refusal, type Step, undoBy } from './on-threads.ts';

export function claimThread(
  house: House,
  actor: Actor,
  threadId: string,
  takeOverFrom: number | undefined,
): Promise<ThreadRow> {
  return onThread(house, actor, threadId, claim(actor, takeOverFrom));
}

/** Of two people within milliseconds one gets it; the other is told who. Whoever has it already keeps it. */
export function claim(actor: Actor, takeOverFrom?: number): Step {
  return async (tx, rows) => {
    const others = rows.filter(({ thread }) => thread.assigneeId !== actor.personId);
    const taken = await claimThreads(tx, idsOf(others), actor.personId, takeOverFrom);
    const mine = others.filter(({ thread }) => taken.has(thread.id));
    const lost = others.filter(({ thread }) => !taken.has(thread.id));
    return { ...changed(actor, rows, mine, actor.personId), refused: await takenBy(tx, lost) };
  };
}

export function releaseThread(house: House, actor: Actor, threadId: string): Promise<ThreadRow> {
  const leads = actor.role === 'lead' || actor.role === 'admin';
  return onThread(house, actor, threadId, async (tx, rows) => {
    const held = rows.filter(({ thread }) => thread.assigneeId !== null);
    const lost = held.filter(({ thread }) => thread.assigneeId !== actor.personId && !leads);
    if (lost.length > 0) return { ...nothing, refused: await takenBy(tx, lost) };
    await assignThreads(tx, idsOf(held), null);
    return changed(actor, rows, held, null);
  });
}

export interface Assignment {
  readonly assigneeId: string | null;
  readonly version?: number | undefined;
  /** Only where this person is in charge by then. */
  readonly from?: string | null | undefined;
}

export function assignThread(
  house: House,
  actor: Actor,
  threadId: string,
  { version, ...wanted }: Assignment,
): Promise<ThreadRow> {
  return onThread(house, actor, threadId, async (tx, rows) => {
    if (version !== undefined && rows.some(({ thread }) => thread.version !== version)) {
      throw problem('conflict.version', 409);
    }
    return assign(actor, wanted)(tx, rows);
  });
}

export function assign(actor: Actor, { assigneeId, from }: Assignment): Step {
  return async (tx, rows) => {
    const channelId = rows[0]?.thread.channelId ?? '';
    if (assigneeId !== null && !(await worksOn(tx, assigneeId, channelId))) {
      const refused = rows.map(({ thread }) => ({ threadId: thread.id, code: 'input.invalid', status: 422 }) as const);
      return { ...nothing, refused };
    }
    const meant = rows.filter(({ thread }) => from === undefined || thread.assigneeId === from);
    const others = meant.filter(({ thread }) => thread.assigneeId !== assigneeId);
    await assignThreads(tx, idsOf(others), assigneeId);
    const refused = await takenBy(
      tx,
      rows.filter((row) => !meant.includes(row)),
    );
    return { ...changed(actor, meant, others, assigneeId), refused };
  };
}

const nothing: Outcome = { done: [], refused: [], facts: [], undo: [] };
const idsOf = (rows: readonly QueueRecord[]) => rows.map(({ thread }) => thread.id);

/** `rows` were asked for, of these `moved` have somebody else in charge now. */
function changed(
  actor: Actor,
  rows: readonly QueueRecord[],
  moved: readonly QueueRecord[],
  to: string | null,
): Outcome {
  const refused: Refusal[] = [];
  const facts = moved.map((row) => {
    const from = row.thread.assigneeId;
    const kind = from !== null && to === actor.personId ? 'thread.taken-over' : 'thread.assigned';
    const change = changeOf({ assigneeId: from }, { assigneeId: to });
    return { kind, ...about(actor, row), payload: { from, to, claim: row.thread.claim + 1 }, change } as const;
  });
  const undo = undoBy(moved, (thread) => ({ kind: 'assign', assigneeId: thread.assigneeId, from: to }));
  const done = idsOf(rows.filter((row) => row.thread.assigneeId === to || moved.includes(row)));
  return { done, refused, facts, undo };
}

async function takenBy(tx: Db, rows: readonly QueueRecord[]): Promise<Refusal[]> {
  const names = await namesOf(
    tx,
    rows.flatMap(({ thread }) => thread.assigneeId ?? []),
  );
  return rows.map(({ thread }) => {
    const personId = thread.assigneeId ?? '';
    const context = { personId, personName: names.get(personId) ?? '', claim: String(thread.claim) };
    return { threadId: thread.id, code: 'thread.claimed', status: 409, context };
  });
}
