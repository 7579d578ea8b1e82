/** A comment as a branch of the conversation: what it answers, by the platform's ids. */
export interface Branch {
  readonly id: string;
  readonly externalId: string;
  readonly parentExternalId: string | null;
  readonly own: boolean;
}
/** One of our answers; it may be answered itself. */
export interface AnswerBranch {
  readonly id: string;
  readonly commentId: string;
  readonly externalId: string | null;
}
export interface Part {
  readonly commentIds: ReadonlySet<string>;
  readonly replyIds: ReadonlySet<string>;
}

/**
 * What is split off when these comments are chosen: they, our answers to them, and everything that answers any of
 * this. Null when a comment is none of this thread, or when one side would be left without anybody from outside.
 */
export function partOf(
  comments: readonly Branch[],
  replies: readonly AnswerBranch[],
  chosen: readonly string[],
): Part | null {
  const known = new Set(comments.map((comment) => comment.id));
  if (!chosen.every((id) => known.has(id))) return null;
  const part = gather(comments, replies, chosen);
  const guests = comments.filter((comment) => !comment.own);
  const moved = guests.filter((comment) => part.commentIds.has(comment.id)).length;
  return moved > 0 && moved < guests.length ? part : null;
}

function gather(comments: readonly Branch[], replies: readonly AnswerBranch[], chosen: readonly string[]): Part {
  const children = Map.groupBy(comments, (comment) => comment.parentExternalId);
  const answers = Map.groupBy(replies, (reply) => reply.commentId);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const commentIds = new Set<string>();
  const replyIds = new Set<string>();
  const waiting = [...chosen];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const comment = byId.get(id);
    if (!comment || commentIds.has(id)) continue;
    commentIds.add(id);
    const ours = answers.get(id) ?? [];
    for (const reply of ours) replyIds.add(reply.id);
    const answered = [comment.externalId, ...ours.flatMap((reply) => reply.externalId ?? [])];
    waiting.push(...answered.flatMap((externalId) => (children.get(externalId) ?? []).map((child) => child.id)));
  }
  return { commentIds, replyIds };
}
