import type { PersonFigures } from '@stammgast/shared/contract/figures';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetClocks, startClocks } from '../sla/clocks.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import { always, promise, seedThreads } from '../sla/sla.suite.ts';
import { addTestTeam } from '../testing/cast.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerWallRoutes } from './wall.ts';

const NOW = Date.parse('2026-03-05T13:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);
const reason = 'Betriebsvereinbarung vom 2. März 2026';

let app: TestApp;
let admin: TestBrowser;
let lead: TestBrowser;
beforeEach(async () => {
  app = await openTestApp(registerWallRoutes);
  await app.house.database.transaction(async (tx) => {
    await promise(tx, always, [{ firstMinutes: 60, resolutionMinutes: null }]);
    const channel = { platform: 'api' as const, settings: {}, createdAt: ago(0) };
    await tx.insert(tx.tables.channels).values([
      { id: 'blog', name: 'Hausblog', ...channel },
      { id: 'forum', name: 'Forum', ...channel },
    ]);
  });
  admin = await app.browserOf('admin');
  lead = await app.browserOf('lead', ['blog']);
});
afterEach(() => app.close());

/** Threads that a person answered so many minutes after they were opened. */
async function answers(personId: string, minutes: readonly number[], channelId = 'blog'): Promise<void> {
  const { database, newId } = app.house;
  await database.transaction(async (tx) => {
    const promises = await loadPromises(tx);
    for (const [i, waited] of minutes.entries()) {
      const threadId = newId();
      const startedAt = ago(5000 + i);
      const publishedAt = new Date(startedAt.getTime() + waited * 60_000);
      await seedThreads(tx, [{ id: threadId, channelId, openedAt: startedAt, ...dueColumns([], startedAt) }]);
      const clock = { threadId, channelId, kind: 'first' as const, sentiment: 'negative' as const, startedAt };
      await startClocks(tx, promises, [clock], newId);
      await meetClocks(tx, [threadId], ['first'], publishedAt);
      const reply = { threadId, channelId, commentId: threadId, personId, body: 'Danke.', state: 'published' as const };
      await tx
        .insert(tx.tables.replies)
        .values({ id: newId(), idempotencyKey: newId(), createdAt: startedAt, publishedAt, ...reply });
    }
  });
}
const twelve = (first: number) => Array.from({ length: 12 }, (_, i) => first + i);

async function team(size: number): Promise<TestBrowser[]> {
  const people: TestBrowser[] = [];
  for (let i = 0; i < size; i++) people.push(await app.browserOf('agent', ['blog']));
  for (const [i, { personId }] of people.entries()) await answers(personId, twelve(10 * i));
  return people;
}
const switchTo = (perPerson: boolean, why = reason) =>
  admin.call('PUT', '/api/codetermination', { perPerson, reason: why });
const look = async (body: object = {}): Promise<PersonFigures> =>
  (await lead.call('POST', '/api/wall/people', body)).json();
const facts = async () => {
  const { reader } = app.house.database;
  return (await reader.select().from(reader.tables.events)).map(({ kind, personId, payload }) => ({
    kind,
    personId,
    payload,
  }));
};

describe('figures per person', () => {
  test('are off until an administrator switches them on', async () => {
    await team(5);
    const refused = await lead.call('POST', '/api/wall/people', {});
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'figures.off']);
    expect((await admin.call('GET', '/api/codetermination')).json()).toEqual({
      perPerson: { on: false, at: null, personName: null, reason: '' },
      log: [],
    });
    expect((await lead.call('GET', '/api/wall')).json()).toMatchObject({ perPerson: false });
    expect(await facts()).toEqual([]);
  });

  test('are switched with a reason, which is recorded', async () => {
    expect((await switchTo(true, '  ')).statusCode).toBe(400);
    expect((await switchTo(true)).json()).toMatchObject({
      perPerson: { on: true, at: new Date(NOW).toISOString(), personName: 'Test admin', reason },
      log: [{ deed: 'on', personName: 'Test admin', text: reason }],
    });
    expect(await facts()).toEqual([
      { kind: 'figures.switched', personId: admin.personId, payload: { deed: 'on', reason } },
    ]);
    expect((await lead.call('GET', '/api/wall')).json()).toMatchObject({ perPerson: true });
    await switchTo(false, 'Vereinbarung gekündigt');
    expect((await lead.call('POST', '/api/wall/people', {})).statusCode).toBe(403);
  });

  test('tell how long people waited for the first answers of each, and that somebody looked', async () => {
    const [anna] = await team(5);
    await switchTo(true);
    const { suppressed, people } = await look({ channel: 'blog' });
    expect(suppressed).toBe(false);
    expect(people).toHaveLength(5);
    expect(people.find(({ personId }) => personId === anna?.personId)).toEqual({
      personId: anna?.personId,
      name: 'Test agent',
      n: 12,
      medianMinutes: 5,
      p90Minutes: 10,
    });
    expect((await admin.call('GET', '/api/codetermination')).json().log[0]).toMatchObject({
      deed: 'look',
      personName: 'Test lead',
      text: 'Hausblog',
    });
    expect((await facts()).at(-1)).toEqual({
      kind: 'figures.viewed',
      personId: lead.personId,
      payload: { channel: 'blog', team: null },
    });
  });

  test('of a team are those of its channels that the lead sees, and the look says so', async () => {
    await team(5);
    await answers((await app.browserOf('agent', ['forum'])).personId, twelve(0), 'forum');
    await switchTo(true);
    const haus = await addTestTeam(app.house, 'Haus Wien', ['blog', 'forum']);
    expect((await look({ team: haus })).people).toHaveLength(5);
    const { log } = (await admin.call('GET', '/api/codetermination')).json();
    expect(log[0]).toMatchObject({ deed: 'look', text: 'Haus Wien' });
    expect((await facts()).at(-1)?.payload).toEqual({ channel: null, team: haus });
    const foreign = await addTestTeam(app.house, 'Graz', ['forum']);
    expect((await lead.call('POST', '/api/wall/people', { team: foreign })).statusCode).toBe(404);
  });

  test('tell nothing where fewer than five have answered, and no time of less than ten answers', async () => {
    await team(4);
    await switchTo(true);
    expect(await look()).toEqual({ suppressed: true, people: [] });
    const fifth = await app.browserOf('agent', ['blog']);
    await answers(fifth.personId, [10, 20, 30]);
    const { people } = await look();
    expect(people).toHaveLength(5);
    expect(people.find(({ n }) => n === 3)).toMatchObject({ medianMinutes: null, p90Minutes: null });
  });

  test('of channels that the lead does not see are none', async () => {
    await team(5);
    await switchTo(true);
    const elsewhere = await app.browserOf('lead', ['forum']);
    expect((await elsewhere.call('POST', '/api/wall/people', { channel: 'blog' })).json()).toEqual({
      suppressed: true,
      people: [],
    });
  });

  test.each(['agent', 'supervisor'] as const)('are not for %ss, and only administrators switch', async (role) => {
    const browser = await app.browserOf(role, ['blog']);
    await switchTo(true);
    expect((await browser.call('POST', '/api/wall/people', {})).statusCode).toBe(403);
    for (const other of [browser, lead]) {
      expect((await other.call('GET', '/api/codetermination')).statusCode).toBe(403);
      expect((await other.call('PUT', '/api/codetermination', { perPerson: true, reason })).statusCode).toBe(403);
    }
  });
});

test('everybody sees their own, whatever is switched', async () => {
  const [anna] = await team(1);
  const own = async () => (await anna?.call('GET', '/api/me/figures'))?.json();
  expect(await own()).toEqual({ n: 12, medianMinutes: 5, p90Minutes: 10, seenByLeads: false });
  await switchTo(true);
  expect(await own()).toMatchObject({ n: 12, seenByLeads: true });
  expect((await lead.call('GET', '/api/me/figures')).json()).toMatchObject({ n: 0, medianMinutes: null });
});

test('of several answers the first counts, and nothing that is older than four weeks', async () => {
  const [anna, tom] = await team(2);
  await app.house.database.transaction(async (tx) => {
    const { replies } = tx.tables;
    const rows = await tx.select().from(replies);
    const again = rows
      .filter(({ personId }) => personId === anna?.personId)
      .map((row, i) => ({
        ...row,
        id: `again${i}`,
        idempotencyKey: `again${i}`,
        personId: tom?.personId ?? '',
        publishedAt: ago(1),
      }));
    await tx.insert(replies).values(again);
  });
  expect((await tom?.call('GET', '/api/me/figures'))?.json()).toMatchObject({ n: 12 });
  await app.house.database.transaction((tx) => tx.update(tx.tables.threads).set({ openedAt: ago(28 * 1440 + 1) }));
  expect((await tom?.call('GET', '/api/me/figures'))?.json()).toMatchObject({ n: 0 });
});
