import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuardedFetch } from '../../http/guarded-fetch.ts';
import type { ChannelError, OpenChannel, OutgoingReply, PublishError } from '../connector.ts';
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

  test('moderates, and looks at what became of it', async () => {
    await channel.act('2', 'approve');
    expect(blog.comments[0]?.status).toBe('approved');
    expect(await channel.look('2')).toMatchObject({ visibility: 'public' });
    await channel.act('2', 'hold');
    expect(await channel.look('2')).toMatchObject({ visibility: 'held' });
    for (const missing of [channel.act('999', 'spam'), channel.look('999')])
      expect(await failure<ChannelError>(missing)).toMatchObject({ code: 'reply.comment_gone', unsent: true });
  });

  test('what the blog refuses has not happened; what it fails at may have', async () => {
    let status = 403;
    blog.before = (request, response) => {
      if (request.method !== 'POST') return false;
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"code":"rest_cannot_edit"}');
      return true;
    };
    expect(await failure<ChannelError>(channel.act('2', 'spam'))).toMatchObject({ unsent: true });
    status = 500;
    expect(await failure<ChannelError>(channel.act('2', 'spam'))).toMatchObject({ unsent: false });
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
