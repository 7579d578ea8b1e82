import type { Standing } from './standing.ts';
import type { CommentFacts, summarise } from './summary.ts';
import type { ThreadRecord } from './threads.queries.ts';

type Summary = ReturnType<typeof summarise>;

/** Columns of a thread that follow from its comments. */
export function summaryColumns(summary: Summary) {
  const { answerable, spam, ...columns } = summary;
  return columns;
}

export function nextRecord(record: ThreadRecord, summary: Summary, standing: Standing, now: Date): ThreadRecord {
  const resolved = standing.status === 'resolved';
  const turned = standing.status !== record.status;
  return {
    ...record,
    ...summaryColumns(summary),
    ...standing,
    resolvedAt: turned ? (resolved ? now : null) : record.resolvedAt,
    resolvedBy: turned ? null : record.resolvedBy,
  };
}

/** Spoken by somebody outside, and to be answered. */
export const isHeard = (comment: Pick<CommentFacts, 'own' | 'visibility' | 'removedAt'>): boolean =>
  !comment.own && comment.visibility !== 'spam' && comment.removedAt === null;
