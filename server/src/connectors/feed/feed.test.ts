import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Batch, ChannelError, Http, HttpRequest, HttpResponse } from '../connector.ts';
import { feed } from './index.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const rss = fixture('wordpress-rss.xml');
const atom = fixture('wordpress-atom.xml');
const url = 'https://blog.test/comments/feed/';
const now = () => new Date('2026-11-22T00:00:00Z');

function openOn(answer: Partial<HttpResponse>) {
  const asked: HttpRequest[] = [];
  const http: Http = async (address, request = {}) => {
    asked.push(request);
    return { status: 200, headers: {}, body: '', url: address, ...answer };
  };
  return { asked, channel: feed.open({ url }, { http, now }) };
}
async function read(answer: Partial<HttpResponse>, cursor: string | null = null): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of openOn(answer).channel.fetchSince?.(cursor, []) ?? []) batches.push(batch);
  return batches;
}

test('reads RSS as WordPress writes it, oldest first', async () => {
  const [batch] = await read({ body: rss });
  expect(batch?.history).toBe(true);
  expect(batch?.changes).toHaveLength(2);
  expect(batch?.changes[0]).toEqual({
    kind: 'comment',
    comment: {
      externalId: 'http://127.0.0.1:8082/unser-neues-zimmer/#comment-2',
      parentExternalId: null,
      post: {
        externalId: 'http://127.0.0.1:8082/unser-neues-zimmer/',
        title: 'Unser neues Zimmer',
        url: 'http://127.0.0.1:8082/unser-neues-zimmer/',
      },
      author: { externalId: 'name:Karla Kritisch', name: 'Karla Kritisch', handle: null, url: null, own: false },
      body: 'Das Frühstück war kalt & “laut”,\n5 < 6 Sterne\n\nNiemand hat sich entschuldigt!',
      postedAt: new Date('2026-11-21T19:22:08Z'),
      visibility: 'public',
      url: 'http://127.0.0.1:8082/unser-neues-zimmer/#comment-2',
      likes: null,
      version: null,
    },
  });
});

test('reads Atom with its threads; a comment is never its own parent', async () => {
  const [batch] = await read({ body: atom });
  expect(batch?.changes).toMatchObject([
    { comment: { parentExternalId: 'http://127.0.0.1:8082/unser-neues-zimmer/#comment-2', author: { url: null } } },
    { comment: { parentExternalId: null, author: { externalId: 'http://127.0.0.1:8082/' } } },
  ]);
});

test('asks only for what is new', async () => {
  const headers = { etag: '"9ad2"', 'last-modified': 'Sat, 21 Nov 2026 19:22:14 GMT' };
  const cursor = (await read({ body: rss, headers }))[0]?.cursor ?? null;
  const second = openOn({ status: 304 });
  for await (const _ of second.channel.fetchSince?.(cursor, []) ?? []) expect.unreachable('nothing is new');
  expect(second.asked[0]?.headers).toMatchObject({
    'if-none-match': '"9ad2"',
    'if-modified-since': 'Sat, 21 Nov 2026 19:22:14 GMT',
  });
  expect((await read({ body: rss }, cursor))[0]?.history).toBe(false);
});

test('entries without an id keep theirs from one reading to the next', async () => {
  const bare = rss.replaceAll(/<guid.*?<\/guid>/g, '');
  const ids = async () =>
    (await read({ body: bare }))[0]?.changes.map((c) => c.kind === 'comment' && c.comment.externalId);
  const first = await ids();
  expect(new Set(first).size).toBe(2);
  expect(await ids()).toEqual(first);
});

test('a date in the future or none at all counts as now', async () => {
  const odd = rss
    .replace('Sat, 21 Nov 2026 19:22:13 +0000', 'Sat, 21 Nov 2099 19:22:13 +0000')
    .replace('Sat, 21 Nov 2026 19:22:08 +0000', 'gestern');
  for (const change of (await read({ body: odd }))[0]?.changes ?? []) {
    expect(change).toMatchObject({ comment: { postedAt: now() } });
  }
});

test.each([
  ['<html><body>Hallo</body></html>', 200, 'channel.not_a_feed'],
  ['', 200, 'channel.not_a_feed'],
  ['{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}', 200, 'channel.not_a_feed'],
  [rss, 404, 'channel.unexpected_answer'],
])('%s (HTTP %i) is %s', async (body, status, code) => {
  const error = await openOn({ body, status })
    .channel.test()
    .catch((thrown: ChannelError) => thrown);
  expect(error).toMatchObject({ code });
});

test('nested entities do not grow', async () => {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${levels}]>${rss.slice(38).replace('orphan', '&l9;')}`;
  const started = performance.now();
  const answer = await read({ body: bomb }).catch(() => []);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(JSON.stringify(answer).length).toBeLessThan(20_000);
});

test('test and hand-off', async () => {
  const { channel } = openOn({ body: rss });
  expect(await channel.test()).toEqual({ found: 'Comments for Stammgast Test · 2' });
  const reply = { id: 'r', body: 'x', post: null, claimedAt: now() };
  expect(channel.handOff?.({ ...reply, comment: { externalId: 'c', url: 'https://blog.test/p/#c' } })).toEqual({
    openUrl: 'https://blog.test/p/#c',
  });
});
