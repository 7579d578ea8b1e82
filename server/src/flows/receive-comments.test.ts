import type { Actor } from '@stammgast/shared/domain/permissions';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingChange } from '../connectors/connector.ts';
import { factsAfter } from '../events/events.queries.ts';
import { FINAL } from '../intake/settle.ts';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

let house: TestHouse;
let channel: { id: string; language: null };
beforeEach(async () => {
  house = await openWorkingHouse();
  channel = { id: await addTestChannel(house), language: null };
});
afterEach(() => house.database.close());

const gone = (externalId: string, version: number = FINAL): IncomingChange => ({
  kind: 'removed',
  externalId,
  at: new Date('2026-03-05T12:30:00Z'),
  version,
});
const receive = (changes: IncomingChange[], options: { history?: boolean; cursor?: string } = {}) =>
  receiveComments(house, channel, changes, { history: false, ...options });
const all = async () => {
  const db = house.database.reader;
  const threads = await db.select().from(db.tables.threads);
  const comments = await db.select().from(db.tables.comments);
  const clocks = await db.select().from(db.tables.clocks);
  return { threads, comments, clocks, facts: await factsAfter(db, 0, 1000) };
};
const one = async () => {
  const { threads } = await all();
  expect(threads).toHaveLength(1);
  return threads[0] as NonNullable<(typeof threads)[0]>;
};

describe('a new comment', () => {
  test('stands in the queue with sentiment, running clocks and a fact', async () => {
    expect(await receive([says('c1')])).toEqual([{ externalId: 'c1', outcome: 'added' }]);
    const { threads, comments, clocks, facts } = await all();
    expect(threads).toMatchObject([
      { status: 'open', sentiment: 'negative', excerpt: 'Das Frühstück war kalt.', comments: 1, dueKind: 'first' },
    ]);
    expect(threads[0]?.dueAt).toEqual(new Date('2026-03-05T14:00:00Z'));
    expect(threads[0]?.queueAt).toEqual(threads[0]?.dueAt);
    expect(comments[0]).toMatchObject({ threadId: threads[0]?.id, receivedAt: house.clock.now() });
    expect(clocks.map((c) => c.kind).toSorted()).toEqual(['first', 'resolution']);
    expect(facts).toMatchObject([{ kind: 'comment.received', threadId: threads[0]?.id, channelId: channel.id }]);
  });
  test('a repeat, in the same or another batch, changes nothing', async () => {
    expect((await receive([says('c1'), says('c1')])).map((r) => r.outcome)).toEqual(['added', 'unchanged']);
    const before = await all();
    expect((await receive([says('c1')])).map((r) => r.outcome)).toEqual(['unchanged']);
    expect(await all()).toEqual(before);
  });
  test('two pushes of the same comment at the same moment make one', async () => {
    await Promise.all([receive([says('c1')]), receive([says('c1')]), receive([says('c1')])]);
    expect((await all()).comments).toHaveLength(1);
  });
  test('a time in the future is taken as now', async () => {
    await receive([says('c1', { postedAt: new Date('2027-01-01T00:00:00Z') })]);
    expect((await all()).comments[0]?.postedAt).toEqual(house.clock.now());
  });
  test('imported history waits in the archive without a clock or a fact', async () => {
    await receive([says('c1')], { history: true, cursor: 'page 2' });
    const { threads, clocks, facts } = await all();
    expect(threads).toMatchObject([{ status: 'resolved', resolvedReason: 'imported', dueAt: null }]);
    expect(clocks).toEqual([]);
    expect(facts).toEqual([]);
    const db = house.database.reader;
    expect(await db.select({ cursor: db.tables.channels.cursor }).from(db.tables.channels)).toEqual([
      { cursor: 'page 2' },
    ]);
  });
  test('an old comment that awaits a decision is open, yet nothing was promised', async () => {
    await receive([says('c1', { visibility: 'held' })], { history: true });
    expect(await one()).toMatchObject({ status: 'open', dueAt: null });
  });
});

describe('a conversation', () => {
  test('answers and further words of the critic are one thread; the newest word of the critic is shown', async () => {
    await receive([says('c1', { author: 'Müller', body: 'Alles kalt.', postedAt: new Date('2026-03-05T11:50:00Z') })]);
    await receive([says('c3', { author: 'Müller' })]);
    await receive([
      says('c2', {
        author: 'Huber',
        parentExternalId: 'c1',
        body: 'Bei mir war alles gut.',
        postedAt: new Date('2026-03-05T12:10:00Z'),
      }),
    ]);
    expect(await one()).toMatchObject({ comments: 3, excerpt: 'Das Frühstück war kalt.', sentiment: 'negative' });
  });
  test('a resolved thread opens again when somebody writes, and makes a new promise', async () => {
    await receive([says('c1')], { history: true });
    await receive([
      says('c2', { parentExternalId: 'c1', body: 'Immer noch kalt.', postedAt: new Date('2026-03-05T12:50:00Z') }),
    ]);
    expect(await one()).toMatchObject({ status: 'open', resolvedReason: null, dueKind: 'first' });
  });
  test('our own comment on the platform opens nothing', async () => {
    await receive([says('o1', { own: true, author: 'Hotel' })]);
    expect(await one()).toMatchObject({ status: 'resolved', dueAt: null });
  });
  test('a link between two threads makes them one, with one promise of each kind', async () => {
    await receive([says('c1', { author: 'A' })]);
    await receive([says('c3', { author: 'C', parentExternalId: 'c2', postedAt: new Date('2026-03-05T12:20:00Z') })]);
    expect((await all()).threads).toHaveLength(2);
    await receive([says('c2', { author: 'B', parentExternalId: 'c1', postedAt: new Date('2026-03-05T12:10:00Z') })]);
    const { clocks, facts } = await all();
    expect(await one()).toMatchObject({ comments: 3, dueAt: new Date('2026-03-05T14:00:00Z') });
    expect(
      clocks
        .filter((c) => c.stoppedAt === null)
        .map((c) => c.kind)
        .toSorted(),
    ).toEqual(['first', 'resolution']);
    expect(facts.map((f) => f.kind)).toContain('thread.merged');
  });
});

describe('edits and removals', () => {
  test('an edit is shown and remembered', async () => {
    await receive([says('c1')]);
    expect(await receive([says('c1', { body: 'Es war nur lauwarm.', version: 1 })])).toMatchObject([
      { outcome: 'edited' },
    ]);
    const { comments, facts } = await all();
    expect(comments[0]).toMatchObject({
      body: 'Es war nur lauwarm.',
      sentiment: 'neutral',
      editedAt: house.clock.now(),
    });
    expect(await one()).toMatchObject({ excerpt: 'Es war nur lauwarm.' });
    expect(facts.map((f) => f.kind)).toEqual(['comment.received', 'comment.edited']);
  });
  test('a removal stops the clocks and ends the thread; a return opens it', async () => {
    await receive([says('c1')]);
    await receive([gone('c1', 1)]);
    expect(await one()).toMatchObject({ status: 'resolved', resolvedReason: 'removed', dueAt: null, comments: 0 });
    expect((await all()).clocks.every((c) => c.stopReason === 'removed')).toBe(true);
    await receive([says('c1', { body: 'Wieder da und kalt.', version: 2 })]);
    expect(await one()).toMatchObject({ status: 'open', comments: 1 });
    expect((await all()).facts.map((f) => f.kind)).toEqual(['comment.received', 'comment.removed', 'comment.restored']);
  });
  test('a removal that comes first wins when its comment comes', async () => {
    expect(await receive([gone('c1')])).toEqual([{ externalId: 'c1', outcome: 'removed' }]);
    await receive([says('c1')]);
    expect(await one()).toMatchObject({ status: 'resolved', resolvedReason: 'removed' });
    const db = house.database.reader;
    expect(await db.select().from(db.tables.tombstones)).toEqual([]);
  });
  test('what was removed is found no more, in whatever order that came, and found again when it is back', async () => {
    const found = async () => {
      const anybody: Actor = { personId: 'p', role: 'admin', channels: 'all' };
      return (await listQueue(house, anybody, 'Frühstück', { limit: 10 })).threads.length;
    };
    await receive([says('c1')]);
    expect(await found()).toBe(1);
    await receive([gone('c1', 2)]);
    expect(await found()).toBe(0);
    await receive([says('c1', { body: 'Das Frühstück war sehr kalt.', version: 1 })]);
    expect(await found()).toBe(0);
    await receive([says('c1', { body: 'Das Frühstück war sehr kalt.', version: 3 })]);
    expect(await found()).toBe(1);
    await receive([gone('c2', 1)]);
    await receive([says('c2')]);
    expect(await found()).toBe(1);
  });
  test('spam is no work', async () => {
    await receive([says('c1', { visibility: 'spam' })]);
    expect(await one()).toMatchObject({ status: 'resolved', resolvedReason: 'spam' });
  });
});

test('any order, repeats and batches come to the same end', { timeout: 60_000 }, async () => {
  const story: IncomingChange[] = [
    says('c1', { author: 'A' }),
    says('c2', { author: 'B', parentExternalId: 'c1', postedAt: new Date('2026-03-05T12:05:00Z') }),
    says('c3', { author: 'A', body: 'Und nie wieder.', postedAt: new Date('2026-03-05T12:40:00Z') }),
    says('c2', {
      author: 'B',
      parentExternalId: 'c1',
      body: 'Doch gut.',
      version: 1,
      postedAt: new Date('2026-03-05T12:05:00Z'),
    }),
    says('c4', { author: 'D', body: 'Etwas anderes', post: null }),
    gone('c3', 5),
    gone('c4', 0),
    says('c3', { author: 'A', body: 'Und nie wieder!', version: 3, postedAt: new Date('2026-03-05T12:40:00Z') }),
  ];
  const end = async () => {
    const { threads, comments, clocks } = await all();
    const nameOf = new Map(
      threads.map((t) => [
        t.id,
        comments
          .filter((c) => c.threadId === t.id)
          .map((c) => c.externalId)
          .toSorted()
          .join(),
      ]),
    );
    return {
      comments: comments
        .map(({ externalId, body, version, removedAt, sentiment, threadId }) => ({
          externalId,
          body,
          version,
          removedAt,
          sentiment,
          thread: nameOf.get(threadId),
        }))
        .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1)),
      threads: threads
        .map((t) => ({
          of: nameOf.get(t.id),
          status: t.status,
          reason: t.resolvedReason,
          excerpt: t.excerpt,
          comments: t.comments,
          sentiment: t.sentiment,
          openedAt: t.openedAt,
          queueAt: t.queueAt,
        }))
        .toSorted((a, b) => ((a.of ?? '') < (b.of ?? '') ? -1 : 1)),
      running: clocks
        .filter((c) => c.stoppedAt === null)
        .map((c) => ({ of: nameOf.get(c.threadId), kind: c.kind, dueAt: c.dueAt }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    };
  };
  for (const change of story) await receive([change]);
  const expected = await end();
  expect(expected.threads).toHaveLength(2);

  const orders = fc.sample(
    fc.tuple(
      fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }),
      fc.integer({ min: 1, max: 5 }),
    ),
    { numRuns: 12, seed: 7 },
  );
  for (const [order, size] of orders) {
    await house.database.close();
    house = await openWorkingHouse();
    channel = { id: await addTestChannel(house), language: null };
    for (let i = 0; i < order.length; i += size) await receive(order.slice(i, i + size));
    expect(await end()).toEqual(expected);
  }
});
