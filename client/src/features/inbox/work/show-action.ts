import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { BulkAction } from '@stammgast/shared/contract/work';
import type { QueryClient } from '@tanstack/react-query';
import { latestRow, putRow } from '../../../live/patch-cache.ts';
import { beginMark } from '../../../live/reads.ts';
import { beginStep, endStep } from '../../../live/unanswered.ts';
import { patchOf } from './bulk-patch.ts';

/** Shows at once what an action will make of these rows. The way to end that names those with which the server has done it. */
export function showAction(
  client: QueryClient,
  action: BulkAction,
  rows: readonly ThreadRow[],
  me: string,
): (done: readonly string[]) => void {
  const ends = rows.map((row) => ({ id: row.id, end: beginOn(client, action, latestRow(client, row), me) }));
  return (done) => {
    const taken = new Set(done);
    for (const { id, end } of ends) end(taken.has(id));
  };
}

function beginOn(client: QueryClient, action: BulkAction, row: ThreadRow, me: string): (taken: boolean) => void {
  if (action.kind === 'read') return beginMark(client, row.id, row.lastActivityAt);
  if (action.kind === 'unread') return beginMark(client, row.id, undefined);
  const step = patchOf(action, row, me);
  if (!step) return () => undefined;
  const before = beginStep(client, row, step);
  putRow(client, before, me);
  return (taken) => {
    // The answer names threads and not their rows: what was done stands until a newer row is told.
    const answer = taken ? { ...before, ...step } : undefined;
    putRow(client, endStep(client, before, step, answer), me);
  };
}
