import type { Comment, Thread } from '@stammgast/shared/contract/threads';

const canBeAnswered = (comment: Comment) =>
  !comment.author.own &&
  comment.removedAt === null &&
  (comment.visibility === 'public' || comment.visibility === 'held');
const newest = (comments: readonly Comment[]) =>
  comments.reduce<Comment | undefined>((a, b) => (a && a.postedAt >= b.postedAt ? a : b), undefined);

/** The comment that an answer goes to unless one chooses another: the newest of the critic, else of any guest. */
export function commentToAnswer({ comments, row }: Pick<Thread, 'comments' | 'row'>): Comment | undefined {
  const open = comments.filter(canBeAnswered);
  return newest(open.filter((comment) => comment.author.id === row.author.id)) ?? newest(open);
}

/** The comment that was chosen to be answered, while it is still there; else the one to answer. */
export function answeredComment(thread: Pick<Thread, 'comments' | 'row'>, chosenId: string | undefined) {
  const chosen = thread.comments.find((comment) => comment.id === chosenId && comment.removedAt === null);
  return chosen ?? commentToAnswer(thread);
}

/** The comment that the thread's mood speaks of: the newest one with this mood, else the one to answer. */
export function assessedComment(thread: Pick<Thread, 'comments' | 'row'>): Comment | undefined {
  const guests = thread.comments.filter((comment) => !comment.author.own && comment.removedAt === null);
  return newest(guests.filter((comment) => comment.sentiment === thread.row.sentiment)) ?? commentToAnswer(thread);
}
