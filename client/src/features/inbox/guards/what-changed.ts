import type { Comment } from '@stammgast/shared/contract/threads';

export interface Change {
  readonly comment: Comment;
  readonly kind: 'new' | 'edited' | 'removed';
  /** The text as it was read; null where that is not known. */
  readonly before: string | null;
}

/** When something last happened to a comment; instants are ISO in UTC, so their text sorts like their time. */
const happenedAt = ({ receivedAt, editedAt, removedAt }: Comment): string =>
  [receivedAt, editedAt ?? '', removedAt ?? ''].toSorted().at(-1) ?? receivedAt;

/**
 * What people outside said, edited or took back since the writer has read: the thread counts how much that is, and it
 * is the newest of it. `read`: texts as this window has shown them. Oldest first.
 */
export function whatChanged(
  comments: readonly Comment[],
  count: number,
  read: ReadonlyMap<string, string>,
): readonly Change[] {
  return comments
    .filter((comment) => !comment.author.own)
    .toSorted((a, b) => (happenedAt(a) < happenedAt(b) ? 1 : -1))
    .slice(0, Math.max(count, 0))
    .map((comment) => ({ comment, kind: kindOf(comment, read), before: read.get(comment.id) ?? null }))
    .toReversed();
}

function kindOf(comment: Comment, read: ReadonlyMap<string, string>): Change['kind'] {
  if (comment.removedAt !== null) return 'removed';
  const before = read.get(comment.id);
  if (before !== undefined) return before === comment.body ? 'new' : 'edited';
  return comment.editedAt !== null && read.size === 0 ? 'edited' : 'new';
}
