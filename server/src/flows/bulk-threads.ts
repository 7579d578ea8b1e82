// One action on many threads: a transaction for each channel, and an honest list of what was left as it is, and why.
import { type BulkAction, type BulkResult, mostThreadsAtOnce, type Skipped } from '@stammgast/shared/contract/work';
import { type Actor, mayEver } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { type QueueRecord, queuePage, rowsById } from '../threads/queue.queries.ts';
import { assign, claim } from './claim-threads.ts';
import type { House } from './house.ts';
import type { Outcome, Step } from './on-threads.ts';
import { read, unread } from './read-marks.ts';
import { reopen, resolve } from './resolve-threads.ts';
import { snooze, wake } from './snooze-threads.ts';
import { tag } from './tag-threads.ts';
import { understandSearch } from './understand-search.ts';

export interface Bulk {
  readonly threadIds?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly action: BulkAction;
}

export async function workOnThreads(house: House, actor: Actor, bulk: Bulk): Promise<BulkResult> {
  const personal = bulk.action.kind === 'read' || bulk.action.kind === 'unread';
  if (!personal && !mayEver(actor.role, 'thread.work')) throw problem('auth.forbidden', 403);
  const step = stepOf(house, actor, bulk.action);
  const { ids, more } = await meant(house, actor, bulk);
  const rows = await rowsById(house.database.reader, ids, actor);
  const parts: Part[] = [];
  const channels = Map.groupBy(rows, ({ thread }) => thread.channelId);
  for (const channelId of [...channels.keys()].sort()) {
    parts.push(await onChannel(house, actor, channelId, channels.get(channelId) ?? [], step));
  }
  return { ...summed(ids, parts), more };
}

function stepOf(house: House, actor: Actor, action: BulkAction): Step {
  switch (action.kind) {
    case 'claim':
      return claim(actor);
    case 'assign':
      return assign(actor, action);
    case 'resolve':
      return resolve(house, actor, action.reason);
    case 'reopen':
      return reopen(house, actor);
    case 'tag':
      return tag(house, actor, action);
    case 'snooze':
      return snooze(house, actor, action);
    case 'wake':
      return wake(actor);
    case 'read':
      return read(house, actor);
    case 'unread':
      return unread(actor);
  }
}

/** The threads that are named, or all that a search finds, up to the most that one request may change. */
async function meant(house: House, actor: Actor, { threadIds, q }: Bulk): Promise<{ ids: string[]; more: boolean }> {
  if ((threadIds === undefined) === (q === undefined)) throw problem('input.invalid', 400);
  if (q === undefined) return { ids: [...new Set(threadIds)], more: false };
  const wanted = await understandSearch(house, actor, q);
  // By relevance a list ends early; what is changed is everything that matches.
  const order = wanted.order === 'relevance' ? 'newest' : wanted.order;
  const found = await queuePage(house.database.reader, { ...wanted, order }, null, mostThreadsAtOnce + 1);
  const ids = found.map(({ thread }) => thread.id);
  return { ids: ids.slice(0, mostThreadsAtOnce), more: ids.length > mostThreadsAtOnce };
}

interface Part {
  readonly rows: readonly QueueRecord[];
  readonly outcome: Outcome;
}

function onChannel(
  house: House,
  actor: Actor,
  channelId: string,
  seen: readonly QueueRecord[],
  step: Step,
): Promise<Part> {
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, channelId);
    const ids = seen.map(({ thread }) => thread.id);
    const rows = await rowsById(tx, ids, actor);
    const outcome = await step(tx, rows);
    await record(tx, house.clock.now(), outcome.facts);
    return { rows, outcome };
  });
}

function summed(ids: readonly string[], parts: readonly Part[]): Omit<BulkResult, 'more'> {
  const names = new Map(parts.flatMap(({ rows }) => rows.map((row) => [row.thread.id, row.author.name])));
  const refused = parts.flatMap(({ outcome }) => outcome.refused);
  // Foreign, merged into another, or never there: it is all the same to whoever asks.
  const absent = ids.filter((id) => !names.has(id)).map((threadId) => ({ threadId, code: 'not_found' as const }));
  const skipped = [...refused, ...absent].map((one): Skipped => {
    const who = 'context' in one ? one.context?.personName : undefined;
    return { threadId: one.threadId, name: names.get(one.threadId) ?? '', code: one.code, ...(who ? { who } : {}) };
  });
  const undo = Map.groupBy(
    parts.flatMap(({ outcome }) => outcome.undo),
    ({ action }) => JSON.stringify(action),
  );
  return {
    done: parts.flatMap(({ outcome }) => outcome.done),
    skipped,
    undo: [...undo.values()].flatMap((same) =>
      same[0] ? [{ threadIds: same.flatMap((one) => one.threadIds), action: same[0].action }] : [],
    ),
  };
}
