import type { AuditEntry } from '@stammgast/shared/contract/audit';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendFacts } from '../audit/trail.ts';
import type { StoredFact } from '../events/events.queries.ts';
import { addTestChannel } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerAuditRoutes } from './audit.ts';

const AT = new Date('2026-03-05T13:00:00.000Z');
let open: TestApp;
let own: string;
let foreign: string;
let supervisor: TestBrowser;
let admin: TestBrowser;
beforeEach(async () => {
  open = await openTestApp(registerAuditRoutes);
  own = await addTestChannel(open.house);
  foreign = await addTestChannel(open.house, { name: 'Geheim' });
  supervisor = await open.browserOf('supervisor', [own]);
  admin = await open.browserOf('admin');
});
afterEach(() => open.close());

let seq = 0;
const fact = (more: Partial<StoredFact>): StoredFact => {
  seq += 1;
  const nobody = { channelId: null, threadId: null, personId: null, payload: null };
  return { seq, at: AT, kind: 'thread.assigned', ...nobody, ...more };
};
const write = (...facts: StoredFact[]) => open.house.database.transaction((tx) => appendFacts(tx, facts, String));
const look = async (browser: TestBrowser, query: Record<string, string> = {}) => {
  const answer = await browser.call('GET', `/api/audit?${new URLSearchParams(query)}`);
  return answer.json<{ entries: AuditEntry[]; cursor: string | null }>();
};
const seen = async (browser: TestBrowser, query: Record<string, string> = {}) =>
  (await look(browser, query)).entries.map((entry) => entry.seq);

test('a supervisor sees the own channels, an administrator the house, and nobody else anything', async () => {
  await write(
    fact({ channelId: own }),
    fact({ channelId: foreign, threadId: 'secret' }),
    fact({ kind: 'session.opened', personId: admin.personId }),
  );
  expect(await seen(supervisor)).toEqual([1]);
  expect(await seen(admin)).toEqual([3, 2, 1]);
  for (const query of [{ channelId: foreign }, { threadId: 'secret' }, { personId: admin.personId }])
    expect(await seen(supervisor, query)).toEqual([]);
  for (const role of ['agent', 'lead'] as const)
    expect((await (await open.browserOf(role, [own])).call('GET', '/api/audit')).statusCode).toBe(403);
});

test('each filter finds its entries, and together they find what all of them find', async () => {
  const day = (n: number) => new Date(AT.getTime() + n * 86_400_000);
  await write(
    fact({ channelId: own, threadId: 't1', personId: 'jana', at: day(0) }),
    fact({ channelId: own, threadId: 't1', personId: 'tom', at: day(1), kind: 'thread.resolved' }),
    fact({ channelId: own, threadId: 't2', personId: 'jana', at: day(2), kind: 'comment.moderated' }),
    // Told late: it was true before the others.
    fact({ channelId: own, threadId: 't3', at: day(-1), kind: 'sla.breached' }),
  );
  expect(await seen(supervisor, { personId: 'jana' })).toEqual([3, 1]);
  expect(await seen(supervisor, { threadId: 't1' })).toEqual([2, 1]);
  expect(await seen(supervisor, { kind: 'thread' })).toEqual([2, 1]);
  expect(await seen(supervisor, { kind: 'thread.resolved' })).toEqual([2]);
  expect(await seen(supervisor, { kind: 'draft.changed' })).toEqual([]);
  expect(await seen(supervisor, { from: day(1).toISOString() })).toEqual([3, 2]);
  expect(await seen(supervisor, { from: day(-2).toISOString(), until: day(1).toISOString() })).toEqual([4, 1]);
  expect(await seen(supervisor, { from: day(9).toISOString() })).toEqual([]);
  expect(await seen(supervisor, { personId: 'jana', kind: 'comment', channelId: own })).toEqual([3]);
});

test('an account is found by its id on the platform, although the trail does not hold it', async () => {
  const subject = open.house.vault.mark(`${own} sabine-k`);
  await write(
    fact({ channelId: own, kind: 'comment.received', payload: { commentId: 'c1', subject } }),
    fact({ channelId: own, kind: 'comment.received', payload: { commentId: 'c2', subject: 'hmac:other' } }),
  );
  expect(await seen(supervisor, { account: 'sabine-k' })).toEqual([1]);
  expect(await seen(admin, { account: 'sabine-k' })).toEqual([1]);
  expect(await seen(supervisor, { account: 'somebody' })).toEqual([]);
  expect((await supervisor.call('GET', '/api/audit')).body).not.toContain('sabine');
});

test('each look is recorded, once in a quarter of an hour, with what was looked for and no account in clear', async () => {
  const { database, clock, vault } = open.house;
  const looks = async () => {
    const { events } = database.reader.tables;
    const rows = await database.reader.select().from(events).where(eq(events.kind, 'audit.viewed'));
    return rows.map(({ personId, payload }) => [personId, payload]);
  };
  await write(...Array.from({ length: 60 }, () => fact({ channelId: own })));
  const first = await look(supervisor);
  await look(supervisor, { cursor: first.cursor ?? '' });
  await look(supervisor);
  await look(supervisor, { personId: 'jana', kind: 'thread' });
  await look(supervisor, { kind: 'thread', personId: 'jana' });
  await look(admin, { account: 'sabine-k' });
  // Nobody gets around it by beginning with another page.
  for (const cursor of ['999999999999999', '99']) await look(supervisor, { personId: 'lena', cursor });
  const seen = [
    [supervisor.personId, {}],
    [supervisor.personId, { personId: 'jana', kind: 'thread' }],
    [admin.personId, { account: vault.mark('sabine-k') }],
    [supervisor.personId, { personId: 'lena' }],
  ];
  expect(await looks()).toEqual(seen);
  clock.forward(15 * 60_000);
  await look(supervisor);
  expect(await looks()).toEqual([...seen, [supervisor.personId, {}]]);
  // Who may not look has seen nothing.
  await (await open.browserOf('lead', [own])).call('GET', '/api/audit');
  expect(await looks()).toHaveLength(5);
});

test('pages follow each other without a gap, also while entries come', async () => {
  await write(...Array.from({ length: 120 }, () => fact({ channelId: own })));
  const first = await look(supervisor);
  await write(fact({ channelId: own }));
  const second = await look(supervisor, { cursor: first.cursor ?? '' });
  const third = await look(supervisor, { cursor: second.cursor ?? '' });
  const all = [first, second, third].flatMap(({ entries }) => entries.map((entry) => entry.seq));
  expect(all).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
  expect(third.cursor).toBeNull();
});

test('an entry says who, where, before and after', async () => {
  const payload = {
    claim: 1,
    reason: 'answered',
    channels: [foreign],
    before: { assigneeId: null },
    after: { assigneeId: 'tom' },
  };
  await write(fact({ channelId: own, threadId: 't1', personId: 'jana', payload }));
  expect((await look(supervisor)).entries).toEqual([
    {
      seq: 1,
      at: AT.toISOString(),
      kind: 'thread.assigned',
      actor: { kind: 'person', id: 'jana' },
      channel: { id: own, name: 'Hausblog' },
      thread: { id: 't1', number: null },
      before: { assigneeId: null },
      after: { assigneeId: 'tom' },
      // Not what only the house knows.
      details: { reason: 'answered' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});
