import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ChannelError, type Http, type HttpRequest, type HttpResponse, type OutgoingReply } from '../connector.ts';
import { api } from './index.ts';
import { sign } from './signature.ts';

const secret = 'a secret of sixteen';
const settings = { webhookUrl: 'https://forum.test/hook?site=1', webhookSecret: secret };
const now = () => new Date('2026-03-05T13:00:00.500Z');
const reply: OutgoingReply = {
  id: 'reply-1',
  body: 'Tut uns leid – „ehrlich“',
  comment: { externalId: 'c1', url: null },
  post: { externalId: 'p1', url: null },
  claimedAt: now(),
};

function openOn(answer: Partial<HttpResponse> | Error) {
  const asked: { url: string; request: HttpRequest }[] = [];
  const http: Http = async (url, request = {}) => {
    asked.push({ url, request });
    if (answer instanceof Error) throw answer;
    return { status: 200, headers: {}, body: '', url, ...answer };
  };
  const channel = api.open(settings, { http, now });
  return { asked, publish: () => channel.publish?.(reply), find: () => channel.findPublished?.(reply), channel };
}

describe('webhook', () => {
  test('gets the answer, signed over exactly the bytes sent', async () => {
    const hook = openOn({ status: 201, body: '{"externalId":"x9","url":"https://forum.test/x9"}' });
    expect(await hook.publish()).toEqual({ state: 'published', externalId: 'x9', url: 'https://forum.test/x9' });
    const { url, request } = hook.asked[0] ?? { url: '', request: {} };
    expect(url).toBe(settings.webhookUrl);
    expect(request.method).toBe('POST');
    expect(request.headers?.['idempotency-key']).toBe('reply-1');
    const digest = createHmac('sha256', secret).update(`1772715600.${request.body}`).digest('hex');
    expect(request.headers?.['stammgast-signature']).toBe(`t=1772715600,v1=${digest}`);
    expect(JSON.parse(String(request.body))).toEqual({
      type: 'reply',
      id: 'reply-1',
      commentExternalId: 'c1',
      postExternalId: 'p1',
      body: 'Tut uns leid – „ehrlich“',
    });
  });

  test('202 is accepted, to be confirmed later', async () => {
    expect(await openOn({ status: 202 }).publish()).toEqual({ state: 'accepted', externalId: null, url: null });
  });

  test.each([
    [{ status: 400 }, 'rejected'],
    [{ status: 404 }, 'rejected'],
    [{ status: 302, headers: { location: '/' } }, 'rejected'],
    [{ status: 401 }, 'reauthorise'],
    [{ status: 429, headers: { 'retry-after': '3' } }, 'retry'],
    [{ status: 500 }, 'unconfirmed'],
    [{ status: 200, body: 'OK' }, 'unconfirmed'],
    [{ status: 200, body: '{"externalId":""}' }, 'unconfirmed'],
    [new ChannelError('channel.timeout', 'slow'), 'unconfirmed'],
    [new ChannelError('channel.unreachable', 'reset'), 'unconfirmed'],
    [new ChannelError('channel.unreachable', 'refused', { unsent: true }), 'retry'],
  ])('%o means %s', async (answer, kind) => {
    await expect(openOn(answer).publish()).rejects.toMatchObject({ kind });
  });

  test('is asked about an answer by a request that cannot publish', async () => {
    const hook = openOn({ body: '{"externalId":"x9"}' });
    expect(await hook.find()).toEqual({ state: 'published', externalId: 'x9', url: null });
    expect(hook.asked[0]?.url).toBe('https://forum.test/hook?site=1&replyId=reply-1');
    expect(hook.asked[0]?.request.method ?? 'GET').toBe('GET');
    expect(await openOn({ status: 404 }).find()).toBe('absent');
    expect(await openOn({ status: 202 }).find()).toMatchObject({ state: 'accepted' });
    await expect(openOn({ status: 500 }).find()).rejects.toMatchObject({ code: 'channel.unexpected_answer' });
  });

  test('an address of the answer that is no web address is dropped', async () => {
    const hook = openOn({ body: '{"externalId":"x9","url":"javascript:alert(1)"}' });
    expect(await hook.publish()).toMatchObject({ url: null });
  });

  test('is tried with an answer that does not exist', async () => {
    expect(await openOn({ status: 404 }).channel.test()).toEqual({ found: 'forum.test' });
    await expect(openOn({ status: 401 }).channel.test()).rejects.toMatchObject({ code: 'channel.wrong_credentials' });
    await expect(openOn({ status: 200 }).channel.test()).rejects.toMatchObject({ code: 'channel.unexpected_answer' });
  });
});

test('without a webhook answers wait to be fetched', async () => {
  const http: Http = async () => expect.unreachable('nothing is sent');
  const channel = api.open({}, { http, now });
  expect(await channel.publish?.(reply)).toEqual({ state: 'accepted', externalId: null, url: null });
  expect(api.can({}).reply).toBe('fetched');
  expect(api.can(settings).reply).toBe('api');
});

test('address and secret come together, and a secret is long', () => {
  const valid = (given: unknown) => api.settings.safeParse(given).success;
  expect(valid({})).toBe(true);
  expect(valid(settings)).toBe(true);
  expect(valid({ webhookUrl: settings.webhookUrl })).toBe(false);
  expect(valid({ webhookSecret: secret })).toBe(false);
  expect(valid({ ...settings, webhookSecret: 'short' })).toBe(false);
  expect(valid({ ...settings, webhookUrl: 'file:///etc/passwd' })).toBe(false);
});

test('the check told in the documentation takes our signature and nothing else', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/HTTP-API.md'), 'utf8');
  const code = /```js\n([\s\S]+?)```/.exec(text)?.[1] ?? '';
  const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const body = '{"body":"ä"}';
  const header = sign(secret, body, now());
  expect(isGenuine(header, body, secret, now().getTime())).toBe(true);
  for (const [wrong, content, key, minutes] of [
    [header, '{"body":"\\u00e4"}', secret, 0],
    [header, body, 'another secret of ours', 0],
    [header, body, secret, 6],
    [header, body, secret, -6],
    [header.slice(0, -1), body, secret, 0],
    [header.replace('v1', 'v0'), body, secret, 0],
    [undefined, body, secret, 0],
  ] as const) {
    expect(isGenuine(wrong, content, key, now().getTime() + minutes * 60_000)).toBe(false);
  }
});
