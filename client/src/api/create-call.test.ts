import { Done, endpoint } from '@stammgast/shared/contract/endpoint';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addressOf, createCall } from './create-call.ts';
import { codeOf, isApiProblem } from './problem.ts';

const read = endpoint('GET /api/things/:thingId', {
  action: 'self',
  summary: 'Read.',
  params: z.object({ thingId: z.string() }),
  query: z.object({ text: z.optional(z.string()) }),
  result: Done,
});
const change = endpoint('POST /api/things', {
  action: 'self',
  summary: 'Change.',
  body: z.object({ name: z.string() }),
  result: Done,
});

function wire(answer: () => Response | Promise<Response>) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const call = createCall({
    fetch: async (url, init) => {
      sent.push({ url: String(url), init });
      return answer();
    },
    csrfToken: () => 'token',
  });
  return { call, sent };
}

it('fills parameters in and leaves out what is not asked for', () => {
  expect(addressOf('/api/a/:id/b', { params: { id: 'x/y z' }, query: { q: '', text: undefined, limit: 5 } })).toBe(
    '/api/a/x%2Fy%20z/b?q=&limit=5',
  );
});

it('sends the token with changes only', async () => {
  const { call, sent } = wire(() => Response.json({ done: true }));
  await call(read, { params: { thingId: '1' }, query: { text: 'Pool' } });
  await call(change, { body: { name: 'x' } });
  expect(sent[0]).toMatchObject({ url: '/api/things/1?text=Pool', init: { method: 'GET' } });
  expect(sent[0]?.init?.headers).not.toHaveProperty('x-csrf-token');
  expect(sent[1]?.init).toMatchObject({ method: 'POST', body: '{"name":"x"}', headers: { 'x-csrf-token': 'token' } });
});

it('throws the code of the problem with what the caller needs', async () => {
  const problem = {
    type: 'about:blank',
    title: 'x',
    status: 409,
    code: 'reply.already_open',
    context: { replyId: 'r1' },
  };
  const { call } = wire(() => Response.json(problem, { status: 409 }));
  const error = await call(change, { body: { name: 'x' } }).catch((caught: unknown) => caught);
  expect(isApiProblem(error) && [error.code, error.status, error.context]).toEqual([
    'reply.already_open',
    409,
    { replyId: 'r1' },
  ]);
});

it('tells a lost line from a broken server', async () => {
  const lost = wire(() => Promise.reject(new TypeError('Failed to fetch')));
  const broken = wire(() => new Response('<html>', { status: 502 }));
  expect(codeOf(await lost.call(change, { body: { name: 'x' } }).catch((error: unknown) => error))).toBe('network');
  expect(codeOf(await broken.call(change, { body: { name: 'x' } }).catch((error: unknown) => error))).toBe(
    'server.failed',
  );
});
