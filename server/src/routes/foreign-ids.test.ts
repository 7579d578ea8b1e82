// Ids in bodies and queries: what belongs to a foreign channel answers like what does not exist, and stays as it is.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../testing/open-test-app.ts';
import { makeWorld, type World } from '../testing/world.ts';
import { contentOf, foreign, headersOf, open, setTheStage, told } from './matrix.suite.ts';

setTheStage();

interface Attack {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly url: (own: World) => string;
  /** `id` is one of theirs, or of nothing. */
  readonly body: (own: World, id: string) => object;
  readonly theirs: (world: World) => string;
  readonly answers: number;
}
const key = () => randomUUID();
const ofThread = (rest: string) => (own: World) => `/api/threads/${own.threadId}/${rest}`;

const attacks: Readonly<Record<string, Attack>> = {
  'answering a foreign comment': {
    method: 'POST',
    url: ofThread('replies'),
    body: (_, commentId) => ({ commentId, body: 'Guten Tag.', idempotencyKey: key() }),
    theirs: ({ commentId }) => commentId,
    answers: 409,
  },
  'taking the place of a foreign answer': {
    method: 'POST',
    url: ofThread('replies'),
    body: ({ commentId }, supersedes) => ({ commentId, supersedes, body: 'Guten Tag.', idempotencyKey: key() }),
    theirs: ({ replies }) => replies['awaiting-approval'],
    answers: 409,
  },
  'a draft about a foreign comment': {
    method: 'PUT',
    url: ofThread('drafts'),
    body: (_, commentId) => ({ kind: 'note', commentId, body: 'x', said: 1, idempotencyKey: key(), base: 0 }),
    theirs: ({ commentId }) => commentId,
    answers: 422,
  },
  'a guest for a foreign comment': {
    method: 'POST',
    url: ofThread('guests'),
    body: (_, commentId) => ({ purpose: 'write', commentId, guestName: 'Dr. Huber' }),
    theirs: ({ commentId }) => commentId,
    answers: 422,
  },
  'a guest for a foreign answer': {
    method: 'POST',
    url: ofThread('guests'),
    body: (_, replyId) => ({ purpose: 'approve', replyId, guestName: 'Dr. Huber' }),
    theirs: ({ replies }) => replies['awaiting-approval'],
    answers: 422,
  },
  'merging a foreign thread': {
    method: 'POST',
    url: ofThread('merge'),
    body: (_, id) => ({ from: [id] }),
    theirs: ({ threadId }) => threadId,
    answers: 422,
  },
  'splitting off a foreign comment': {
    method: 'POST',
    url: ofThread('split'),
    body: ({ secondCommentId }, id) => ({ commentIds: [secondCommentId, id] }),
    theirs: ({ commentId }) => commentId,
    answers: 422,
  },
  'mentioning who does not belong to the channel': {
    method: 'POST',
    url: ofThread('notes'),
    body: (_, id) => ({ body: 'Bitte ansehen.', mentions: [id] }),
    theirs: ({ personId }) => personId,
    answers: 422,
  },
  'giving a thread to who does not belong to the channel': {
    method: 'POST',
    url: ofThread('assignment'),
    body: (_, assigneeId) => ({ assigneeId }),
    theirs: ({ personId }) => personId,
    answers: 422,
  },
  'a snippet for a foreign channel': {
    method: 'POST',
    url: () => '/api/snippets',
    body: (_, channelId) => ({ name: key(), language: 'de', channelId, bodySie: 'Danke.', bodyDu: null }),
    theirs: ({ channelId }) => channelId,
    answers: 422,
  },
  'moving the own snippet to a foreign channel': {
    method: 'PUT',
    url: ({ snippetId }) => `/api/snippets/${snippetId}`,
    body: (_, channelId) => ({ name: key(), language: 'de', channelId, bodySie: 'Danke.', bodyDu: null, version: 1 }),
    theirs: ({ channelId }) => channelId,
    answers: 422,
  },
};

const ask = (browser: TestBrowser, { method, url, body }: Attack, own: World, id: string) =>
  open.inject({ method, url: url(own), payload: body(own, id), headers: headersOf(browser) });

describe.each(Object.entries(attacks))('%s', (_, attack) => {
  it('answers like what does not exist, and writes nothing', async () => {
    const own = await makeWorld(open);
    const browser = await open.browserOf('lead', [own.channelId]);
    const before = await contentOf();
    const theirs = await ask(browser, attack, own, attack.theirs(foreign));
    const none = await ask(browser, attack, own, randomUUID());
    expect([theirs.statusCode, theirs.body]).toEqual([attack.answers, theirs.body]);
    expect(told(theirs)).toEqual(told(none));
    expect(await contentOf()).toBe(before);
  });
});

describe('many at once', () => {
  it.each([
    { kind: 'claim' },
    { kind: 'assign', assigneeId: null },
    { kind: 'resolve', reason: 'no-answer-needed' },
    { kind: 'tag', add: ['Neu'] },
    { kind: 'snooze', until: '2099-01-01T00:00:00.000Z', pastDue: true },
    { kind: 'read' },
    { kind: 'unread' },
  ])('$kind leaves foreign threads out, without their names', async (action) => {
    const own = await makeWorld(open);
    const browser = await open.browserOf('agent', [own.channelId]);
    const none = randomUUID();
    const before = await contentOf();
    const bulk = (payload: object) =>
      open.inject({ method: 'POST', url: '/api/threads/bulk', payload, headers: headersOf(browser) });
    const answer = await bulk({ threadIds: [foreign.threadId, none], action });
    expect(answer.json()).toMatchObject({
      done: [],
      skipped: [foreign.threadId, none].map((threadId) => ({ threadId, code: 'not_found', name: '' })),
    });
    const found = await bulk({ q: `author:${foreign.canary}`, action });
    expect(found.json()).toMatchObject({ done: [], skipped: [] });
    expect(await contentOf()).toBe(before);
  });
});

describe('a search', () => {
  it.each([
    (word: string) => word,
    (word: string) => `author:${word}`,
    (word: string) => `tag:${word}`,
    (word: string) => `NOT (NOT ${word})`,
    (word: string) => `is:open OR ${word}`,
    (word: string) => `has:draft ${word}`,
  ])('finds and counts nothing of a foreign channel: %#', async (queryOf) => {
    const own = await makeWorld(open);
    const browser = await open.browserOf('supervisor', [own.channelId]);
    const headers = headersOf(browser);
    const list = (q: string) => open.inject({ url: '/api/threads', query: { q, limit: '100' }, headers });
    const theirs = await list(queryOf(foreign.canary));
    expect(theirs.statusCode).toBe(200);
    expect(theirs.body).not.toContain(foreign.canary);
    const none = await list(queryOf(`canary-${randomUUID().slice(0, 12)}`));
    expect(theirs.json().threads.length).toBe(none.json().threads.length);
  });

  it.each(['account', 'channel', 'team'])('by %s names a foreign one no more than one that is none', async (term) => {
    const own = await makeWorld(open);
    const browser = await open.browserOf('lead', [own.channelId]);
    const answerTo = async (name: string) => {
      const answer = await open.inject({
        url: '/api/threads',
        query: { q: `${term}:${name}` },
        headers: headersOf(browser),
      });
      const text = JSON.stringify(told(answer));
      return text.replaceAll(name, 'NAME').replaceAll(name.slice(0, -1), 'NAME');
    };
    // One letter short of the name: what is suggested instead may only be one's own.
    const near = await answerTo(foreign.canary.slice(0, -1));
    expect(near).not.toContain(foreign.canary);
    expect(await answerTo(foreign.canary)).toBe(await answerTo(`canary-${'f'.repeat(12)}`));
  });
});
