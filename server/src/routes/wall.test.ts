import type { Wall, WallHours, WallNumbers, WallScope, WallUsual } from '@stammgast/shared/contract/wall';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { termsOfChannel } from '@stammgast/shared/domain/search/names';
import * as lists from '@stammgast/shared/domain/wall-lists';
import { and, eq, inArray, lt } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countSearches } from '../flows/read-threads.ts';
import { meetClocks, refreshDue, startClocks, stopClocks } from '../sla/clocks.ts';
import { dueColumns } from '../sla/due.ts';
import { loadPromises } from '../sla/promises.ts';
import { always, promise, seedThreads } from '../sla/sla.suite.ts';
import { addSetting } from '../storage/settings.ts';
import { addTestTeam } from '../testing/cast.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { registerChannelRoutes } from './channels.ts';
import { registerWallRoutes } from './wall.ts';

const NOW = Date.parse('2026-03-05T13:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp((server, house) => {
    registerWallRoutes(server, house);
    registerChannelRoutes(server, house);
  });
  await app.house.database.transaction(async (tx) => {
    await addSetting(tx, 'house', { name: 'Hotel', timeZone: 'Europe/Berlin', locale: 'de' });
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
  readonly sentiment?: 'negative' | 'neutral';
}
async function seed(...seeds: Seed[]): Promise<void> {
  const { database, newId } = app.house;
  await database.transaction(async (tx) => {
    const promises = await loadPromises(tx);
    for (const { channelId = 'blog', opened, answered, stopped, assigneeId, sentiment = 'neutral' } of seeds) {
      const id = newId();
      const openedAt = ago(opened);
      const status = answered === undefined ? 'open' : 'waiting';
      await seedThreads(tx, [
        { id, channelId, openedAt, status, assigneeId: assigneeId ?? null, sentiment, ...dueColumns([], openedAt) },
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
/** Comments on the blog, with as little in them as the table allows. */
async function hear(times: readonly Date[]): Promise<void> {
  const said = { channelId: 'blog', threadId: 't', authorId: 'critic', body: '', stems: '', version: 0 };
  const judged = { sentiment: 'neutral' as const, confidence: 1, evidence: [], topics: [], reasons: [] };
  await app.house.database.transaction((tx) =>
    tx.insert(tx.tables.comments).values(
      times.map((postedAt, i) => ({
        ...said,
        ...judged,
        id: app.house.newId(),
        externalId: `${postedAt.getTime()} ${i}`,
        postedAt,
        receivedAt: postedAt,
      })),
    ),
  );
}

async function read<T>(path: string, role: 'lead' | 'admin' = 'admin', channelIds: string[] = []): Promise<T> {
  return (await (await app.browserOf(role, channelIds)).call('GET', path)).json();
}
const wall = (role?: 'lead' | 'admin', channelIds?: string[]) => read<Wall>('/api/wall', role, channelIds);
const numbers = (query = '', role?: 'lead' | 'admin', channelIds?: string[]) =>
  read<WallNumbers>(`/api/wall/numbers${query}`, role, channelIds);
const hours = (query = '') => read<WallHours>(`/api/wall/hours${query}`);
const usual = (query = '') => read<WallUsual>(`/api/wall/usual${query}`);

const eva: Actor = { role: 'admin', personId: 'eva', channels: 'all' };
async function countOf(text: string, actor: Actor = eva): Promise<number | null> {
  const [count = null] = await countSearches(app.house, actor, [text]);
  return count;
}

describe('what stands now', () => {
  test('is nothing in an empty house', async () => {
    const page = await wall();
    expect(page).toMatchObject({ open: 0, breached: 0, workload: [] });
    expect(page.channels.map((channel) => channel.name)).toEqual(['Forum', 'Hausblog']);
  });

  test('open threads by how they stand, and who has them', async () => {
    await seed(
      { opened: 10 },
      { opened: 50, assigneeId: 'anna' },
      { opened: 60 },
      { opened: 90, assigneeId: 'anna' },
      { opened: 30, answered: 5 },
      { opened: 20, stopped: 10 },
    );
    const page = await wall();
    expect(page).toMatchObject({ open: 5, dueSoon: 1, breached: 2, unassigned: 3 });
    expect(page.workload).toEqual([{ personId: 'anna', name: 'Anna', open: 2, breached: 1 }]);
  });

  test('threads that wait for the person are due soon and late as well', async () => {
    await seed({ opened: 50, assigneeId: 'anna' }, { opened: 60, assigneeId: 'anna' }, { opened: 10 });
    await app.house.database.transaction((tx) => tx.update(tx.tables.threads).set({ status: 'waiting' }));
    const page = await wall();
    expect(page).toMatchObject({ open: 0, unassigned: 0, dueSoon: 1, breached: 1 });
    expect(page.workload).toEqual([{ personId: 'anna', name: 'Anna', open: 0, breached: 1 }]);
  });

  test('of one channel alone', async () => {
    await seed({ opened: 90, assigneeId: 'anna' }, { channelId: 'forum', opened: 50 });
    const page = await read<Wall>('/api/wall?channel=forum');
    expect(page).toMatchObject({ open: 1, dueSoon: 1, breached: 0, workload: [] });
    expect(page.channels.map(({ id }) => id)).toEqual(['forum']);
  });
});

describe('the numbers of a period', () => {
  test('without data there are none, not zeros', async () => {
    const none = { minutes: null, from: null, to: null };
    expect(await numbers()).toMatchObject({
      from: '2026-03-05',
      to: '2026-03-05',
      answering: { n: 0, stillOpen: 0, median: none, p90: none, p95: none, curve: [] },
      kept: { part: 0, whole: 0 },
      negative: { part: 0, whole: 0 },
    });
  });

  test('those still open count as long as they have waited', async () => {
    await seed({ opened: 100, answered: 90 }, { opened: 200, answered: 180 }, { opened: 300, answered: 270 });
    expect((await numbers()).answering).toMatchObject({ n: 3, stillOpen: 0, median: { minutes: 20 } });
    app.house.clock.forward(1000);
    await seed({ opened: 250 }, { opened: 240 });
    // 3 of 5 within half an hour; two have waited for hours.
    expect((await numbers()).answering).toMatchObject({
      n: 5,
      stillOpen: 2,
      median: { minutes: 30 },
      p90: { minutes: null },
      p95: { minutes: null },
      curve: [
        { minutes: 10, share: expect.closeTo(0.2, 9) },
        { minutes: 20, share: expect.closeTo(0.4, 9) },
        { minutes: 30, share: expect.closeTo(0.6, 9) },
      ],
    });
  });

  test('an answer at once is zero minutes, not no data', async () => {
    await seed({ opened: 100, answered: 100 });
    expect((await numbers()).answering.median.minutes).toBe(0);
  });

  test('in time is what was answered before it was due, of what had to be by now', async () => {
    await seed(
      { opened: 100, answered: 50 },
      { opened: 300, answered: 100 },
      { opened: 70 },
      { opened: 10 },
      { opened: 200, stopped: 100 },
      { opened: 200, stopped: 190 },
    );
    expect((await numbers()).kept).toEqual({ part: 1, whole: 4 });
  });

  test('by hour of today, and by day of longer periods', async () => {
    await seed({ opened: 5 }, { opened: 65, answered: 4 }, { opened: 3 * 1440, answered: 3 * 1440 - 10 });
    const today = (await numbers()).flow;
    expect(today).toHaveLength(15);
    expect(today.slice(-3)).toEqual([
      { at: '2026-03-05T12', opened: 1, answered: 0 },
      { at: '2026-03-05T13', opened: 1, answered: 1 },
      { at: '2026-03-05T14', opened: 0, answered: 0 },
    ]);
    const week = (await numbers('?period=week')).flow;
    expect(week).toHaveLength(7);
    expect(week[3]).toEqual({ at: '2026-03-02', opened: 1, answered: 1 });
  });

  test('one answer for many screens, for a second', async () => {
    expect((await numbers()).negative.whole).toBe(0);
    await seed({ opened: 5 });
    expect((await numbers()).negative.whole).toBe(0);
    app.house.clock.forward(1000);
    expect((await numbers()).negative.whole).toBe(1);
  });
});

describe('what is usual', () => {
  test('the same weekday of four weeks, for today; the weeks before, else', async () => {
    await seed({ opened: 7 * 1440 + 60, answered: 7 * 1440 }, { opened: 14 * 1440 + 60, answered: 14 * 1440 });
    await seed({ opened: 1440, answered: 1000 });
    const thursdays = await usual();
    expect(thursdays.days).toEqual(['2026-02-05', '2026-02-12', '2026-02-19', '2026-02-26']);
    expect(thursdays.answering).toMatchObject({ n: 2, median: { minutes: 60 } });
    expect(thursdays.inflow[13]).toEqual({ hour: 13, opened: 1 });
    const month = await usual('?period=month');
    expect([month.days[0], month.days.at(-1)]).toEqual(['2026-01-09', '2026-02-05']);
  });

  test('days before anything was connected do not count, and without any nothing is usual', async () => {
    expect((await usual()).inflow[13]).toEqual({ hour: 13, opened: null });
    await seed({ opened: 7 * 1440 + 60 });
    app.house.clock.forward(60_000);
    expect((await usual()).inflow[13]).toEqual({ hour: 13, opened: 1 });
    await app.house.database.transaction((tx) => tx.update(tx.tables.channels).set({ createdAt: ago(20 * 1440) }));
    app.house.clock.forward(60_000);
    expect((await usual()).inflow.slice(12, 14)).toEqual([
      { hour: 12, opened: 0 },
      { hour: 13, opened: 0.5 },
    ]);
  });

  test('a channel that is quieter than usual says so', async () => {
    await seed({ opened: 10 });
    await hear(Array.from({ length: 27 * 24 }, (_, hour) => ago((hour + 2) * 60)));
    const quietFor = async () => (await usual()).channels.find(({ id }) => id === 'blog');
    expect(await quietFor()).toMatchObject({ lastItemAt: ago(120).toISOString(), silent: false });
    app.house.clock.forward(3_600_000 * 1.5);
    expect(await quietFor()).toMatchObject({ silent: true });
    expect((await usual()).channels.find(({ id }) => id === 'forum')).toMatchObject({
      lastItemAt: null,
      silent: false,
      usualGapMinutes: null,
    });
  });

  test('agents hear of it too, of their own channels only, and no longer once something has come', async () => {
    await seed({ opened: 10 });
    await hear(Array.from({ length: 27 * 24 }, (_, hour) => ago((hour + 4) * 60)));
    const silentFor = async (channels: readonly string[]) =>
      (await (await app.browserOf('agent', channels)).call('GET', '/api/channels/silent')).json<unknown>();
    expect(await silentFor(['blog', 'forum'])).toEqual({
      channels: [{ id: 'blog', lastItemAt: ago(240).toISOString(), usualGapMinutes: 63 }],
    });
    expect(await silentFor(['forum'])).toEqual({ channels: [] });
    await hear([ago(0)]);
    expect(await silentFor(['blog'])).toEqual({ channels: [] });
  });
});

describe('the hours of the week', () => {
  /** Thursdays at 13:00 in Berlin, for weeks ago. */
  const thursday = (weeks: number) => weeks * 10_080 + 60;
  const cellAt = async (weekday: number, hour: number, query = '') =>
    (await hours(query)).cells.find((cell) => cell.weekday === weekday && cell.hour === hour);

  test('time to the first answer, those still open counted as long as they wait', async () => {
    const answeredAfter = (minutes: number, weeks: number) => ({
      opened: thursday(weeks),
      answered: thursday(weeks) - minutes,
    });
    await seed(answeredAfter(10, 1), answeredAfter(20, 2), answeredAfter(90, 3), answeredAfter(200, 4));
    await seed({ opened: thursday(1) }, { opened: thursday(2), channelId: 'forum' });
    // Two of six within 20 minutes, the third after 90; of the answered alone half would have been within 20.
    expect(await cellAt(3, 13)).toMatchObject({ n: 6, stillOpen: 2, median: { minutes: 90 } });
    expect(await cellAt(3, 13, '?channel=forum')).toMatchObject({ n: 1, stillOpen: 1, median: { minutes: null } });
  });

  test('of the four weeks before today, and none where nothing came', async () => {
    await seed({ opened: 60, answered: 50 }, { opened: thursday(5), answered: thursday(5) - 10 });
    const none = { minutes: null, from: null, to: null };
    expect(await cellAt(3, 13)).toEqual({ weekday: 3, hour: 13, n: 0, stillOpen: 0, median: none });
    expect((await hours()).days[3]).toEqual(['2026-02-05', '2026-02-12', '2026-02-19', '2026-02-26']);
  });
});

describe('every number opens the list that it counts', () => {
  let haus: string;
  /** Where and which: a team by its name. */
  const asked = (where: WallScope) =>
    [
      ...(where.channel === undefined ? [] : [`channel=${where.channel}`]),
      ...(where.team === undefined ? [] : [`team=${haus}`]),
    ].join('&');
  const termsOf = async (where: WallScope) =>
    lists.termsOfWall(await read<Wall>(`/api/wall?${asked(where)}`), where.channel);
  beforeEach(async () => {
    const minutes = [3, 17, 55, 64, 90, 180, 400, 800, 1500, 4000, 9000, 20_000, 38_000];
    const seeds = minutes.flatMap((opened, i) => {
      const sentiment = i % 3 === 0 ? ('negative' as const) : ('neutral' as const);
      return [
        { opened, sentiment },
        { opened: opened + 1, answered: Math.max(0, opened - 40), sentiment },
        { opened: opened + 2, stopped: Math.max(0, opened - 70), assigneeId: 'anna' },
        { opened: opened + 3, answered: opened, channelId: 'forum', sentiment },
        { opened: opened + 4, channelId: 'forum', assigneeId: 'anna' },
      ];
    });
    await seed(...seeds);
    await app.house.database.transaction(async (tx) => {
      const feed = { platform: 'feed' as const, settings: {}, createdAt: ago(0) };
      await tx.insert(tx.tables.channels).values([
        { id: 'news', name: 'Presse', ...feed },
        { id: 'lost', name: 'Alte Presse', removedAt: ago(5), ...feed },
      ]);
    });
    haus = await addTestTeam(app.house, 'Haus "Wien"', ['forum', 'news', 'lost']);
    await seed(
      { opened: 7, channelId: 'forum' },
      { opened: 70, channelId: 'news', assigneeId: 'anna' },
      { opened: 71, channelId: 'old', stopped: 5 },
      { opened: 72, channelId: 'lost', stopped: 5, sentiment: 'negative' },
      ...[80, 81].map((opened) => ({ opened, channelId: 'news', answered: 30, sentiment: 'negative' as const })),
      { opened: 90, channelId: 'news', answered: 60 },
      { opened: 52, channelId: 'news' },
    );
    await app.house.database.transaction(async (tx) => {
      const { clocks, threads } = tx.tables;
      // What a channel brought is over with it.
      await tx
        .update(threads)
        .set({ status: 'resolved' })
        .where(inArray(threads.channelId, ['old', 'lost']));
      // Snoozed is out of sight, and late all the same.
      const late = and(lt(threads.dueAt, ago(60)), inArray(threads.channelId, ['blog', 'forum']));
      await tx
        .update(threads)
        .set({ snoozedUntil: ago(-600), snoozedBy: 'anna' })
        .where(late);
      // Two first clocks, as threads have that became one.
      const [one, other] = await tx.select({ id: threads.id }).from(threads).orderBy(threads.openedAt).limit(2);
      await tx
        .update(clocks)
        .set({ threadId: one?.id ?? '' })
        .where(eq(clocks.threadId, other?.id ?? ''));
    });
  });

  test.each<WallScope>([
    {},
    { channel: 'forum' },
    { channel: 'news' },
    { team: 'haus' },
    { team: 'haus', channel: 'news' },
  ])('what stands now: %j', async (where) => {
    const page = await read<Wall>(`/api/wall?${asked(where)}`);
    const channel = lists.termsOfWall(page, where.channel);
    const shown = { open: page.open, soon: page.dueSoon, overdue: page.breached, unassigned: page.unassigned };
    for (const name of lists.standingLists) {
      expect([name, await countOf(lists.standingList(name, channel))]).toEqual([name, shown[name]]);
      expect(shown[name]).toBeGreaterThan(0);
    }
    for (const one of page.channels) {
      const only = termsOfChannel(one, page.names);
      expect([one.name, await countOf(lists.standingList('open', only))]).toEqual([one.name, one.open]);
      expect([one.name, await countOf(lists.standingList('overdue', only))]).toEqual([one.name, one.breached]);
      expect(one.breached).toBeGreaterThan(0);
    }
    const [anna] = page.workload;
    expect(await countOf(lists.personList({ key: 'assignee', value: '@Anna' }, 'open', channel))).toBe(anna?.open);
    expect(await countOf(lists.personList({ key: 'assignee', value: '@Anna' }, 'overdue', channel))).toBe(
      anna?.breached,
    );
    expect(await countOf('is:snoozed is:overdue')).toBeGreaterThan(0);
  });

  test.each<[string, WallScope]>([
    ['today', {}],
    ['week', {}],
    ['month', {}],
    ['month', { channel: 'forum' }],
    ['today', { channel: 'news' }],
    ['today', { team: 'haus' }],
    ['month', { team: 'haus' }],
  ])('of a period: %s, %j', async (period, where) => {
    const page = await numbers(`?period=${period}&${asked(where)}`);
    const channel = await termsOf(where);
    const { answering, kept, negative } = page;
    const shown = {
      opened: negative.whole,
      negative: negative.part,
      promised: answering.n,
      running: answering.stillOpen,
      kept: kept.part,
      decided: kept.whole,
    };
    for (const name of lists.periodLists) {
      expect([name, await countOf(lists.periodList(name, page, channel))]).toEqual([name, shown[name]]);
      expect(shown[name]).toBeGreaterThan(0);
    }
    const sum = (of: 'opened' | 'answered') => page.flow.reduce((total, slot) => total + slot[of], 0);
    expect(sum('opened')).toBe(shown.opened);
    expect(await countOf(lists.answeredList(page, channel))).toBe(sum('answered'));
    for (const { at, opened, answered } of page.flow) {
      expect([at, await countOf(lists.slotList('created', at, channel))]).toEqual([at, opened]);
      expect([at, await countOf(lists.slotList('answered', at, channel))]).toEqual([at, answered]);
    }
  });

  test.each<WallScope>([{}, { team: 'haus' }])('of an hour of the week: %j', async (where) => {
    const channel = await termsOf(where);
    const { heat } = await usual(`?${asked(where)}`);
    const busy = heat.cells.filter(({ opened }) => opened > 0);
    expect(busy.length).toBeGreaterThan(3);
    for (const { weekday, hour, opened } of [...busy, ...heat.cells.slice(0, 5)]) {
      expect(await countOf(lists.hourList('opened', heat.days[weekday] ?? [], hour, channel))).toBe(opened);
    }
    const answered = await hours(`?${asked(where)}`);
    expect(answered.days).toEqual(heat.days);
    const promised = answered.cells.filter(({ n }) => n > 0);
    expect(promised.length).toBeGreaterThan(3);
    for (const { weekday, hour, n } of [...promised, ...answered.cells.slice(0, 5)]) {
      expect(await countOf(lists.hourList('promised', heat.days[weekday] ?? [], hour, channel))).toBe(n);
    }
  });
});

test('a lead sees their own channels only', async () => {
  await seed({ opened: 90, assigneeId: 'anna' }, { channelId: 'forum', opened: 100, answered: 99 });
  const page = await wall('lead', ['forum']);
  expect(page).toMatchObject({ open: 0, breached: 0, workload: [] });
  expect(page.channels.map((channel) => channel.id)).toEqual(['forum']);
  expect((await numbers('', 'lead', ['forum'])).negative.whole).toBe(1);
  expect((await numbers('?channel=blog', 'lead', ['forum'])).negative.whole).toBe(0);
  expect(await wall('lead')).toMatchObject({ open: 0, channels: [] });
});

describe('a team', () => {
  test('is what a lead sees of it, in numbers as in lists', async () => {
    await seed({ opened: 90 }, { channelId: 'forum', opened: 100 }, { channelId: 'old', opened: 80, stopped: 70 });
    const team = await addTestTeam(app.house, 'Haus Wien', ['blog', 'forum', 'old']);
    for (const [channels, opened] of [
      [['forum'], 1],
      [['forum', 'old'], 2],
      [['blog', 'forum', 'old'], 3],
    ] as const) {
      const lead: Actor = { role: 'lead', personId: 'lea', channels };
      const page = await read<Wall>(`/api/wall?team=${team}`, 'lead', [...channels]);
      expect(page.team).toBe('Haus Wien');
      expect(page.channels.every(({ id }) => channels.some((one) => one === id))).toBe(true);
      const { negative, ...period } = await numbers(`?team=${team}`, 'lead', [...channels]);
      expect(negative.whole).toBe(opened);
      expect(await countOf(lists.periodList('opened', period, lists.termsOfWall(page, undefined)), lead)).toBe(opened);
      expect(await countOf(lists.standingList('open', lists.termsOfWall(page, undefined)), lead)).toBe(page.open);
    }
  });

  test('of whose channels a lead sees none is like one that is not there', async () => {
    const team = await addTestTeam(app.house, 'Haus Wien', ['blog']);
    const lead = await app.browserOf('lead', ['forum']);
    const told = async (id: string) => {
      const answers = await Promise.all(
        ['', '/numbers', '/usual', '/hours'].map((path) => lead.call('GET', `/api/wall${path}?team=${id}`)),
      );
      return answers.map((answer) => [answer.statusCode, answer.json().code]);
    };
    expect(await told(team)).toEqual(Array.from({ length: 4 }, () => [404, 'not_found']));
    expect(await told('none')).toEqual(await told(team));
    expect(await countOf('team:"Haus Wien"', { role: 'lead', personId: 'lea', channels: ['forum'] })).toBe(null);
  });
});

test.each(['', '/hours', '/numbers', '/usual'])('is for leads: %s', async (path) => {
  const agent = await app.browserOf('agent', ['blog']);
  expect((await agent.call('GET', `/api/wall${path}`)).statusCode).toBe(403);
});
