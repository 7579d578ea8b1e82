import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { changeThread } from '../threads/threads.queries.ts';
import { assignThread } from './claim-threads.ts';
import { correctComment } from './judge-comments.ts';
import { countViews, listQueue, readContext, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { resolveThread } from './resolve-threads.ts';

let house: TestHouse;
let blog: string;
let forum: string;
let anna: Actor;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  forum = await addTestChannel(house, { name: 'Forum' });
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
});
afterEach(() => house.database.close());

const at = (minute: number) => new Date(Date.UTC(2026, 2, 5, 11, minute));
const receive = (channelId: string, ...changes: ReturnType<typeof says>[]) =>
  receiveComments(house, { id: channelId, language: null }, changes, { history: false });
const list = (q = 'is:open', more: { actor?: Actor; cursor?: string; limit?: number } = {}) =>
  listQueue(house, more.actor ?? anna, q, { cursor: more.cursor, limit: more.limit ?? 50 });
const names = async (...args: Parameters<typeof list>) => (await list(...args)).threads.map((t) => t.author.name);

describe('the queue', () => {
  test('shows what is due first, only on the own channels', async () => {
    await receive(
      blog,
      says('late', { author: 'Spät', postedAt: at(40) }),
      says('early', { author: 'Früh', postedAt: at(10) }),
    );
    await receive(blog, says('calm', { author: 'Ruhig', body: 'Wann öffnet der Pool?', postedAt: at(0) }));
    await receive(forum, says('foreign', { author: 'Fremd', postedAt: at(5) }));
    expect(await names()).toEqual(['Früh', 'Spät', 'Ruhig']);
    expect(await names('is:open', { actor: { ...anna, channels: [] } })).toEqual([]);
    expect(await names('is:open', { actor: { ...anna, role: 'admin', channels: 'all' } })).toHaveLength(4);
  });

  test('pages without gaps or repeats, equal due times included', async () => {
    await receive(
      blog,
      ...Array.from({ length: 7 }, (_, i) => says(`c${i}`, { author: `Gast ${i}`, postedAt: at(i < 4 ? 0 : i) })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('is:open', { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.threads.map((t) => t.author.name));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await names());
    expect(new Set(seen).size).toBe(7);
  });

  test('what wants attention is found on the own channels, by channel and by assignee', async () => {
    await receive(blog, says('a', { author: 'Anna' }), says('b', { author: 'Ben' }), says('c', { author: 'Carl' }));
    await receive(forum, says('d', { author: 'Dora' }));
    const { threads } = await list('', { actor: { ...anna, role: 'admin', channels: 'all' } });
    for (const { id, author } of threads) {
      const replyState = author.name === 'Carl' ? 'queued' : 'failed';
      await house.database.transaction((tx) => changeThread(tx, id, { replyState }));
      if (author.name === 'Ben') await assignThread(house, anna, id, { assigneeId: anna.personId });
    }
    const wanted = 'is:attention';
    const both = { actor: { ...anna, channels: [blog, forum] } };
    expect((await names(wanted)).toSorted()).toEqual(['Anna', 'Ben']);
    expect((await names(wanted, both)).toSorted()).toEqual(['Anna', 'Ben', 'Dora']);
    expect((await names('', both)).toSorted()).toEqual(['Anna', 'Ben', 'Carl', 'Dora']);
    expect(await names(`${wanted} channel:Forum`, both)).toEqual(['Dora']);
    expect(await names(`${wanted} channel:Forum`)).toEqual([]);
    expect(await names(`${wanted} assignee:me`)).toEqual(['Ben']);
    expect(await names(`${wanted} assignee:none`)).toEqual(['Anna']);
    expect(await countViews(house, both.actor)).toMatchObject({ views: { attention: 3 } });
  });

  test('resolved threads come newest first, in pages too', async () => {
    for (const i of [1, 2, 3]) {
      await receive(blog, says(`c${i}`, { author: `Gast ${i}`, postedAt: at(i) }));
      const [row] = (await list()).threads;
      await resolveThread(house, anna, row?.id ?? '', { reason: 'praise' });
    }
    const first = await list('is:done', { limit: 2 });
    const second = await list('is:done', { limit: 2, cursor: first.next ?? '' });
    expect([...first.threads, ...second.threads].map((t) => t.author.name)).toEqual(['Gast 3', 'Gast 2', 'Gast 1']);
  });

  test('a cursor that is not ours is refused', async () => {
    await expect(list('is:open', { cursor: 'DROP TABLE' })).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('filters by sentiment, assignee, channel and overdue', async () => {
    await receive(
      blog,
      says('c1', { author: 'Müller', postedAt: at(10) }),
      says('c2', { author: 'Huber', body: 'Schön.', postedAt: at(11) }),
    );
    const [due] = (await list()).threads;
    await assignThread(house, anna, due?.id ?? '', { assigneeId: anna.personId });
    expect(await names('is:open sentiment:negative')).toEqual(['Müller']);
    expect(await names('is:open assignee:me')).toEqual(['Müller']);
    expect(await names('is:open assignee:none')).toEqual(['Huber']);
    expect(await names('is:overdue')).toEqual([]);
    const soonAt = Date.parse(due?.due?.soonAt ?? '');
    house.clock.set(new Date(soonAt - 1).toISOString());
    expect(await names('is:soon')).toEqual([]);
    house.clock.set(new Date(soonAt).toISOString());
    expect(await names('is:soon')).toEqual(['Müller']);
    house.clock.set('2026-03-05T13:30:00Z');
    expect(await names('is:soon')).toEqual([]);
    expect(await names('is:overdue')).toEqual(['Müller']);
    expect(await countViews(house, anna)).toEqual({
      views: {
        open: 2,
        mine: 1,
        unassigned: 1,
        overdue: 1,
        waiting: 0,
        snoozed: 0,
        approval: 0,
        praise: 0,
        attention: 0,
        mentioned: 0,
      },
      limit: 1000,
    });
  });
});

describe('a thread', () => {
  test('shows everything in it, and is not there for others', async () => {
    await receive(
      blog,
      says('c1', { author: 'Müller' }),
      says('c2', { author: 'Huber', parentExternalId: 'c1', body: 'Stimmt.' }),
    );
    const [row] = (await list()).threads;
    const thread = await readThread(house, anna, row?.id ?? '');
    expect(thread.comments.map((c) => [c.author.name, c.body, c.parentId !== null])).toEqual([
      ['Müller', 'Das Frühstück war kalt.', false],
      ['Huber', 'Stimmt.', true],
    ]);
    expect(thread.post).toEqual({ title: 'Unser neues Zimmer', url: null });
    expect(thread.clocks.map((c) => c.kind).toSorted()).toEqual(['first', 'resolution']);
    await expect(readThread(house, { ...anna, channels: [forum] }, row?.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('of very many comments shows the newest, and each of them can be worked on', async () => {
    await receive(blog, says('c0', { author: 'Müller', postedAt: at(0) }));
    const more = Array.from({ length: 1000 }, (_, i) =>
      says(`c${i + 1}`, { parentExternalId: `c${i}`, body: `Und ${i + 1}.`, postedAt: new Date(at(1).getTime() + i) }),
    );
    await receive(blog, ...more);
    const [row] = (await list()).threads;
    const { comments } = await readThread(house, anna, row?.id ?? '');
    expect(comments).toHaveLength(1000);
    expect([comments[0]?.body, comments.at(-1)?.body]).toEqual(['Und 1.', 'Und 1000.']);
    expect(comments.at(-1)?.parentId).toBe(comments.at(-2)?.id);
    const last = comments.at(-1)?.id ?? '';
    const corrected = await correctComment(house, anna, last, { sentiment: 'positive' });
    expect(corrected).toMatchObject({ id: last, parentId: comments.at(-2)?.id, sentiment: 'positive' });
  });

  test("tells of its author's earlier threads, on visible channels only", async () => {
    await receive(blog, says('c1', { author: 'Müller', postedAt: at(0) }));
    await receive(
      blog,
      says('c2', { author: 'Müller', post: { externalId: 'p2', title: 'Pool', url: null }, postedAt: at(5) }),
    );
    const rows = (await list()).threads;
    const context = await readContext(house, anna, rows[1]?.id ?? '');
    expect(context).toMatchObject({ author: { name: 'Müller' }, total: 2 });
    expect(context.earlier.map((t) => t.id)).toEqual([rows[0]?.id]);
  });
});
