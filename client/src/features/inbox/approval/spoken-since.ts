import type { Comment } from '@stammgast/shared/contract/threads';

/** What people outside said, changed or took back after an answer was submitted: it may no longer fit. */
export function spokenSince(comments: readonly Comment[], instant: string): Comment[] {
  return comments.filter(
    ({ author, receivedAt, editedAt, removedAt }) =>
      !author.own && [receivedAt, editedAt, removedAt].some((at) => at !== null && at > instant),
  );
}
