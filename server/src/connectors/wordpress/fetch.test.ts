import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuardedFetch } from '../../http/guarded-fetch.ts';
import type { Batch, ChannelError, IncomingChange, OpenChannel } from '../connector.ts';
import { wordpress } from './index.ts';
import { type PretendBlog, pretendSettings, startPretendBlog } from './pretend-blog.ts';

const http = createGuardedFetch()({ allowPrivate: true });
let blog: PretendBlog;
let channel: Required<Omit<OpenChannel, 'handOff'>>;
const open = (changes: Partial<Record<'url' | 'applicationPassword', string>> = {}) =>
  wordpress.open({ ...pretendSettings(blog), ...changes }, { http, now: () => new Date() }) as typeof channel;

beforeEach(async () => {
  blog = await startPretendBlog();
  channel = open();
});
afterEach(() => blog.close());

async function read(cursor: string | null, watched: string[] = []): Promise<{ batches: Batch[]; cursor: string }> {
  const batches: Batch[] = [];
  for await (const batch of channel.fetchSince(
    cursor,
    watched.map((externalId) => ({ externalId })),
  )) {
    batches.push(batch);
  }
  return { batches, cursor: batches.at(-1)?.cursor ?? cursor ?? '' };
}
const idsOf = (changes: readonly IncomingChange[]) =>
  changes.map((change) => (change.kind === 'removed' ? `-${change.externalId}` : change.comment.externalId));
const changesOf = (batches: readonly Batch[]) => batches.flatMap((batch) => batch.changes);
async function failure<E>(work: Promise<unknown>): Promise<E> {
  return work.then(
    () => expect.unreachable('should have failed'),
    (error: unknown) => error as E,
  );
}

describe('reading', () => {
  test('maps what a real blog says', async () => {
    const { batches } = await read(null);
    const [first, own, hostile] = changesOf(batches);
    expect(first).toEqual({
      kind: 'comment',
      comment: {
        externalId: '2',
        parentExternalId: null,
        post: {
          externalId: '4',
          title: 'Unser neues Frühstück',
          url: `${blog.url}/unser-neues-zimmer/`,
        },
        author: {
          externalId: expect.stringMatching(/^guest:[\da-f]{24}$/),
          name: 'Karla Kritisch',
          handle: null,
          url: null,
          own: false,
        },
        body: 'Das Frühstück war kalt & "laut", 5 < 6 Sterne\n\nNiemand hat sich entschuldigt!',
        postedAt: new Date('2026-11-21T19:22:08Z'),
        visibility: 'held',
        url: 'http://127.0.0.1:8082/unser-neues-zimmer/#comment-2',
        likes: null,
        version: null,
      },
    });
    expect(own).toMatchObject({ comment: { parentExternalId: '2', visibility: 'public', author: { own: true } } });
    expect(hostile).toMatchObject({
      comment: {
        body: 'Fett x  https://example.test/ & 5 < 6',
        visibility: 'spam',
        author: { externalId: 'user:7', name: 'Eve', url: null },
      },
    });
  });

  test('takes history in pages, oldest first, and goes on from any of them', async () => {
    for (let at = 0; at < 250; at++) blog.add({});
    const whole = await read(null);
    const ids = idsOf(changesOf(whole.batches));
    expect(ids).toHaveLength(253);
    expect(ids).toEqual([...ids].sort((a, b) => Number(a) - Number(b)));
    expect(whole.batches.every((batch) => batch.history)).toBe(true);
    expect(Math.max(...whole.batches.map((batch) => batch.changes.length))).toBeLessThanOrEqual(100);

    const resumed = await read(whole.batches[0]?.cursor ?? null);
    const early = idsOf(whole.batches[0]?.changes ?? []);
    expect([...early, ...idsOf(changesOf(resumed.batches))]).toEqual(ids);
  });

  test('loses nothing when comments are deleted while history is read', async () => {
    for (let at = 0; at < 250; at++) blog.add({});
    const seen: string[] = [];
    for await (const batch of channel.fetchSince(null, [])) {
      seen.push(...idsOf(batch.changes));
      blog.comments.splice(0, 60);
    }
    for (const left of blog.comments) expect(seen).toContain(String(left.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('what is written while history is read comes as news', async () => {
    const { cursor } = await read(null);
    blog.add({ text: 'Neu' });
    const { batches } = await read(cursor);
    expect(batches.some((batch) => batch.history)).toBe(false);
    expect(changesOf(batches).at(-1)).toMatchObject({ kind: 'comment', comment: { externalId: '7', body: 'Neu' } });
  });

  test('catches up after a long silence', async () => {
    const { cursor } = await read(null);
    for (let at = 0; at < 345; at++) blog.add({});
    const { batches } = await read(cursor);
    expect(idsOf(changesOf(batches)).filter((id) => Number(id) > 6)).toHaveLength(345);
    expect(JSON.parse(batches.at(-1)?.cursor ?? '')).toEqual({ phase: 'live', last: 351 });
  });

  test('an empty blog has no history, and everything after is news', async () => {
    blog.comments.length = 0;
    const { cursor } = await read(null);
    blog.add({});
    const { batches } = await read(cursor);
    expect(batches).toMatchObject([{ history: false, changes: [{ comment: { externalId: '1' } }] }]);
  });

  test('edits, trash, spam and deletion of watched comments', async () => {
    for (let at = 0; at < 60; at++) blog.add({});
    const { cursor } = await read(null);
    const old = (id: number) => blog.comments.find((comment) => comment.id === id);
    Object.assign(old(2)?.content ?? {}, { raw: 'Das Frühstück war OK (bearbeitet)' });
    Object.assign(old(7) ?? {}, { status: 'trash' });
    Object.assign(old(8) ?? {}, { status: 'spam' });
    blog.comments.splice(
      blog.comments.findIndex((comment) => comment.id === 9),
      1,
    );
    const changes = changesOf((await read(cursor, ['2', '7', '8', '9', 'not-an-id'])).batches);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'removed', externalId: '7', version: null }));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'removed', externalId: '9', version: null }));
    const comment = (externalId: string) =>
      changes.find((change) => change.kind === 'comment' && change.comment.externalId === externalId);
    expect(comment('2')).toMatchObject({ comment: { body: 'Das Frühstück war OK (bearbeitet)' } });
    expect(comment('8')).toMatchObject({ comment: { visibility: 'spam' } });
  });

  test('a quiet poll asks two small questions', async () => {
    const { cursor } = await read(null);
    blog.requests.length = 0;
    await read(cursor, ['2']);
    expect(blog.requests).toEqual(['GET /wp/v2/comments']);
  });

  test('works without pretty permalinks', async () => {
    blog.prettyPermalinks = false;
    expect(idsOf(changesOf((await read(null)).batches))).toEqual(['2', '3', '5']);
  });

  test('a failing blog is named, and the next try works', async () => {
    blog.before = (_request, response) => {
      response.writeHead(500).end('<h1>Error establishing a database connection</h1>');
      return true;
    };
    expect(await failure<ChannelError>(read(null))).toMatchObject({ code: 'channel.unexpected_answer' });
    blog.before = () => false;
    expect((await read(null)).batches).toHaveLength(1);
  });
});
