import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuardedFetch } from '../../http/guarded-fetch.ts';
import type { Batch, ChannelError, IncomingChange, OpenChannel, OutgoingReply, PublishError } from '../connector.ts';
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
const reply = (changes: Partial<OutgoingReply> = {}): OutgoingReply => ({
  id: 'r1',
  body: 'Das tut uns leid & wir <b>handeln</b>.\n\nIhr Team',
  comment: { externalId: '2', url: null },
  post: null,
  claimedAt: new Date(),
  ...changes,
});
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

describe('answering', () => {
  test('publishes text as text, under its comment', async () => {
    const published = await channel.publish(reply());
    expect(published).toEqual({
      state: 'published',
      externalId: '7',
      url: `${blog.url}/unser-neues-zimmer/#comment-7`,
    });
    expect(blog.comments.at(-1)).toMatchObject({
      post: 4,
      parent: 2,
      content: { raw: 'Das tut uns leid &amp; wir &lt;b&gt;handeln&lt;/b&gt;.\n\nIhr Team' },
    });
  });

  test('held by the blog is accepted, not published', async () => {
    blog.holdsAnswers = true;
    expect(await channel.publish(reply())).toMatchObject({ state: 'accepted', externalId: '7' });
  });

  test('never answers a comment that is gone', async () => {
    for (const externalId of ['99999', '6']) {
      const error = await failure<PublishError>(channel.publish(reply({ comment: { externalId, url: null } })));
      expect(error.kind).toBe('rejected');
    }
    expect(blog.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  test('a second try finds the first', async () => {
    const first = await channel.publish(reply());
    expect(await channel.publish(reply())).toEqual(first);
    expect(blog.comments.filter((comment) => comment.author === 1 && comment.parent === 2)).toHaveLength(2);
  });

  test.each([
    [403, {}, 'rejected'],
    [400, {}, 'rejected'],
    [307, { location: '/elsewhere' }, 'rejected'],
    [401, {}, 'reauthorise'],
    [429, { 'retry-after': '7' }, 'retry'],
    [503, { 'retry-after': '600' }, 'retry'],
    [503, {}, 'unconfirmed'],
    [500, {}, 'unconfirmed'],
    [504, {}, 'unconfirmed'],
    [200, {}, 'unconfirmed'],
  ])('HTTP %i %o means %s', async (status, headers, kind) => {
    blog.before = ({ method }, response) => {
      if (method === 'POST') response.writeHead(status, headers).end('<html></html>');
      return method === 'POST';
    };
    const error = await failure<PublishError>(channel.publish(reply()));
    expect(error.kind).toBe(kind);
    if (status === 429) expect(error.retryAfterMs).toBe(7000);
  });

  test('a connection that breaks after the request is unconfirmed, and the look-up finds the answer', async () => {
    const answer = reply();
    blog.afterStoring = (_request, response) => {
      response.destroy();
      return true;
    };
    expect((await failure<PublishError>(channel.publish(answer))).kind).toBe('unconfirmed');
    expect(await channel.findPublished(answer)).toMatchObject({ state: 'published', externalId: '7' });
  });

  test('a blog that cannot be reached gets it later', async () => {
    await blog.close();
    expect((await failure<PublishError>(channel.publish(reply()))).kind).toBe('retry');
  });

  test('the look-up takes neither older nor other answers', async () => {
    expect(await channel.findPublished(reply())).toBe('absent');
    await channel.publish(reply());
    expect(await channel.findPublished(reply({ body: 'Etwas anderes' }))).toBe('absent');
    expect(await channel.findPublished(reply({ claimedAt: new Date(Date.now() + 10 * 60_000) }))).toBe('absent');
  });

  test('a failing look-up says nothing about the answer', async () => {
    blog.before = (_request, response) => {
      response.destroy();
      return true;
    };
    expect(await failure<ChannelError>(channel.findPublished(reply()))).toMatchObject({ code: 'channel.unreachable' });
  });

  test('moderates', async () => {
    await channel.moderate('2', 'approve');
    expect(blog.comments[0]?.status).toBe('approved');
    expect(await failure<ChannelError>(channel.moderate('999', 'spam'))).toMatchObject({ code: 'reply.comment_gone' });
  });
});

describe('connection test', () => {
  const problem = async () => (await failure<ChannelError>(open().test())).code;

  test('says what was found', async () => {
    expect(await channel.test()).toEqual({ found: 'Hotel Sonnenblick · admin' });
    expect(await open({ url: `${blog.url}/wp-admin/index.php` }).test()).toEqual({
      found: 'Hotel Sonnenblick · admin',
    });
  });

  test('wrong password', async () => {
    const error = await failure<ChannelError>(open({ applicationPassword: 'wrong' }).test());
    expect(error.code).toBe('channel.wrong_credentials');
  });

  test('a server that removes the Authorization header is told from a wrong password', async () => {
    blog.stripsAuthorization = true;
    expect(await problem()).toBe('channel.auth_header_stripped');
  });

  test('an account without rights', async () => {
    blog.moderates = false;
    expect(await problem()).toBe('channel.no_rights');
  });

  test('something that is no blog', async () => {
    blog.before = (_request, response) => {
      response.end('<html>Hallo</html>');
      return true;
    };
    expect(await problem()).toBe('channel.not_a_blog');
  });

  test('credentials never follow to another host', async () => {
    const other = await startPretendBlog();
    blog.before = ({ path }, response) => {
      response.writeHead(301, { location: `${other.url.replace('127.0.0.1', 'localhost')}/wp-json${path}` }).end();
      return true;
    };
    expect(await problem()).toBe('channel.unexpected_answer');
    await other.close();
  });

  test('a private address that was not allowed', async () => {
    const closed = createGuardedFetch()({ allowPrivate: false });
    const guarded = wordpress.open(pretendSettings(blog), { http: closed, now: () => new Date() });
    expect((await failure<ChannelError>(guarded.test())).code).toBe('channel.blocked_address');
    expect(blog.requests).toEqual([]);
  });
});
