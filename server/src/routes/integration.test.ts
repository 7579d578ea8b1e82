import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashSecret } from '../config/secret-hash.ts';
import { connectors } from '../connectors/registry.ts';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { registerIntegrationRoutes } from './integration.ts';

const token = 'a-token-of-at-least-sixteen-characters';
let open: TestApp;

beforeEach(async () => {
  const house = await openWorkingHouse({ connectors });
  await addTestChannel(house);
  await change({ tokenHash: hashSecret(token) }, house);
  open = await openTestApp((app, house) => registerIntegrationRoutes(app, house), { house });
});
afterEach(() => open.close());

async function change(set: object, house = open.house): Promise<void> {
  await house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set(set);
  });
}
const comment = (externalId: string, more: object = {}) => ({
  externalId,
  author: { externalId: 'u1', name: 'Karla' },
  body: 'Das Frühstück war kalt.',
  postedAt: '2026-03-05T12:00:00.000Z',
  ...more,
});
const push = (comments: readonly object[], more: object = {}, bearer = token) =>
  open.inject({
    method: 'POST',
    url: '/api/v1/comments',
    headers: { authorization: `Bearer ${bearer}` },
    payload: { comments, ...more },
  });
const outcomes = async (comments: readonly object[], more: object = {}) =>
  (await push(comments, more)).json<{ results: { outcome: string }[] }>().results.map((result) => result.outcome);
const stored = () => open.house.database.reader.select().from(open.house.database.reader.tables.comments);
const channel = async () =>
  (await open.house.database.reader.select().from(open.house.database.reader.tables.channels))[0];

it('takes comments once, follows edits and removals, in any order', async () => {
  expect(await outcomes([comment('c1'), comment('c2')])).toEqual(['added', 'added']);
  expect(await outcomes([comment('c1')])).toEqual(['unchanged']);
  expect(await outcomes([comment('c1', { body: 'Es war warm.', version: 2 })])).toEqual(['edited']);
  expect(await outcomes([comment('c1', { body: 'Es war lau.', version: 1 })])).toEqual(['unchanged']);
  expect(await outcomes([{ externalId: 'c2', removed: true }])).toEqual(['removed']);
  expect(await outcomes([comment('c2', { body: 'Doch noch da', version: 9 })])).toEqual(['unchanged']);
  expect((await stored()).map((row) => row.body)).toEqual(expect.arrayContaining(['Es war warm.']));
});

it('stores text, and nothing that a database cannot keep', async () => {
  const body = 'Kalt\u0000 <script>alert(1)</script>\r\nund \ud800 laut';
  await push([comment('c1', { body, author: { externalId: 'u1', name: ' Karla\n\u0007 ' } })]);
  expect((await stored())[0]?.body).toBe('Kalt <script>alert(1)</script>\nund \ufffd laut');
  const answer = await push([comment('c1\u0000')]);
  expect(answer.json()).toMatchObject({ status: 400, code: 'input.invalid', fields: [{ path: 'body.comments.0' }] });
});

it('takes 500 at once and not one more', async () => {
  const many = Array.from({ length: 501 }, (_, at) => comment(`c${at}`, { body: `Kalt ${'x'.repeat(3000)} ${at}` }));
  expect((await push(many)).statusCode).toBe(400);
  const answer = await push(many.slice(0, 500), { history: true });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().results).toHaveLength(500);
});

it('moves nothing into the future', async () => {
  await push([comment('c1', { postedAt: '2099-01-01T00:00:00.000Z' })]);
  expect((await stored())[0]?.postedAt).toEqual(open.house.clock.now());
});

it.each([
  ['no link of another kind', { url: 'javascript:alert(1)' }],
  ['no unknown fields', { isAdmin: true }],
  ['no empty text', { body: '' }],
  ['no time that is none', { postedAt: 'yesterday' }],
])('takes %s', async (_what, more) => {
  expect((await push([comment('c1', more)])).json()).toMatchObject({ status: 400, code: 'input.invalid' });
  expect(await stored()).toEqual([]);
});

it('knows a channel by its token only', async () => {
  for (const bearer of ['', 'wrong-token-of-the-right-length-000000', `${token}x`]) {
    expect((await push([comment('c1')], {}, bearer)).statusCode).toBe(401);
  }
  await change({ removedAt: new Date() });
  expect((await push([comment('c1')])).statusCode).toBe(401);
  expect(await stored()).toEqual([]);
});

it('shows that the channel is alive, and asks to come back while it is paused', async () => {
  await push([comment('c1')]);
  expect(await channel()).toMatchObject({ state: 'ok', lastSuccessAt: open.house.clock.now() });
  await change({ state: 'paused' });
  const answer = await push([comment('c2')]);
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
});

it('offers answers, and only those of the channel', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const replies = await open.inject({ url: '/api/v1/replies?limit=10', headers });
  expect(replies.json()).toEqual({ replies: [] });
  for (const [step, payload] of [
    ['published', { externalId: 'x' }],
    ['failed', { reason: 'closed' }],
  ] as const) {
    const answer = await open.inject({ method: 'POST', url: `/api/v1/replies/foreign/${step}`, headers, payload });
    expect(answer.statusCode).toBe(404);
  }
});
