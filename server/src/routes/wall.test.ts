import type { Wall } from '@stammgast/shared/contract/wall';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listQueue } from '../flows/read-threads.ts';
import { meetClocks, refreshDue, startClocks, stopClocks } from '../sla/clocks.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import { always, promise, seedThreads } from '../sla/sla.suite.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { registerWallRoutes } from './wall.ts';

const NOW = Date.parse('2026-03-05T13:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp(registerWallRoutes);
  await app.house.database.transaction(async (tx) => {
    await promise(tx, always, [{ firstMinutes: 60, resolutionMinutes: null }]);
    const channel = { platform: 'api' as const, settings: {}, createdAt: ago(0) };
    await tx.insert(tx.tables.channels).values([
      { id: 'blog', name: 'Hausblog', ...channel },
      { id: 'forum', name: 'Forum', ...channel },
      { id: 'old', name: 'Alt', removedAt: ago(5), ...channel },
    ]);
    await tx
      .insert(tx.tables.people)
      .values({ id: 'anna', name: 'Anna', email: 'anna@sonnenblick.example', role: 'agent', createdAt: ago(0) });
  });
});
afterEach(() => app.close());

interface Seed {
  readonly channelId?: string;
  readonly opened: number;
  readonly answered?: number;
  readonly stopped?: number;
  readonly assigneeId?: string;
}
async function seed(...seeds: Seed[]): Promise<void> {
  const { database, newId } = app.house;
  await database.transaction(async (tx) => {
    const promises = await loadPromises(tx);
    for (const { channelId = 'blog', opened, answered, stopped, assigneeId } of seeds) {
      const id = newId();
      const openedAt = ago(opened);
      const status = answered === undefined ? 'open' : 'waiting';
      await seedThreads(tx, [
        { id, channelId, openedAt, status, assigneeId: assigneeId ?? null, ...dueColumns([], openedAt) },
      ]);
      await startClocks(
        tx,
        promises,
        [{ threadId: id, channelId, kind: 'first', sentiment: 'negative', startedAt: openedAt }],
        newId,
      );
      if (answered !== undefined) await meetClocks(tx, [id], ['first'], ago(answered));
      if (stopped !== undefined) await stopClocks(tx, [id], ago(stopped), 'spam');
      await refreshDue(tx, [id]);
    }
  });
}
async function wall(role: 'lead' | 'admin', channelIds: string[] = [], query = ''): Promise<Wall> {
  return (await (await app.browserOf(role, channelIds)).call('GET', `/api/wall${query}`)).json();
}

test('without data there are no numbers, not zeros', async () => {
  const page = await wall('admin');
  expect(page).toMatchObject({ windowDays: 7, open: 0, breached: 0, stillWaiting: 0, workload: [] });
  expect(page.firstResponse).toEqual({ n: 0, medianMinutes: null, p90Minutes: null });
  expect(page.channels.map((channel) => channel.name)).toEqual(['Forum', 'Hausblog']);
});

test('open threads by how they stand, and who has them', async () => {
  await seed(
    { opened: 10 },
    { opened: 50, assigneeId: 'anna' },
    { opened: 60 },
    { opened: 90, assigneeId: 'anna' },
    { opened: 30, answered: 5 },
  );
  await seed({ opened: 20, stopped: 10 });
  const page = await wall('admin');
  expect(page).toMatchObject({ open: 5, dueSoon: 1, breached: 2, unassigned: 3, stillWaiting: 4 });
  expect(page.workload).toEqual([{ personId: 'anna', name: 'Anna', open: 2, breached: 1 }]);
});

test('due soon and breached count what their lists show: also threads that wait for the person', async () => {
  await seed({ opened: 50, assigneeId: 'anna' }, { opened: 60, assigneeId: 'anna' }, { opened: 10 });
  const { database } = app.house;
  await database.transaction((tx) => tx.update(tx.tables.threads).set({ status: 'waiting' }));
  const page = await wall('admin');
  expect(page).toMatchObject({ open: 0, unassigned: 0, dueSoon: 1, breached: 1 });
  expect(page.workload).toEqual([{ personId: 'anna', name: 'Anna', open: 0, breached: 1 }]);
  const lead = { role: 'admin' as const, personId: 'eva', channels: 'all' as const };
  for (const [state, count] of [
    ['soon', page.dueSoon],
    ['overdue', page.breached],
  ] as const)
    expect((await listQueue(app.house, lead, `is:${state}`, { limit: 10 })).threads).toHaveLength(count);
});

test('time to the first answer by channel, in minutes, of the window', async () => {
  await seed({ opened: 100, answered: 90 }, { opened: 200, answered: 180 }, { opened: 300, answered: 270 });
  await seed({ channelId: 'forum', opened: 100, answered: 99 }, { channelId: 'forum', opened: 5000, answered: 1 });
  const page = await wall('admin', [], '?days=1');
  expect(page.firstResponse).toEqual({ n: 4, medianMinutes: 15, p90Minutes: 27 });
  expect(page.channels).toMatchObject([
    { id: 'forum', n: 1, medianMinutes: 1, p90Minutes: 1 },
    { id: 'blog', n: 3, medianMinutes: 20, p90Minutes: 28 },
  ]);
});

test('an answer at once is zero minutes, not no data', async () => {
  await seed({ opened: 100, answered: 100 });
  expect((await wall('admin')).firstResponse).toEqual({ n: 1, medianMinutes: 0, p90Minutes: 0 });
});

test('a lead sees their own channels only', async () => {
  await seed({ opened: 90, assigneeId: 'anna' }, { channelId: 'forum', opened: 100, answered: 99 });
  const page = await wall('lead', ['forum']);
  expect(page).toMatchObject({ open: 0, breached: 0, stillWaiting: 0, workload: [], firstResponse: { n: 1 } });
  expect(page.channels.map((channel) => channel.id)).toEqual(['forum']);
  expect(await wall('lead')).toMatchObject({ open: 0, channels: [], firstResponse: { n: 0 } });
});

test('is for leads', async () => {
  const agent = await app.browserOf('agent', ['blog']);
  expect((await agent.call('GET', '/api/wall')).statusCode).toBe(403);
});
