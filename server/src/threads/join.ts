import type { ThreadStatus } from '@stammgast/shared/domain/thread-status';
import type { ThreadRecord } from './threads.queries.ts';

const lively: Record<ThreadStatus, number> = { open: 2, waiting: 1, resolved: 0 };

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((first, date) => (date && (!first || date < first) ? date : first), null);

/**
 * What the surviving thread takes over from those that became part of it: somebody in charge when it has nobody, all
 * tags, the liveliest status, the first promise. It sleeps only when all slept.
 */
export function joinedColumns(into: ThreadRecord, gone: readonly ThreadRecord[]) {
  const all = [into, ...gone];
  const heir = into.assigneeId ? undefined : gone.find((thread) => thread.assigneeId !== null);
  const liveliest = gone.reduce((best, thread) => (lively[thread.status] > lively[best.status] ? thread : best), into);
  const sleeper = all.every((thread) => thread.snoozedUntil)
    ? all.reduce((first, thread) => ((thread.snoozedUntil ?? 0) < (first.snoozedUntil ?? 0) ? thread : first))
    : null;
  return {
    assigneeId: heir?.assigneeId ?? into.assigneeId,
    claim: into.claim + (heir ? 1 : 0),
    status: liveliest.status,
    resolvedReason: liveliest.resolvedReason,
    resolvedBy: liveliest.resolvedBy,
    resolvedAt: liveliest.resolvedAt,
    tags: [...new Set(all.flatMap((thread) => thread.tags))].toSorted(),
    snoozedUntil: sleeper?.snoozedUntil ?? null,
    snoozedBy: sleeper?.snoozedBy ?? null,
    promiseDueAt: earliest(all.map((thread) => thread.promiseDueAt)),
    // Nobody has read both: whatever number a writer knows is an old one.
    said: Math.max(...all.map((thread) => thread.said)) + 1,
  };
}
