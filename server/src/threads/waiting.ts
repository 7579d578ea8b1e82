import { isHeard } from './rows.ts';
import type { CommentFacts } from './summary.ts';

/** What still waits for an answer: what asks for one and was said after our last public word. */
export function unanswered<C extends CommentFacts>(
  comments: readonly C[],
  criticId: string,
  answeredAt: readonly Date[],
): C[] {
  const ours = comments.filter((comment) => comment.own).map((comment) => comment.postedAt);
  const last = Math.max(0, ...[...ours, ...answeredAt].map((at) => at.getTime()));
  return comments.filter((comment) => isHeard(comment, criticId) && comment.postedAt.getTime() > last);
}
