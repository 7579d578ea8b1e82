import type { Standing } from './standing.ts';
import { type CommentFacts, isOutOfSight, type summarise } from './summary.ts';
import type { ThreadRecord } from './threads.queries.ts';

type Summary = ReturnType<typeof summarise>;

/** Columns of a thread that follow from its comments. */
export function summaryColumns(summary: Summary) {
  const { answerable, spam, hidden, ...columns } = summary;
  return columns;
}

export function nextRecord(
  record: ThreadRecord,
  summary: Summary,
  standing: Standing,
  { now, spoken }: { now: Date; spoken: boolean },
): ThreadRecord {
  const resolved = standing.status === 'resolved';
  const turned = standing.status !== record.status;
  return {
    ...record,
    // Whoever has put a thread off wants to know when somebody writes.
    ...(spoken || resolved ? { snoozedUntil: null, snoozedBy: null } : {}),
    ...summaryColumns(summary),
    ...standing,
    resolvedAt: turned ? (resolved ? now : null) : record.resolvedAt,
    resolvedBy: turned ? null : record.resolvedBy,
  };
}

/**
 * Asks for our answer: what the critic says, and what others say under it when they complain or ask themselves.
 * A regular who defends us keeps no clock running.
 */
export function isHeard(comment: CommentFacts, criticId: string): boolean {
  if (comment.own || isOutOfSight(comment) || comment.removedAt !== null) return false;
  if (comment.authorId === criticId) return true;
  return comment.needsAnswer || comment.sentiment === 'negative' || comment.sentiment === 'mixed';
}
