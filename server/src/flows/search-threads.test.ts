import { randomUUID } from 'node:crypto';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { replyStates } from '@stammgast/shared/domain/reply-status';
import { fulfils } from '@stammgast/shared/domain/search/fulfils';
import { termOfPerson } from '@stammgast/shared/domain/search/names';
import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { threadStatuses } from '@stammgast/shared/domain/thread-status';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, addTestTeam, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { changeThread } from '../threads/threads.queries.ts';
import { countSearches, listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

let house: TestHouse;
let blog: string;
let forum: string;
let anna: Actor;

async function openHouse(): Promise<void> {
  house = await openWorkingHouse();
  blog = await addTestChannel(house, { platform: 'wordpress' });
  forum = await addTestChannel(house, { name: 'Gästekreis' });
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog, forum] };
}
const receive = (channelId: string, ...changes: ReturnType<typeof says>[]) =>
  receiveComments(house, { id: channelId, language: null }, changes, { history: false });
const list = async (q: string, limit = 100, actor = anna) => (await listQueue(house, actor, q, { limit })).threads;
const names = async (q: string, actor = anna) => (await list(q, 100, actor)).map((row) => row.author.name).toSorted();
const change = (id: string, changes: Parameters<typeof changeThread>[2]) =>
  house.database.transaction((tx) => changeThread(tx, id, changes));

describe('words', () => {
  beforeAll(async () => {
    await openHouse();
    await receive(
      blog,
      says('c1', { author: 'Müller', body: 'Die Häuser am See haben große Probleme.' }),
      says('c2', { author: 'Weiß', body: 'Frühstücksbuffet! Kalter Kaffee am kalten See.' }),
      says('c3', { author: 'Ortiz', body: 'The rooms were noisy and the breakfast was running late.' }),
      says('c4', { author: 'Weiß', parentExternalId: 'c1', body: 'Kaffee, aber kalter?' }),
    );
    const hidden = await addTestChannel(house, { name: 'Fremd' });
    await receive(hidden, says('f1', { author: 'Fremd', body: 'Haus am See' }));
  });
  afterAll(() => house.database.close());

  test.each<[string, string[]]>([
    ['haus', ['Müller']],
    ['haeuser grosse', ['Müller']],
    ['frühstück', ['Weiß']],
    ['mueller', ['Müller']],
    ['haus buffet', []],
    ['see', ['Müller', 'Weiß']],
    ['"kalter Kaffee"', ['Weiß']],
    ['"kalten Kaffee"', ['Weiß']],
    ['"Kaffee kalter"', []],
    ['kaffee kalter', ['Müller', 'Weiß']],
    ['"rooms were noisy"', ['Ortiz']],
    ['"noisy rooms"', []],
    ['haus OR noisy', ['Müller', 'Ortiz']],
    ['(haus OR noisy) see', ['Müller']],
    ['-see', ['Ortiz']],
    ['-haus see', ['Weiß']],
    ['-(haus OR noisy)', ['Weiß']],
    ['noisy OR author:weiß', ['Ortiz', 'Weiß']],
    ['see is:open', ['Müller', 'Weiß']],
    ['see is:done', []],
    ['see sort:oldest', ['Müller', 'Weiß']],
    ['author:MÜLLER', ['Müller']],
    ['author:üll', ['Müller']],
    ['author:100%', []],
    ['"NEAR(a b)" haus', []],
    ['"* % & | ! <->:*x"', []],
  ])('%s', async (q, expected) => {
    expect(await names(q)).toEqual(expected);
    expect(await countSearches(house, anna, [q])).toEqual([expected.length]);
  });
});

describe('what hangs on a thread', () => {
  let ids: Map<string, string>;
  const id = (name: string) => ids.get(name) ?? '';
  beforeEach(async () => {
    await openHouse();
    const people = ['Adler', 'Bauer', 'Cron'];
    await receive(blog, ...people.map((author, i) => says(`c${i}`, { author, body: 'Wann öffnet der Pool?' })));
    await receive(forum, says('f', { author: 'Dorn', body: 'Nie wieder.' }));
    ids = new Map((await list('')).map((row) => [row.author.name, row.id]));
  });
  afterEach(() => house.database.close());

  test('tags in any spelling, notes, drafts, mentions, promises, approvals, and what was read', async () => {
    const other = await addTestPerson(house, 'lead');
    const at = house.clock.now();
    await house.database.transaction(async (tx) => {
      const { tags, threadTags, notes, drafts, mentions, approvals, reads } = tx.tables;
      const [tagId, noteId] = [randomUUID(), randomUUID()];
      await tx.insert(tags).values({ id: tagId, name: 'Lüftung', folded: 'lueftung', createdAt: at });
      await tx.insert(threadTags).values({ id: randomUUID(), threadId: id('Adler'), tagId });
      const note = { threadId: id('Bauer'), personId: other, createdAt: at };
      await tx.insert(notes).values({ id: noteId, body: 'Anna?', ...note });
      await tx.insert(mentions).values({ id: randomUUID(), noteId, ...note, personId: anna.personId });
      const draft = { channelId: blog, kind: 'answer' as const, body: 'Gern', idempotencyKey: 'k', updatedAt: at };
      await tx.insert(drafts).values([
        { id: randomUUID(), threadId: id('Adler'), personId: other, shared: false, ...draft },
        { id: randomUUID(), threadId: id('Bauer'), personId: other, shared: true, ...draft },
        { id: randomUUID(), threadId: id('Cron'), personId: anna.personId, shared: false, ...draft },
      ]);
      const asked = { channelId: blog, reasons: [], requestedBy: other, requestedAt: at, replyId: 'r' };
      await tx.insert(approvals).values({ id: randomUUID(), threadId: id('Cron'), ...asked });
      const later = new Date(at.getTime() + 86_400_000);
      await tx.insert(reads).values([
        { id: randomUUID(), personId: anna.personId, threadId: id('Adler'), readAt: later },
        { id: randomUUID(), personId: anna.personId, threadId: id('Cron'), readAt: new Date(0) },
        { id: randomUUID(), personId: other, threadId: id('Bauer'), readAt: later },
      ]);
    });
    await change(id('Cron'), { promiseDueAt: at });
    expect(await names('tag:lueftung')).toEqual(['Adler']);
    expect(await names('-schlagwort:LÜFTUNG')).toEqual(['Bauer', 'Cron', 'Dorn']);
    expect(await names('tag:nie')).toEqual([]);
    expect(await names('has:note')).toEqual(['Bauer']);
    expect(await names('is:mentioned')).toEqual(['Bauer']);
    expect(await names('has:draft')).toEqual(['Bauer', 'Cron']);
    expect(await names('has:approval OR has:note')).toEqual(['Bauer', 'Cron']);
    expect(await names('has:promise')).toEqual(['Cron']);
    expect(await names('is:unread')).toEqual(['Bauer', 'Cron', 'Dorn']);
    expect(await names('-is:unread')).toEqual(['Adler']);
  });

  test('snoozed is out of what is open', async () => {
    await change(id('Adler'), { snoozedUntil: new Date('2026-03-06T08:00:00Z') });
    expect(await names('is:open')).toEqual(['Bauer', 'Cron', 'Dorn']);
    expect(await names('is:snoozed')).toEqual(['Adler']);
    expect(await names('-is:open')).toEqual(['Adler']);
  });

  test('channels by platform and by name, people by name', async () => {
    const lena = await addTestPerson(house, 'agent', [blog]);
    await house.database.transaction((tx) =>
      tx
        .update(tx.tables.people)
        .set({ name: 'Lena Märker' })
        .then(() => {}),
    );
    await change(id('Adler'), { assigneeId: lena });
    expect(await names('kanal:wordpress')).toEqual(['Adler', 'Bauer', 'Cron']);
    expect(await names('channel:gaestekreis')).toEqual(['Dorn']);
    expect(await names('account:Gästekreis')).toEqual(['Dorn']);
    expect(await names('channel:facebook')).toEqual([]);
    expect(await names('assignee:@lena')).toEqual(['Adler']);
    expect(await names('assignee:@"lena maerker"')).toEqual(['Adler']);
    expect(await names('assignee:none channel:Hausblog')).toEqual(['Bauer', 'Cron']);
    const namesake = await addTestPerson(house, 'lead');
    const { people } = house.database.reader.tables;
    await house.database.transaction((tx) =>
      tx.update(people).set({ name: 'Lena Märker' }).where(eq(people.id, namesake)),
    );
    await change(id('Bauer'), { assigneeId: namesake });
    expect(await names('assignee:@"lena maerker"')).toEqual(['Adler', 'Bauer']);
    const both = [lena, namesake].map((one) => ({ id: one, name: 'Lena Märker' }));
    const own = both.map((one) => names(textOfTerms(termOfPerson(one, both))));
    expect(await Promise.all(own)).toEqual([['Adler'], ['Bauer']]);
  });

  test('a team is those of its channels that are seen', async () => {
    const hidden = await addTestChannel(house, { name: 'Fremd' });
    await receive(hidden, says('h', { author: 'Eber', body: 'Nie wieder.' }));
    await addTestTeam(house, 'Gästehaus', [forum, hidden]);
    await addTestTeam(house, 'Leer', []);
    expect(await names('team:gaestehaus')).toEqual(['Dorn']);
    expect(await names('-team:"Gästehaus"')).toEqual(['Adler', 'Bauer', 'Cron']);
    expect(await names('team:gästehaus', { ...anna, channels: 'all' })).toEqual(['Dorn', 'Eber']);
    expect(await names('team:gästehaus kanal:Hausblog')).toEqual([]);
    for (const q of ['team:leer', 'team:Gästehauss'])
      await expect(list(q)).rejects.toMatchObject({ context: { code: 'name.unknown' } });
    await expect(list('team:gästehaus', 10, { ...anna, channels: [blog] })).rejects.toMatchObject({
      context: { code: 'name.unknown', typed: 'gästehaus' },
    });
  });

  test('days begin at midnight of the house', async () => {
    await house.database.transaction((tx) =>
      tx.insert(tx.tables.settings).values({
        key: 'house',
        value: { name: 'Haus', timeZone: 'Europe/Berlin', locale: 'de' },
      }),
    );
    const opened = ['2026-03-04T22:59:59Z', '2026-03-04T23:00:00Z', '2026-03-05T22:59:59Z', '2026-03-05T23:00:00Z'];
    for (const [i, name] of ['Adler', 'Bauer', 'Cron', 'Dorn'].entries())
      await change(id(name), { openedAt: new Date(opened[i] ?? '') });
    expect(await names('created:2026-03-05')).toEqual(['Bauer', 'Cron']);
    expect(await names('created:>2026-03-05')).toEqual(['Dorn']);
    expect(await names('created:>=05.03.2026')).toEqual(['Bauer', 'Cron', 'Dorn']);
    expect(await names('created:<2026-03-05')).toEqual(['Adler']);
    expect(await names('created:<=2026-03-05')).toEqual(['Adler', 'Bauer', 'Cron']);
    house.clock.set('2026-03-06T23:00:00Z');
    expect(await names('erstellt:letzte-24h')).toEqual(['Dorn']);
    expect(await names('erstellt:letzte-2t')).toEqual(['Bauer', 'Cron', 'Dorn']);
  });

  test('German and English find the same threads, in the same order', async () => {
    await change(id('Adler'), { assigneeId: anna.personId });
    const english = await list('is:open sentiment:neutral -assignee:me channel:wordpress sort:oldest');
    const german = await list('ist:offen stimmung:neutral -zuständig:ich kanal:wordpress sortierung:älteste');
    expect(german).toEqual(english);
    expect(english.map((row) => row.author.name).toSorted()).toEqual(['Bauer', 'Cron']);
  });

  test('pages in every order without gaps or repeats', async () => {
    for (const sort of ['due', 'newest', 'oldest']) {
      const all = await list(`sort:${sort}`);
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listQueue(house, anna, `sort:${sort}`, { limit: 3, cursor });
        seen.push(...page.threads.map((row) => row.id));
        if (page.next === null) break;
        cursor = page.next;
      }
      expect(seen).toEqual(all.map((row) => row.id));
      expect(new Set(seen).size).toBe(4);
    }
  });
});

describe('a search that cannot be understood', () => {
  beforeAll(openHouse);
  afterAll(() => house.database.close());

  test.each([
    ['stimung:negativ', { code: 'key.unknown', at: '0', length: '7', typed: 'stimung', nearest: 'stimmung' }],
    ['is:open kanal:Gästekries', { code: 'name.unknown', typed: 'Gästekries', nearest: 'Gästekreis' }],
    ['channel:faceboook', { code: 'name.unknown', nearest: 'facebook' }],
    ['assignee:@anja', { code: 'name.unknown', typed: 'anja', nearest: 'Anna agent' }],
    ['state:critic', { code: 'key.unavailable', typed: 'state' }],
  ])('%s', async (q, context) => {
    await expect(list(q)).rejects.toMatchObject({ code: 'search.invalid', status: 400, context });
    expect(await countSearches(house, anna, [q, ''])).toEqual([null, 0]);
  });

  test('a channel that the actor may not see is no name', async () => {
    const other: Actor = { ...anna, channels: [blog] };
    const context = { code: 'name.unknown', nearest: 'Hausblog' };
    await expect(list('account:Gästekreis', 10, other)).rejects.toMatchObject({ context });
  });
});

describe('the database and a browser decide alike', () => {
  let rows: ThreadRow[];
  let people: { id: string; name: string }[];
  beforeAll(async () => {
    await openHouse();
    await addTestTeam(house, 'Gästehaus', [forum]);
    const tom = await addTestPerson(house, 'lead', [blog]);
    people = [
      { id: anna.personId, name: 'Anna agent' },
      { id: tom, name: 'Anna lead' },
    ];
    const many = Array.from({ length: 60 }, (_, i) => says(`c${i}`, { author: `Gast ${i}` }));
    await receive(blog, ...many.slice(0, 40));
    await receive(forum, ...many.slice(40));
    const now = house.clock.now().getTime();
    const pick = <T>(values: readonly T[], i: number): T => values[i % values.length] as T;
    for (const [i, row] of (await list('')).entries()) {
      const dueAt = i % 4 === 0 ? null : new Date(now + (i - 30) * 600_000);
      await change(row.id, {
        status: pick(threadStatuses, i),
        sentiment: pick(sentiments, i * 7),
        topics: i % 3 === 0 ? [] : [pick(topics, i)],
        language: pick(['de', 'en', null], i * 5),
        assigneeId: pick([null, anna.personId, tom], i * 3 + (i >> 2)),
        replyState: pick([null, ...replyStates], i),
        snoozedUntil: i % 5 === 0 ? new Date(now + 1000) : null,
        promiseDueAt: i % 6 === 0 ? new Date(now) : null,
        dueAt,
        soonAt: dueAt && new Date(dueAt.getTime() - 1_200_000),
        dueStartedAt: dueAt && new Date(now - 9_000_000),
        dueKind: dueAt && 'first',
        queueAt: dueAt ?? new Date(now + 1e9 + i),
      });
    }
    rows = await list('');
  });
  afterAll(() => house.database.close());

  const term = fc.constantFrom(
    ...['open', 'waiting', 'done', 'snoozed', 'soon', 'overdue', 'approval', 'attention'].map((word) => `is:${word}`),
    ...['<30m', '>1h', '<2d'].map((left) => `sla:${left}`),
    ...['me', 'none', '@lead', '@anna'].map((who) => `assignee:${who}`),
    ...['negative', 'unknown', 'positive'].map((mood) => `sentiment:${mood}`),
    ...[
      'has:promise',
      'lang:de',
      'topic:support',
      'channel:wordpress',
      'channel:gästekreis',
      'account:hausblog',
      'team:gästehaus',
    ],
  );
  const { text } = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: term },
      { weight: 1, arbitrary: tie('text').map((one) => `-(${one})`) },
      { weight: 1, arbitrary: fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} OR ${b})`) },
      { weight: 2, arbitrary: fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a} ${b}`) },
    ),
  }));

  test('about every search that a row can answer', async () => {
    const channels = [
      { id: blog, team: null },
      { id: forum, team: { name: 'Gästehaus' } },
    ];
    const looking = { personId: anna.personId, now: house.clock.now().toISOString(), people, channels };
    await fc.assert(
      fc.asyncProperty(text, async (q) => {
        const { search } = parseSearch(q);
        fc.pre(search !== null);
        const expected = rows.filter((row) => fulfils(search.where, row, looking)).map((row) => row.id);
        const found = (await list(q)).map((row) => row.id);
        expect(found.toSorted(), q).toEqual(expected.toSorted());
        expect(await countSearches(house, anna, [q])).toEqual([expected.length]);
      }),
      { numRuns: 150 },
    );
  });
});
