import type { Comment, Due, ThreadRow } from '@stammgast/shared/contract/threads';
import type { CommentRecord } from './detail.queries.ts';
import type { QueuePosition, QueueRecord } from './queue.queries.ts';

/** A row of the queue as people see it. */
export function presentRow({ thread: t, platform, channelName, author }: QueueRecord): ThreadRow {
  return {
    id: t.id,
    number: t.number,
    channelId: t.channelId,
    platform,
    channelName,
    author,
    excerpt: t.excerpt,
    language: t.language,
    sentiment: t.sentiment,
    topics: t.topics,
    urgency: t.urgency,
    needsAnswer: t.needsAnswer,
    status: t.status,
    resolvedReason: t.resolvedReason,
    resolvedBy: t.resolvedBy,
    assigneeId: t.assigneeId,
    due: presentDue(t),
    replyState: t.replyState,
    comments: t.comments,
    snoozedUntil: t.snoozedUntil?.toISOString() ?? null,
    tags: t.tags,
    claim: t.claim,
    said: t.said,
    promiseDueAt: t.promiseDueAt?.toISOString() ?? null,
    openedAt: t.openedAt.toISOString(),
    lastActivityAt: t.lastActivityAt.toISOString(),
    queueAt: t.queueAt.toISOString(),
    version: t.version,
  };
}

function presentDue(t: QueueRecord['thread']): Due | null {
  if (!t.dueKind || !t.dueAt || !t.soonAt || !t.dueStartedAt) return null;
  return {
    kind: t.dueKind,
    startedAt: t.dueStartedAt.toISOString(),
    soonAt: t.soonAt.toISOString(),
    dueAt: t.dueAt.toISOString(),
    breachedAt: t.breachedAt?.toISOString() ?? null,
  };
}

export function presentComment({ comment: c, author, parentId }: CommentRecord): Comment {
  return {
    id: c.id,
    author,
    body: c.body,
    language: c.language,
    sentiment: c.sentiment,
    sentimentScore: c.sentimentScore,
    confidence: c.confidence,
    evidence: c.evidence.map(({ text, weight }) => ({ text, weight })),
    topics: [...c.topics],
    urgency: c.urgency,
    reasons: c.reasons.map(({ code, words }) => ({ code, words: [...words] })),
    corrected: c.corrected,
    parentId,
    postedAt: c.postedAt.toISOString(),
    receivedAt: c.receivedAt.toISOString(),
    editedAt: c.editedAt?.toISOString() ?? null,
    removedAt: c.removedAt?.toISOString() ?? null,
    visibility: c.visibility,
    url: c.url,
    likes: c.likes,
    liked: c.liked,
    unsettledAct: c.unsettledAct,
  };
}

/** Where a page ended, as an opaque word. */
export const writeCursor = (place: QueuePosition): string =>
  Buffer.from(`${place.at.getTime()} ${place.id}`).toString('base64url');

/** null when the word was not made by us. */
export function readCursor(cursor: string): QueuePosition | null {
  const match = /^(\d{1,15}) ([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match?.[1] && match[2] ? { at: new Date(Number(match[1])), id: match[2] } : null;
}
