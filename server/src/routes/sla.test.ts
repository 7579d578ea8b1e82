import type { SlaPolicy } from '@stammgast/shared/contract/sla';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startClocks } from '../sla/clocks.ts';
import { ensureDefaults, loadPromises } from '../sla/promises.ts';
import { openTestApp, type TestApp, type TestBrowser } from '../testing/open-test-app.ts';
import { registerSlaRoutes } from './sla.ts';

let app: TestApp;
let lead: TestBrowser;
beforeEach(async () => {
  app = await openTestApp(registerSlaRoutes);
  const { database, clock, newId } = app.house;
  await database.transaction((tx) => ensureDefaults(tx, 'Europe/Berlin', 'de', newId, clock.now()));
  lead = await app.browserOf('lead');
});
afterEach(() => app.close());

const terms = {
  name: 'Lob',
  channelId: null,
  sentiment: 'positive',
  firstMinutes: 600,
  nextMinutes: null,
  resolutionMinutes: null,
};
const day = [{ from: 540, to: 1020 }];
const calendar = { timeZone: 'Europe/Zurich', week: [day, day, day, day, day, [], []] };
const policies = async () => (await lead.call('GET', '/api/sla')).json().policies as SlaPolicy[];
const problem = (answer: Awaited<ReturnType<TestBrowser['call']>>) => {
  const { code, fields } = answer.json();
  return [answer.statusCode, code, fields?.[0]?.path];
};

describe('policies', () => {
  test('are added before the default, changed and removed', async () => {
    const added = (await lead.call('POST', '/api/sla/policies', terms)).json();
    expect(added).toMatchObject({ ...terms, isDefault: false });
    expect((await policies()).map((policy) => policy.name)).toEqual([
      'Negative Kritik',
      'Gemischt',
      'Lob',
      'Alles andere',
    ]);
    const changed = await lead.call('PUT', `/api/sla/policies/${added.id}`, { ...terms, firstMinutes: 30 });
    expect(changed.json()).toMatchObject({ id: added.id, firstMinutes: 30, position: added.position });
    expect((await lead.call('DELETE', `/api/sla/policies/${added.id}`)).json()).toEqual({ done: true });
    expect(await policies()).toHaveLength(3);
  });
  test('the default may change its minutes and name only', async () => {
    const rest = (await policies()).find((policy) => policy.isDefault);
    const url = `/api/sla/policies/${rest?.id}`;
    const minutes = { ...terms, sentiment: null, name: 'Rest' };
    expect((await lead.call('PUT', url, minutes)).json()).toMatchObject({
      name: 'Rest',
      firstMinutes: 600,
      isDefault: true,
    });
    expect(problem(await lead.call('PUT', url, terms))).toEqual([409, 'sla.policy_default', undefined]);
    expect(problem(await lead.call('DELETE', url))).toEqual([409, 'sla.policy_default', undefined]);
  });
  test('for nothing, or for an unknown channel, are refused', async () => {
    const add = (more: object) => lead.call('POST', '/api/sla/policies', { ...terms, ...more });
    expect(problem(await add({ sentiment: null }))).toEqual([400, 'input.invalid', 'body.sentiment']);
    expect(problem(await add({ channelId: 'nowhere' }))).toEqual([400, 'input.invalid', 'body.channelId']);
    expect(problem(await add({ firstMinutes: 0 }))).toEqual([400, 'input.invalid', 'body.firstMinutes']);
    expect(problem(await lead.call('PUT', '/api/sla/policies/unknown', terms))).toEqual([404, 'not_found', undefined]);
  });
  test('are read by everybody and changed by leads', async () => {
    const agent = await app.browserOf('agent');
    expect((await agent.call('GET', '/api/sla')).statusCode).toBe(200);
    expect((await agent.call('POST', '/api/sla/policies', terms)).statusCode).toBe(403);
  });
});

describe('opening hours', () => {
  test('change for future clocks; running ones keep their promise', async () => {
    const { database, newId, clock } = app.house;
    const start = (threadId: string) =>
      database.transaction(async (tx) => {
        const wanted = [
          {
            threadId,
            channelId: 'blog',
            kind: 'first' as const,
            sentiment: 'negative' as const,
            startedAt: clock.now(),
          },
        ];
        return (await startClocks(tx, await loadPromises(tx), wanted, newId)).get(threadId)?.[0]?.dueAt.toISOString();
      });
    clock.set('2026-03-05T15:30:00Z');
    expect(await start('before')).toBe('2026-03-06T07:30:00.000Z');
    expect((await lead.call('PUT', '/api/sla/calendar', calendar)).json()).toEqual(calendar);
    expect((await lead.call('GET', '/api/sla')).json().calendar).toEqual(calendar);
    expect(await start('after')).toBe('2026-03-06T09:30:00.000Z');
    const kept = await database.reader.select().from(database.reader.tables.clocks);
    expect(kept.map((each) => each.dueAt.toISOString())).toEqual([
      '2026-03-06T07:30:00.000Z',
      '2026-03-06T09:30:00.000Z',
    ]);
  });
  test.each([
    ['an unknown zone', { ...calendar, timeZone: 'Europe/Sonnenblick' }, 'body.timeZone'],
    ['no window at all', { ...calendar, week: [[], [], [], [], [], [], []] }, 'body.week'],
    [
      'a window that ends before it begins',
      { ...calendar, week: [[{ from: 600, to: 540 }], [], [], [], [], [], []] },
      'body.week',
    ],
  ])('with %s are refused', async (_, wrong, path) => {
    expect(problem(await lead.call('PUT', '/api/sla/calendar', wrong))).toEqual([400, 'input.invalid', path]);
  });
});
