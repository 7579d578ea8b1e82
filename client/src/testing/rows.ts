import type { ThreadRow } from '@stammgast/shared/contract/threads';

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
    openedAt: '2026-03-05T12:32:00.000Z',
    lastActivityAt: '2026-03-05T12:32:00.000Z',
    queueAt: '2026-03-05T14:32:00.000Z',
    version: 1,
    ...given,
  };
}
