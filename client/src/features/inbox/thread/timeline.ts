import type { Reply } from '@stammgast/shared/contract/replies';
import type { Comment, Note, Thread } from '@stammgast/shared/contract/threads';

export type Entry =
  | { readonly kind: 'comment'; readonly at: string; readonly comment: Comment; readonly sub: boolean }
  | { readonly kind: 'reply'; readonly at: string; readonly reply: Reply }
  | { readonly kind: 'note'; readonly at: string; readonly note: Note };

/**
 * A draft that others should know of: it was given back and nobody has written anew, or it was replaced by an answer that
 * is not public yet.
 */
function isSetAside(reply: Reply, replies: readonly Reply[]): boolean {
  const decision = reply.approval?.decision;
  const later = replies.filter((one) => one.commentId === reply.commentId && one.createdAt > reply.createdAt);
  if (decision === 'rejected') return later.length === 0;
  return decision === 'superseded' && !later.some(({ state }) => state === 'published');
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The conversation in the order it happened. Our own answer is shown once, as what we sent. */
export function timeline({
  comments,
  replies,
  notes,
  row,
}: Pick<Thread, 'comments' | 'replies' | 'notes' | 'row'>): Entry[] {
  const sent = new Set(replies.filter((reply) => reply.state === 'published').map((reply) => plain(reply.body)));
  const isOurEcho = (comment: Comment) => comment.author.own && sent.has(plain(comment.body));
  const entries: Entry[] = [
    ...comments
      .filter((comment) => !isOurEcho(comment))
      .map((comment) => ({
        kind: 'comment' as const,
        at: comment.postedAt,
        comment,
        sub: comment.author.id !== row.author.id && !comment.author.own,
      })),
    ...replies
      .filter((reply) => reply.state !== 'draft' || isSetAside(reply, replies))
      .map((reply) => ({ kind: 'reply' as const, at: reply.publishedAt ?? reply.createdAt, reply })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.createdAt, note })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
