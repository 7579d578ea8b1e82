import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Batch, ChannelError, type Connector, type Http, type Watched } from '../connectors/connector.ts';
import { feed } from '../connectors/feed/index.ts';
import { connectors } from '../connectors/registry.ts';
import { pretendSettings, startPretendBlog } from '../connectors/wordpress/pretend-blog.ts';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { runDue } from '../jobs/worker.ts';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { fetchChannel, pauseAfter, reviveFetching, startFetching } from './fetch-channels.ts';
import { FETCH } from './fetch-jobs.ts';

let house: TestHouse;
let visits: { cursor: string | null; watched: readonly Watched[] }[];
let answer: () => Batch[];

const comment = (externalId: string) => ({
  kind: 'comment' as const,
  comment: {
    ...{ externalId, parentExternalId: null, post: null, body: `Kalt ${externalId}`, visibility: 'public' as const },
    author: { externalId, name: 'Karla', handle: null, url: null, own: false },
    ...{ postedAt: new Date('2026-03-05T12:00:00Z'), url: null, likes: null, version: null },
  },
});
const batch = (cursor: string, ...ids: string[]): Batch => ({ changes: ids.map(comment), cursor, history: false });

const noWay: Http = async () => expect.unreachable('the pretended channel asks nobody');
const pretend: Connector = {
  ...(feed as unknown as Connector),
  pollSeconds: 10,
  open: () => ({
    async *fetchSince(cursor, watched) {
      visits.push({ cursor, watched });
      yield* answer();
    },
    test: async () => ({ found: '' }),
  }),
};

beforeEach(async () => {
  visits = [];
  answer = () => [batch('1', 'c1')];
  house = await openWorkingHouse({ connectors: new Map([['feed', pretend]]), http: () => noWay });
  await addTestChannel(house, { platform: 'feed' });
  await reviveFetching(house);
});
afterEach(() => house.database.close());

const run = () => runDue(house, { [FETCH]: fetchChannel(house, () => 0.5) });
const channel = async () => {
  const { channels } = house.database.reader.tables;
  return (await house.database.reader.select().from(channels))[0];
};
const facts = async () =>
  (await house.database.reader.select().from(house.database.reader.tables.events)).map((row) => row.kind);
const comments = async () =>
  (await house.database.reader.select().from(house.database.reader.tables.comments)).map((row) => row.externalId);
const job = async () => (await house.database.reader.select().from(house.database.reader.tables.jobs))[0];
const set = (change: object) =>
  house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set(change);
  });

describe('a visit', () => {
  it.each([
    ['led elsewhere', { settings: { url: 'https://other.example/' }, cursor: null }],
    ['paused', { state: 'paused' }],
    ['disconnected', { removedAt: new Date('2026-03-05T13:00:00Z'), cursor: null }],
  ])('brings nothing more from a channel that is %s meanwhile', async (_, change) => {
    const { open } = pretend;
    const changing: Connector = {
      ...pretend,
      open: (...given) => ({
        ...open(...given),
        async *fetchSince() {
          yield batch('old 1', 'c1');
          await set(change);
          yield batch('old 2', 'c2');
        },
      }),
    };
    house = { ...house, connectors: new Map([['feed', changing]]) };
    await run();
    expect(await comments()).toEqual(['c1']);
    expect((await channel())?.cursor).toBe('cursor' in change ? null : 'old 1');
    expect(await channel()).not.toMatchObject({ state: 'failing' });
  });

  it('takes in what is new, goes on from there, and comes again', async () => {
    answer = () => [batch('1', 'c1', 'c2'), batch('2', 'c3')];
    await run();
    expect(await comments()).toEqual(['c1', 'c2', 'c3']);
    expect(await channel()).toMatchObject({ cursor: '2', state: 'ok', lastSuccessAt: house.clock.now() });
    expect(await run()).toBe(0);
    house.clock.forward(10_000);
    expect(await run()).toBe(1);
    expect(visits).toEqual([
      { cursor: null, watched: [] },
      { cursor: '2', watched: expect.arrayContaining([{ externalId: 'c3' }]) },
    ]);
    expect((await facts()).filter((kind) => kind === 'channel.changed')).toHaveLength(1);
  });

  it('keeps what came before a failure, says why, and waits longer each time', async () => {
    answer = () => {
      throw new ChannelError('channel.timeout', 'blog.test did not answer in time');
    };
    const waits: number[] = [];
    for (let at = 0; at < 7; at++) {
      await run();
      const wait = ((await job())?.runAt.getTime() ?? 0) - house.clock.now().getTime();
      waits.push(wait / 1000);
      house.clock.forward(wait);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 300, 300]);
    expect(await channel()).toMatchObject({ state: 'failing', lastErrorCode: 'channel.timeout' });
    expect((await facts()).filter((kind) => kind === 'channel.changed')).toHaveLength(1);

    answer = () => [batch('1', 'c1')];
    await run();
    expect(await channel()).toMatchObject({ state: 'ok', lastErrorCode: null, lastErrorAt: null });
    expect(((await job())?.runAt.getTime() ?? 0) - house.clock.now().getTime()).toBe(10_000);
  });

  it('survives an error of our own and does not show its words', async () => {
    answer = () => {
      throw new Error('password=abcd');
    };
    await run();
    expect(await channel()).toMatchObject({ state: 'failing', lastErrorCode: 'channel.unexpected_answer' });
    expect((await channel())?.lastErrorDetail).not.toContain('abcd');
  });

  it('keeps a pause that began meanwhile', async () => {
    answer = () => [batch('1', 'c1')];
    const handler = fetchChannel(house, () => 0.5);
    await runDue(house, {
      [FETCH]: (one, keep) =>
        handler(one, async () => {
          await set({ state: 'paused' });
          await keep();
        }),
    });
    expect(await channel()).toMatchObject({ state: 'paused' });
    house.clock.forward(10_000);
    await run();
    expect(visits).toHaveLength(1);
    expect(await job()).toBeUndefined();
  });

  it('never happens to a channel that is gone or part of a demo', async () => {
    await set({ removedAt: new Date() });
    await run();
    await set({ removedAt: null, demo: true });
    await reviveFetching(house);
    expect(await run()).toBe(0);
    expect(visits).toEqual([]);
  });

  it('is made by one of several nodes', async () => {
    await Promise.all([run(), run(), run()]);
    expect(visits).toHaveLength(1);
  });
});

it('a job that was given up comes back', async () => {
  await house.database.transaction(async (tx) => {
    await tx.update(tx.tables.jobs).set({ state: 'dead' });
  });
  expect(await run()).toBe(0);
  await reviveFetching(house);
  expect(await run()).toBe(1);
});

it('waits are spread', () => {
  expect(pauseAfter(1, 10_000, () => 0)).toBe(7500);
  expect(pauseAfter(1, 10_000, () => 0.999)).toBeGreaterThan(12_000);
});

it('runs by itself until it is stopped', async () => {
  const fetching = startFetching(house, () => 0.5);
  await expect.poll(() => visits.length).toBe(1);
  await expect.poll(comments).toEqual(['c1']);
  await fetching.stop();
  house.clock.forward(60_000);
  await new Promise((done) => setTimeout(done, 300));
  expect(visits).toHaveLength(1);
});

it('a blog, from its first comment to the answer that comes back', async () => {
  const blog = await startPretendBlog();
  const full = await openWorkingHouse({ connectors, http: createGuardedFetch() });
  try {
    await addTestChannel(full, { platform: 'wordpress' });
    const { applicationPassword, ...settings } = pretendSettings(blog);
    await full.database.transaction(async (tx) => {
      const secrets = JSON.stringify({ applicationPassword });
      await tx.update(tx.tables.channels).set({ settings, secrets, allowPrivateAddress: true });
    });
    await reviveFetching(full);
    const handlers = { [FETCH]: fetchChannel(full, () => 0.5) };
    await runDue(full, handlers);
    blog.add({ text: 'Nie wieder, alles schmutzig', date_gmt: '2026-03-05T12:59:00', author_email: 'x@example.test' });
    full.clock.forward(10_000);
    await runDue(full, handlers);
    const rows = await full.database.reader.select().from(full.database.reader.tables.comments);
    expect(rows.map((row) => [row.externalId, row.visibility, row.own])).toEqual([
      ['2', 'held', false],
      ['3', 'public', true],
      ['5', 'spam', false],
      ['7', 'public', false],
    ]);
    expect(rows.at(-1)).toMatchObject({ body: 'Nie wieder, alles schmutzig', sentiment: 'negative' });
  } finally {
    await blog.close();
    await full.database.close();
  }
});
