import type { Reply } from '@stammgast/shared/contract/replies';
import type { Comment, ThreadRow } from '@stammgast/shared/contract/threads';

/** A critical guest's thread; give what matters to the test. */
export function aRow(given: Partial<ThreadRow> = {}): ThreadRow {
  return {
    id: 't1',
    number: 2314,
    channelId: 'facebook',
    platform: 'facebook',
    channelName: 'Hotel Sonnenblick',
    author: { id: 'keller', name: 'Sabine Keller', handle: null, url: null, own: false },
    excerpt: 'Drei Nächte gebucht und jede Nacht die Lüftung direkt vor dem Fenster.',
    language: 'de',
    sentiment: 'negative',
    topics: ['satisfaction'],
    urgency: 1,
    needsAnswer: true,
    status: 'open',
    resolvedReason: null,
    resolvedBy: null,
    assigneeId: null,
    due: null,
    replyState: null,
    comments: 1,
    snoozedUntil: null,
    tags: [],
    claim: 0,
    said: 1,
    promiseDueAt: null,
    openedAt: '2026-03-05T12:32:00.000Z',
    lastActivityAt: '2026-03-05T12:32:00.000Z',
    queueAt: '2026-03-05T14:32:00.000Z',
    version: 1,
    ...given,
  };
}

export function aComment(given: Partial<Comment> = {}): Comment {
  return {
    id: 'c1',
    author: aRow().author,
    body: 'Drei Nächte gebucht und jede Nacht die Lüftung direkt vor dem Fenster.',
    language: 'de',
    sentiment: 'negative',
    sentimentScore: -0.7,
    confidence: 0.9,
    evidence: [],
    topics: ['satisfaction'],
    urgency: 0,
    reasons: [],
    corrected: false,
    parentId: null,
    postedAt: '2026-03-05T12:32:00.000Z',
    receivedAt: '2026-03-05T12:33:00.000Z',
    editedAt: null,
    removedAt: null,
    visibility: 'public',
    url: null,
    likes: null,
    liked: false,
    unsettledAct: null,
    ...given,
  };
}

export function aReply(given: Partial<Reply> = {}): Reply {
  return {
    id: 'r1',
    threadId: 't1',
    commentId: 'c1',
    personId: 'anna',
    personName: 'Anna Hofer',
    body: 'Guten Tag Frau Keller, das hätte nicht passieren dürfen.',
    state: 'published',
    createdAt: '2026-03-05T13:00:00.000Z',
    holdUntil: null,
    publishedAt: '2026-03-05T13:00:10.000Z',
    url: null,
    failure: null,
    attempts: 1,
    openUrl: null,
    approval: null,
    guestName: null,
    version: 1,
    ...given,
  };
}
