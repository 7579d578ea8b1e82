import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appendFacts } from '../audit/trail.ts';
import type { IncomingChange } from '../connectors/connector.ts';
import { factsAfter } from '../events/events.queries.ts';
import { isInStorm } from '../radar/incidents.queries.ts';
import { addSetting } from '../storage/settings.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { type Said, says } from '../testing/said.ts';
import { changeIncident } from './change-incident.ts';
import { hearVoices } from './hear-voices.ts';
import { correctComment } from './judge-comments.ts';
import { judgeRadar } from './judge-radar.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { readAudit } from './read-audit.ts';
import { listIncidents, readIncident, readRadar } from './read-radar.ts';
import { listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { watchRadar } from './watch-radar.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** With real timers, on a busy machine. */
const SLOW = 60_000;
const eva = { personId: 'eva', role: 'admin', channels: 'all' } as const;

let house: TestHouse;
let blog: string;
let forum: string;
let heard: number;
beforeEach(async () => {
  house = await openWorkingHouse();
  const name = { name: 'Hotel', timeZone: 'Europe/Berlin', locale: 'de' } as const;
  await house.database.transaction((tx) => addSetting(tx, 'house', name));
  [blog, forum] = [await addTestChannel(house), await addTestChannel(house, { name: 'Forum' })];
  heard = 0;
});
afterEach(() => house.database.close());

const say = (channelId: string, comments: readonly IncomingChange[], history = false) =>
  receiveComments(house, { id: channelId, language: null }, comments, { history });
const now = () => house.clock.now();
let spoken = 0;
const critic = (more: Said = {}) => {
  spoken += 1;
  return says(`c${spoken}`, { author: `Gast ${spoken}`, body: 'Es war kalt.', postedAt: now(), ...more });
};
/** A critic every so often, each told as it comes. */
async function storm(channelId: string, count: number, everyMs = MINUTE): Promise<void> {
  for (let i = 0; i < count; i++) {
    house.clock.forward(everyMs);
    await say(channelId, [critic()]);
    await listen();
  }
}
/** What the follower does, in one step. */
async function hear(): Promise<void> {
  await house.database.transaction(async (tx) => {
    const facts = await factsAfter(tx, heard, 10_000);
    heard = facts.at(-1)?.seq ?? heard;
    await hearVoices(house, tx, facts);
  });
}
async function listen(): Promise<void> {
  await hear();
  await look();
}
const look = () => judgeRadar(house);
const told = async () =>
  (await factsAfter(house.database.reader, 0, 10_000))
    .filter(({ kind }) => kind.startsWith('radar.'))
    .map(({ kind, payload }) => [kind, payload?.level]);
/** Six weeks in which two people a day complain: usual days. */
async function usualWeeks(channelId: string): Promise<void> {
  const end = now().getTime();
  const { channels } = house.database.reader.tables;
  await house.database.transaction((tx) => tx.update(channels).set({ createdAt: new Date(end - 60 * DAY) }));
  const changes = Array.from({ length: 80 }, (_, i) =>
    critic({ postedAt: new Date(end - (80 - i) * 12 * 60 * MINUTE) }),
  );
  await say(channelId, changes);
  await listen();
}

describe('a storm', () => {
  test('is told when it begins and once for each rise, gathers its threads, and ends when it has been calm', {
    timeout: SLOW,
  }, async () => {
    await usualWeeks(blog);
    await storm(blog, 4);
    expect(await told()).toEqual([]);
    expect(await readRadar(house, eva)).toMatchObject({ level: 2, learning: false, incident: null });
    await storm(blog, 1);
    expect(await told()).toEqual([['radar.rose', 3]]);
    await storm(forum, 2);
    await storm(blog, 6);
    expect(await told()).toEqual([
      ['radar.rose', 3],
      ['radar.rose', 4],
      ['radar.rose', 5],
    ]);
    const { incident } = await readRadar(house, eva);
    expect(incident).toMatchObject({ level: 5, peak: 5, comments: 13, critics: 13, threads: 13, endedAt: null });
    // Weaker and stronger again is no new rise.
    house.clock.forward(5 * 60 * MINUTE);
    await look();
    await storm(blog, 3);
    expect(await told()).toHaveLength(3);

    const found = await listQueue(house, eva, `vorfall:${incident?.number} ist:offen`, { limit: 50 });
    expect(found.threads).toHaveLength(16);
    house.clock.forward(13 * 60 * MINUTE);
    await look();
    await look();
    expect((await told()).slice(3)).toEqual([['radar.ended', expect.any(Number)]]);
    expect((await readRadar(house, eva)).incident).toBeNull();
    expect((await listIncidents(house, eva, undefined)).incidents).toMatchObject([{ peak: 5, threads: 16 }]);
    // What it has told it does not tell again, though a day has not passed yet.
    await storm(blog, 1);
    expect(await told()).toHaveLength(4);
  });

  test('under one post is told before it is one of its channel, and by the name of the post', async () => {
    const url = 'https://hotel.example/terrasse';
    const post = (title: string) => ({ externalId: title, title, url });
    const criticise = async (count: number, everyMinutes: number, postOf: (n: number) => Said['post']) => {
      const at = (n: number) => new Date(now().getTime() - n * everyMinutes * MINUTE);
      await say(
        blog,
        Array.from({ length: count }, (_, n) => critic({ postedAt: at(n), post: postOf(n) ?? null })),
      );
      await listen();
    };
    const { channels } = house.database.reader.tables;
    const createdAt = new Date(now().getTime() - 16 * DAY);
    await house.database.transaction((tx) => tx.update(channels).set({ createdAt }));
    // One an hour, and hardly two of them under the same post.
    await criticise(16 * 24, 60, (n) => post(`Beitrag ${n % 40}`));
    house.clock.forward(DAY);
    await criticise(13, 27, () => null);
    expect(await told()).toEqual([]);
    house.clock.forward(DAY);
    await criticise(13, 27, () => post('Die Dachterrasse'));
    expect(await told()).toEqual([['radar.rose', 5]]);
    const { incident } = await readRadar(house, eva);
    expect(incident?.channels).toMatchObject([{ id: blog, posts: [{ title: 'Die Dachterrasse', url, comments: 13 }] }]);
    const tom = { personId: 'tom', role: 'agent', channels: [forum] } as const;
    expect((await readRadar(house, tom)).incident).toBeNull();
  });

  test('is told by a fixed rule while two weeks have not been seen', async () => {
    await storm(blog, 7);
    expect(await told()).toEqual([]);
    expect(await readRadar(house, eva)).toMatchObject({ learning: true, expected: null, count: 7 });
    await storm(blog, 1);
    expect(await told()).toEqual([['radar.rose', 3]]);
  });

  test('is told once by two nodes that watch beside each other', { timeout: SLOW }, async () => {
    const watches = await Promise.all([watchRadar(house), watchRadar(house)]);
    await say(
      blog,
      Array.from({ length: 9 }, () => critic()),
    );
    await vi.waitFor(async () => expect(await told()).toEqual([['radar.rose', 3]]), { timeout: 10_000 });
    await Promise.all([look(), look()]);
    await Promise.all(watches.map((watch) => watch.stop()));
    expect(await told()).toHaveLength(1);
    const { voices } = house.database.reader.tables;
    expect(await house.database.reader.select().from(voices)).toHaveLength(9);
  });

  test('is told once, and each rise once, however many judge it at the same moment', async () => {
    const many = () => Promise.all(Array.from({ length: 5 }, look));
    await say(
      blog,
      Array.from({ length: 9 }, () => critic()),
    );
    await hear();
    await many();
    expect(await told()).toEqual([['radar.rose', 3]]);
    await say(
      forum,
      Array.from({ length: 9 }, () => critic()),
    );
    await hear();
    await many();
    expect(await told()).toEqual([
      ['radar.rose', 3],
      ['radar.rose', 5],
    ]);
    expect((await readRadar(house, eva)).incident).toMatchObject({ threads: 18, channels: [{}, {}] });
  });
});

describe('judging', () => {
  const nine = () =>
    say(
      blog,
      Array.from({ length: 9 }, () => critic()),
    );
  const rows = async (table: 'comments' | 'voices') =>
    (await house.database.reader.select().from(house.database.reader.tables[table])).length;

  test('that fails loses no comment, and is tried again', { timeout: SLOW }, async () => {
    let failures = 0;
    const aside: typeof house.aside = {
      ...house.aside,
      run: async (name, input) => {
        if (failures > 1) return house.aside.run(name, input);
        failures += 1;
        throw new Error('no');
      },
    };
    const watch = await watchRadar({ ...house, aside });
    await nine();
    expect(await rows('comments')).toBe(9);
    await vi.waitFor(async () => expect(await rows('voices')).toBe(9), { timeout: 10_000 });
    expect(await told()).toEqual([]);
    await vi.waitFor(async () => expect(await told()).toEqual([['radar.rose', 3]]), { timeout: 10_000 });
    expect(failures).toBe(2);
    await watch.stop();
  });

  test('that takes long holds nobody up who writes', { timeout: SLOW }, async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const aside: typeof house.aside = {
      ...house.aside,
      run: async (name, input) => {
        await released;
        return house.aside.run(name, input);
      },
    };
    const watch = await watchRadar({ ...house, aside });
    await nine();
    await vi.waitFor(async () => expect(await rows('voices')).toBe(9), { timeout: 10_000 });
    await nine();
    await vi.waitFor(async () => expect(await rows('voices')).toBe(18), { timeout: 10_000 });
    release();
    await vi.waitFor(async () => expect(await told()).toEqual([['radar.rose', 5]]), { timeout: 10_000 });
    await watch.stop();
  });
});

// B-08
describe('no storm is', () => {
  test('a raffle with five hundred happy people', async () => {
    await usualWeeks(blog);
    await say(
      blog,
      Array.from({ length: 500 }, () => critic({ body: 'Ich bin dabei, danke.' })),
    );
    await listen();
    expect(await readRadar(house, eva)).toMatchObject({ incident: null });
    expect(await told()).toEqual([]);
  });

  test('one person who is angry thirty times', async () => {
    await usualWeeks(blog);
    await say(
      blog,
      Array.from({ length: 30 }, () => critic({ author: 'Hartmut Lenz' })),
    );
    await listen();
    expect(await told()).toEqual([]);
  });

  test('an old history that is brought in, whether it is called one or not', async () => {
    const old = (days: number) => new Date(now().getTime() - days * DAY);
    await say(
      blog,
      Array.from({ length: 40 }, () => critic()),
      true,
    );
    await say(
      forum,
      Array.from({ length: 200 }, (_, i) => critic({ postedAt: old(2 + i / 10) })),
    );
    await listen();
    await look();
    expect(await told()).toEqual([]);
    expect(await readRadar(house, eva)).toMatchObject({ level: 0, count: 0 });
  });

  test('what we say ourselves, what is spam, and what was taken back or corrected', async () => {
    await usualWeeks(blog);
    await say(
      blog,
      Array.from({ length: 10 }, () => critic({ author: 'Hotel', own: true })),
    );
    await say(
      blog,
      Array.from({ length: 10 }, () => critic({ visibility: 'spam' })),
    );
    await storm(blog, 4);
    // One of the usual ones lies within the day.
    expect((await readRadar(house, eva)).count).toBe(5);
    const { comments } = house.database.reader.tables;
    const last = (await house.database.reader.select().from(comments)).at(-1);
    await correctComment(house, eva, last?.id ?? '', { sentiment: 'neutral' });
    await listen();
    expect((await readRadar(house, eva)).count).toBe(4);
    await say(blog, [{ kind: 'removed', externalId: `c${spoken - 1}`, at: now(), version: 1 }]);
    await listen();
    expect((await readRadar(house, eva)).count).toBe(3);
  });
});

describe('people', () => {
  test('see the incidents and count the comments of their own channels only', async () => {
    await usualWeeks(blog);
    await storm(blog, 7);
    await storm(forum, 6);
    const tom = { personId: 'tom', role: 'agent', channels: [forum] } as const;
    const nobody = { personId: 'n', role: 'agent', channels: ['other'] } as const;
    const { incident } = await readRadar(house, tom);
    expect(incident).toMatchObject({ comments: 6, critics: 6, threads: 6, channels: [{ id: forum }] });
    expect(incident?.level).toBeLessThan(5);
    const number = incident?.number ?? 0;
    const report = await readIncident(house.database.reader, tom, number);
    expect(report.hours.reduce((sum, hour) => sum + hour.comments, 0)).toBe(6);
    expect((await readRadar(house, nobody)).incident).toBeNull();
    expect((await listIncidents(house, nobody, undefined)).incidents).toEqual([]);
    await expect(readIncident(house.database.reader, nobody, number)).rejects.toMatchObject({ status: 404 });
    await expect(changeIncident(house, nobody, number, { lead: true })).rejects.toMatchObject({ status: 404 });
    expect((await listQueue(house, tom, `incident:${number}`, { limit: 50 })).threads).toHaveLength(6);
  });

  test('find what the radar told, and what was done about it, in the trail of each of their channels and of no other', async () => {
    await usualWeeks(blog);
    await storm(blog, 7);
    await storm(forum, 6);
    const number = (await readRadar(house, eva)).incident?.number ?? 0;
    await changeIncident(house, eva, number, { lead: true });
    await house.database.transaction(async (tx) => appendFacts(tx, await factsAfter(tx, 0, 10_000), house.vault.sign));
    const trail = async (channels: 'all' | string[]) => {
      const actor = { personId: 'x', role: 'admin', channels } as const;
      return (await readAudit(house, actor, { kind: 'radar' })).entries.toReversed();
    };
    // It began on the blog and rose on both.
    expect((await trail([blog])).map(({ kind }) => kind)).toEqual(['radar.rose', 'radar.rose', 'radar.changed']);
    const own = await trail([forum]);
    expect(own.at(-1)).toMatchObject({ kind: 'radar.changed', channel: { id: forum }, details: { incident: number } });
    expect(own[0]).toMatchObject({ kind: 'radar.rose', channel: { id: forum }, details: { incident: number } });
    expect(JSON.stringify(own)).not.toContain(blog);
    expect(await trail(['other'])).toEqual([]);
    expect((await trail('all')).filter(({ kind }) => kind === 'radar.changed')).toHaveLength(2);
  });

  test('tick the playbook, take the lead, judge it and write down what was learnt; all of it is in the report', async () => {
    const anna = { personId: await addTestPerson(house, 'lead', [blog]), role: 'lead', channels: [blog] } as const;
    await usualWeeks(blog);
    await storm(blog, 7);
    const number = (await readRadar(house, anna)).incident?.number ?? 0;
    house.clock.forward(MINUTE);
    await changeIncident(house, anna, number, { lead: true });
    await changeIncident(house, anna, number, { step: { name: 'calm', done: true } });
    await changeIncident(house, anna, number, { step: { name: 'calm', done: true } });
    await changeIncident(house, anna, number, { step: { name: 'facts', done: true } });
    await changeIncident(house, anna, number, { step: { name: 'facts', done: false } });
    house.clock.forward(MINUTE);
    const report = await changeIncident(house, anna, number, { verdict: 'confirmed', lesson: 'Früher reden.' });
    expect(report).toMatchObject({
      leaderId: anna.personId,
      verdict: 'confirmed',
      lesson: 'Früher reden.',
      lessonBy: anna.personId,
      steps: [{ step: 'calm', personId: anna.personId }],
    });
    expect(report.timeline.map(({ kind }) => kind)).toEqual(['began', 'alarm', 'lead', 'step', 'verdict']);
    const changes = (await told()).filter(([kind]) => kind === 'radar.changed');
    expect(changes).toHaveLength(5);
  });

  test('read how many threads are answered, hour by hour, with the first answer in its place', async () => {
    const anna = { personId: await addTestPerson(house, 'lead', [blog]), role: 'lead', channels: [blog] } as const;
    await usualWeeks(blog);
    await storm(blog, 7);
    const number = (await readRadar(house, anna)).incident?.number ?? 0;
    const [thread] = (await listQueue(house, anna, `incident:${number}`, { limit: 1 })).threads;
    const { comments, replies } = house.database.reader.tables;
    const comment = (await house.database.reader.select().from(comments)).find((row) => row.threadId === thread?.id);
    const about = {
      threadId: thread?.id ?? '',
      channelId: blog,
      commentId: comment?.id ?? '',
      personId: anna.personId,
    };
    const answer = { body: 'Das tut uns leid.', state: 'published', idempotencyKey: 'k1' } as const;
    await house.database.transaction((tx) =>
      tx.insert(replies).values({ id: 'r1', ...about, ...answer, createdAt: now(), publishedAt: now() }),
    );
    const report = await readIncident(house.database.reader, anna, number);
    expect(report).toMatchObject({ answered: 1, threads: 7 });
    expect(report.hours.at(-1)).toMatchObject({ threads: 7, answered: 1 });
    expect(report.hours.at(-1)?.expected).toBeGreaterThan(0);
    expect(report.timeline.find(({ kind }) => kind === 'first-answer')).toMatchObject({ personId: anna.personId });
  });

  test('are told in a thread that it belongs to a storm, while that goes on and nobody has called it a false alarm', async () => {
    const anna = { personId: await addTestPerson(house, 'lead', [blog]), role: 'lead', channels: [blog] } as const;
    await usualWeeks(blog);
    const [before] = (await listQueue(house, anna, '', { limit: 1 })).threads;
    await storm(blog, 7);
    const number = (await readRadar(house, anna)).incident?.number ?? 0;
    const [thread] = (await listQueue(house, anna, `incident:${number}`, { limit: 1 })).threads;
    const inStorm = async (id = '') => (await readThread(house, anna, id)).inStorm;
    expect(await inStorm(before?.id)).toBe(false);
    expect(await inStorm(thread?.id)).toBe(true);
    await changeIncident(house, anna, number, { verdict: 'false-alarm' });
    expect(await inStorm(thread?.id)).toBe(false);
    await changeIncident(house, anna, number, { verdict: 'confirmed' });
    const during = now();
    house.clock.forward(14 * 60 * MINUTE);
    await look();
    expect(await inStorm(thread?.id)).toBe(false);
    // An answer that is reviewed afterwards is measured by what held when it was written.
    expect(await isInStorm(house.database.reader, thread?.id ?? '', during)).toBe(true);
    expect(await isInStorm(house.database.reader, thread?.id ?? '', new Date(during.getTime() - DAY))).toBe(false);
  });

  test('find a thread once that was made of two of the same storm', async () => {
    await usualWeeks(blog);
    await storm(blog, 7);
    const number = (await readRadar(house, eva)).incident?.number ?? 0;
    const [into, from] = (await listQueue(house, eva, `incident:${number}`, { limit: 2 })).threads;
    await mergeByHand(house, eva, into?.id ?? '', [from?.id ?? '']);
    await listen();
    expect((await listQueue(house, eva, `incident:${number}`, { limit: 50 })).threads).toHaveLength(6);
    expect((await readIncident(house.database.reader, eva, number)).threads).toBe(6);
  });
});
