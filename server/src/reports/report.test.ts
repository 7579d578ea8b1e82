import type { Report, ReportQuestion } from '@stammgast/shared/contract/reports';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq, type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendFacts } from '../audit/trail.ts';
import type { StoredFact } from '../events/events.queries.ts';
import { addTestTeam } from '../testing/cast.ts';
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts';
import { readReport } from './report.ts';
import { MARCH, seedHouse, seedThreads } from './reports.suite.ts';

let house: TestHouse;
let haus: string;
beforeAll(async () => {
  house = await openTestHouse();
  await seedHouse(house);
  await seedThreads(house, { count: 300, from: '2026-02-25T00:00:00Z', to: '2026-04-05T00:00:00Z' });
  await seedThreads(house, {
    ...{ count: 40, from: '2026-02-01T00:00:00Z', to: '2026-03-20T00:00:00Z', seed: 2, channels: ['old'] },
  });
  haus = await addTestTeam(house, 'Haus Wien', ['blog', 'old']);
});
afterAll(() => house.database.close());

const admin: Actor = { personId: 'eva', role: 'admin', channels: 'all' };
const read = (more: Partial<ReportQuestion> = {}, actor: Actor = admin): Promise<Report> =>
  readReport(house.database.reader, {
    actor,
    now: house.clock.now(),
    question: { ...MARCH, grain: 'week', by: 'none', ...more },
  });

/** What the house has of March in Berlin: winter time at its beginning, summer time at its end. */
const march = (column: string): SQL => {
  const { dialect } = house.database.reader;
  const [start, end] = ['2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'].map((at) => dialect.instant(new Date(at)));
  return sql`${sql.raw(column)} >= ${start} AND ${sql.raw(column)} < ${end}`;
};
async function countOf(query: SQL): Promise<number> {
  const { reader } = house.database;
  const [row] = await reader.dialect.rows<{ n: number }>(reader, query);
  return Number(row?.n);
}

describe('numbers are those that an independent count gives', () => {
  const channels = sql`channel_id IN ('blog', 'forum', 'old')`;

  test.each([
    ['comments', sql`comments WHERE NOT own AND visibility <> 'spam'`, 'posted_at'],
    ['opened', sql`threads WHERE true`, 'opened_at'],
    ['answered', sql`clocks WHERE kind = 'first'`, 'met_at'],
    ['resolved', sql`threads WHERE true`, 'resolved_at'],
    ['waits', sql`clocks WHERE kind = 'first'`, 'started_at'],
  ] as const)('%s', async (name, from, column) => {
    const expected = await countOf(sql`SELECT COUNT(*) AS n FROM ${from} AND ${channels} AND ${march(column)}`);
    const { total } = await read();
    expect(expected).toBeGreaterThan(100);
    expect(total.total[name]).toBe(expected);
    expect(total.buckets.reduce((sum, bucket) => sum + (bucket[name] ?? 0), 0)).toBe(expected);
  });

  test('share within the deadline: met in time among all that are decided', async () => {
    const some = sql`clocks WHERE kind = 'first' AND ${march('started_at')}`;
    const { inTime } = (await read()).total.total;
    expect(inTime.part).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some} AND met_at <= due_at`));
    expect(inTime.whole).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some}`));
    expect(inTime.from).toBeLessThan(inTime.share ?? 0);
  });

  test('criticism that was answered within a week', async () => {
    const { dialect } = house.database.reader;
    const week = dialect.name === 'sqlite' ? sql`604800000` : sql`INTERVAL '7 days'`;
    const some = sql`comments AS c WHERE NOT c.own AND c.needs_answer AND c.visibility = 'public'
      AND c.sentiment IN ('negative', 'mixed') AND ${march('c.posted_at')}`;
    const answered = sql`EXISTS (SELECT 1 FROM replies AS r WHERE r.thread_id = c.thread_id
      AND r.published_at >= c.posted_at AND r.published_at <= c.posted_at + ${week})`;
    const { answerRate } = (await read()).total.total;
    expect(answerRate.whole).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some}`));
    expect(answerRate.part).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some} AND ${answered}`));
    expect(answerRate.part).toBeLessThan(answerRate.whole);
  });

  test('promises that were kept, of those that were confirmed and due', async () => {
    const due = sql`promises WHERE state IN ('open', 'kept', 'broken') AND ${march('due_at')}`;
    const { promisesKept } = (await read()).total.total;
    expect(promisesKept.whole).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${due}`));
    expect(promisesKept.part).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${due} AND state = 'kept'`));
  });

  test.each([
    ['channel', 'channel_id', sql``],
    ['sentiment', 'sentiment', sql``],
    ['policy', 'k.policy_name', sql`JOIN clocks AS k ON k.thread_id = c.thread_id`],
  ] as const)('by %s', async (by, column, join) => {
    const { groups } = await read({ by });
    expect(groups.length).toBeGreaterThan(1);
    for (const { key, total } of groups) {
      const some = sql`comments AS c ${join} WHERE NOT c.own AND c.visibility <> 'spam' AND ${march('c.posted_at')}`;
      const name = sql.raw(column === 'k.policy_name' ? column : `c.${column}`);
      expect(total.comments ?? 0).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some} AND ${name} = ${key}`));
    }
  });

  test('by topic, where a comment may count twice', async () => {
    const { groups } = await read({ by: 'topic' });
    expect(groups.map(({ key }) => key)).toEqual(['product', 'support', null]);
    for (const { key, total } of groups) {
      const like = key === null ? '[]' : `%"${key}"%`;
      const some = sql`threads WHERE CAST(topics AS text) LIKE ${like} AND ${march('opened_at')}`;
      expect(total.opened).toBe(await countOf(sql`SELECT COUNT(*) AS n FROM ${some}`));
    }
  });
});

test('filters leave the same as a breakdown shows', async () => {
  for (const [by, filter] of [
    ['sentiment', { sentiment: 'negative' }],
    ['topic', { topic: 'support' }],
    ['policy', { policy: 'Eilig' }],
    ['channel', { channel: 'blog' }],
    ['team', { team: haus }],
  ] as const) {
    const value = Object.values(filter)[0];
    const group = (await read({ by })).groups.find(({ key }) => key === value);
    const filtered = (await read(filter)).total;
    expect({ ...filtered.total, coverage: 0 }).toEqual({ ...group?.total, coverage: 0 });
  }
});

test('days without connection are gaps: they make no zero, and no comparison', async () => {
  const report = await read({ by: 'channel', grain: 'day' });
  expect(report.channels.map(({ id, gaps }) => [id, gaps])).toEqual([
    ['old', [{ from: '2026-03-21', to: '2026-04-01', reason: 'removed' }]],
    ['forum', []],
    ['blog', []],
  ]);
  const old = report.groups.find(({ key }) => key === 'old');
  expect(old?.buckets[25]).toMatchObject({ comments: null, opened: null, coverage: 0 });
  expect(old?.buckets[10]).toMatchObject({ coverage: 1 });
  expect(old?.compared).toBeNull();
  expect(report.comparedChannels).toEqual(['blog']);
  expect(report.total.compared?.before.coverage).toBe(1);
});

test('outages that are over are gaps as far as the record goes, and where nothing of them came in later', async () => {
  const { database } = house;
  await database.transaction((tx) =>
    tx.insertMany(tx.tables.channels, [
      {
        ...{ id: 'feed', name: 'Feed', platform: 'feed', settings: {}, state: 'ok', lastSuccessAt: house.clock.now() },
        createdAt: new Date('2026-01-01T00:00:00Z'),
      },
    ] as never),
  );
  // Down from the 2nd to the 8th; something that was said on the 4th was read afterwards.
  await seedThreads(house, { count: 1, from: '2026-03-04T12:00:00Z', to: '2026-03-04T13:00:00Z', channels: ['feed'] });
  await database.transaction((tx) =>
    appendFacts(
      tx,
      [
        stateFact(101, '2026-03-02T12:00:00Z', 'ok', 'failing'),
        stateFact(102, '2026-03-08T12:00:00Z', 'failing', 'ok'),
      ],
      String,
    ),
  );
  const report = await read({ channel: 'feed', grain: 'day' });
  expect(report.channels[0]?.gaps).toEqual([
    { from: '2026-03-03', to: '2026-03-04', reason: 'down' },
    { from: '2026-03-05', to: '2026-03-08', reason: 'down' },
  ]);
  expect(report.total.buckets.slice(1, 5).map(({ comments, coverage }) => [comments, coverage])).toEqual([
    [0, 1],
    [null, 0],
    [2, 1],
    [null, 0],
  ]);
  expect(report.total.total.coverage).toBeCloseTo(27 / 31);
  expect(report.outagesKnownSince).toBe('2026-03-02T12:00:00.000Z');
  expect((await read({ channel: 'feed', from: '2026-03-03' })).outagesKnownSince).toBeNull();
  await database.transaction((tx) => tx.delete(tx.tables.channels).where(eq(tx.tables.channels.id, 'feed')));
});

const stateFact = (seq: number, at: string, before: string, after: string): StoredFact => ({
  ...{ seq, at: new Date(at), kind: 'channel.changed', channelId: 'feed', threadId: null, personId: null },
  payload: { state: after, before: { state: before }, after: { state: after } },
});

test('a channel that is not seen is not counted, by whatever way', async () => {
  const lead: Actor = { personId: 'lea', role: 'lead', channels: ['blog'] };
  const own = await read({}, lead);
  expect(own.channels.map(({ id }) => id)).toEqual(['blog']);
  expect(own.total).toEqual((await read({ channel: 'blog' })).total);
  expect((await read({ channel: 'forum' }, lead)).total.total).toMatchObject({ comments: null, waits: 0 });
  expect((await read({ by: 'channel' }, lead)).groups.map(({ key }) => key)).toEqual(['blog']);
});

test('by team: its channels together, those of none last, and of it only what is seen', async () => {
  const { groups, channels } = await read({ by: 'team' });
  expect(groups.map(({ key }) => key)).toEqual([haus, null]);
  expect(channels.find(({ id }) => id === 'old')?.team).toEqual({ id: haus, name: 'Haus Wien' });
  const opened = async (ids: SQL) =>
    countOf(sql`SELECT COUNT(*) AS n FROM threads WHERE channel_id IN ${ids} AND ${march('opened_at')}`);
  expect(groups.map(({ total }) => total.opened)).toEqual([
    await opened(sql`('blog', 'old')`),
    await opened(sql`('forum')`),
  ]);
  // Each line knows only the gaps of its own channels: one of this team was disconnected.
  expect(groups.map(({ total }) => total.coverage < 1)).toEqual([true, false]);
  expect((await read({ team: haus })).total).toEqual(groups[0] && { ...groups[0], key: null });
  const lead: Actor = { personId: 'lea', role: 'lead', channels: ['blog', 'forum'] };
  expect((await read({ team: haus }, lead)).total).toEqual((await read({ channel: 'blog' })).total);
  expect((await read({ team: haus }, { ...lead, channels: ['forum'] })).channels).toEqual([]);
});

test('too few cases give no percentage and no median; what is to come is empty', async () => {
  const oneDay = await read({ from: '2026-03-04', to: '2026-03-05', grain: 'day', channel: 'old' });
  const { waits, clockTime, inTime } = oneDay.total.total;
  expect(waits).toBeLessThan(10);
  expect(clockTime).toEqual({ p50: null, p90: null, p95: null });
  expect(inTime.share).toBeNull();
  const next = await read({ from: '2026-06-01', to: '2026-07-01', grain: 'week' });
  expect(next).toMatchObject({ passed: null, before: null });
  expect(next.total.total).toMatchObject({ comments: null, coverage: 0 });
});

test('those who still wait are part of the median, and business hours are shorter than hours', async () => {
  const { clockTime, businessTime, stillWaiting, waits } = (await read()).total.total;
  expect(stillWaiting / waits).toBeGreaterThan(0.1);
  const { reader } = house.database;
  const answered = await reader.dialect.rows<{ minutes: number }>(
    reader,
    reader.dialect.name === 'sqlite'
      ? sql`SELECT (met_at - started_at) / 60000.0 AS minutes FROM clocks WHERE met_at IS NOT NULL AND ${march('started_at')} ORDER BY 1`
      : sql`SELECT extract(epoch FROM met_at - started_at) / 60 AS minutes FROM clocks WHERE met_at IS NOT NULL AND ${march('started_at')} ORDER BY 1`,
  );
  // All that have not been answered have waited longer than any that was: the median is that of the whole list.
  const middle = Number(answered[Math.ceil(waits / 2) - 1]?.minutes);
  expect(clockTime.p50?.minutes).toBeCloseTo(middle, 0);
  expect(businessTime.p50?.minutes).toBeLessThan(clockTime.p50?.minutes ?? 0);
  // One in five has no answer: nobody knows by when nine of ten will have one.
  for (const time of [clockTime, businessTime])
    expect([time.p90, time.p95]).toEqual([expect.objectContaining({ minutes: null }), expect.anything()]);
});
