// A month of a busy house: many threads by chance, but the same at every run.
import { randomUUID } from 'node:crypto';
import type { Sentiment, Topic } from '@stammgast/shared/domain/assessment';
import { addSetting } from '../storage/settings.ts';
import type { TestHouse } from '../testing/open-test-house.ts';

const MINUTE = 60_000;
export const MARCH = { from: '2026-03-01', to: '2026-04-01' } as const;

/** Mulberry32. */
function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T };
}

const moods: readonly Sentiment[] = ['negative', 'negative', 'mixed', 'neutral', 'positive'];
const topicSets: readonly Topic[][] = [[], ['product'], ['support'], ['product', 'support']];

export async function seedHouse({ database, clock }: TestHouse): Promise<void> {
  clock.set('2026-05-01T10:00:00Z');
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 1020 }] : []));
  await database.transaction(async (tx) => {
    const { channels, calendars, authors } = tx.tables;
    await addSetting(tx, 'house', { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' });
    const state = { platform: 'api' as const, settings: {}, state: 'ok' as const, lastSuccessAt: clock.now() };
    await tx.insert(channels).values([
      { ...state, id: 'blog', name: 'Hausblog', createdAt: new Date('2026-01-01T00:00:00Z') },
      { ...state, id: 'forum', name: 'Forum', createdAt: new Date('2026-03-10T12:00:00Z') },
      {
        ...state,
        ...{ id: 'old', name: 'Altes Forum', createdAt: new Date('2026-01-01T00:00:00Z') },
        removedAt: new Date('2026-03-20T12:00:00Z'),
      },
    ]);
    await tx
      .insert(calendars)
      .values({ id: 'office', calendar: { timeZone: 'Europe/Berlin', week }, createdAt: new Date(0) });
    await tx.insert(authors).values({ id: 'critic', channelId: 'blog', externalId: 'critic', name: 'Frau Geheim' });
  });
}

/** Threads between two instants: with a comment, a clock, often an answer, an end, or a promise. */
export async function seedThreads(
  { database }: TestHouse,
  { count, from, to, seed = 1, channels = ['blog', 'forum'] }: SeedWish,
): Promise<void> {
  const chance = createChance(seed);
  const rows = Array.from({ length: count }, () => makeThread(chance, Date.parse(from), Date.parse(to), channels));
  await database.transaction(async (tx) => {
    const { threads, comments, clocks, replies, promises } = tx.tables;
    await tx.insertMany(threads, rows.map(({ thread }) => thread) as never);
    await tx.insertMany(comments, rows.flatMap((row) => row.comments) as never);
    await tx.insertMany(clocks, rows.map(({ clock }) => clock) as never);
    await tx.insertMany(replies, rows.flatMap((row) => row.replies) as never);
    await tx.insertMany(promises, rows.flatMap((row) => row.promises) as never);
  });
}
interface SeedWish {
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly seed?: number;
  readonly channels?: readonly string[];
}

function makeThread(chance: ReturnType<typeof createChance>, from: number, to: number, channels: readonly string[]) {
  const id = randomUUID();
  const channelId = chance.one(channels);
  const at = (minutes: number) => new Date(opened + minutes * MINUTE);
  const opened = from + Math.floor(chance.next() * (to - from));
  const said = { sentiment: chance.one(moods), topics: chance.one(topicSets) };
  const answeredAt = chance.next() < 0.8 ? at(chance.next() ** 3 * 6000) : null;
  const resolved = answeredAt && chance.next() < 0.7;
  const dueAt = at(240);
  const comment = (more: object) => ({
    ...{ id: randomUUID(), channelId, threadId: id, authorId: 'critic', externalId: randomUUID(), version: 1 },
    ...{ body: 'Kalt.', stems: 'kalt', ...said, confidence: 1, evidence: [], reasons: [], needsAnswer: true },
    ...{ postedAt: at(0), receivedAt: at(0) },
    ...more,
  });
  return {
    thread: {
      ...{
        id,
        channelId,
        authorId: 'critic',
        excerpt: '=1+1 ist kalt',
        ...said,
        status: resolved ? 'resolved' : 'open',
      },
      ...{ resolvedReason: resolved ? 'answered' : null, resolvedAt: resolved ? answeredAt : null },
      ...{ openedAt: at(0), lastActivityAt: at(0), queueAt: at(0), comments: 2 },
    },
    comments: [
      comment({}),
      comment({ postedAt: at(30), visibility: chance.next() < 0.1 ? 'spam' : 'public', needsAnswer: false }),
      ...(answeredAt && chance.next() < 0.2 ? [comment({ own: true, postedAt: answeredAt })] : []),
    ],
    clock: {
      ...{ id: randomUUID(), threadId: id, channelId, kind: 'first', calendarId: 'office', targetMinutes: 240 },
      ...{ policyName: chance.one(['Eilig', 'Alles']), startedAt: at(0), soonAt: at(210), dueAt, metAt: answeredAt },
      ...{ breachedAt: (answeredAt ?? at(1e6)) > dueAt ? dueAt : null },
      intervals: [{ from: opened, to: null, state: 'running', reason: 'comment', actorId: null }],
    },
    replies: answeredAt
      ? [
          {
            ...{ id: randomUUID(), threadId: id, channelId, commentId: id, personId: 'anna', body: 'Verzeihung.' },
            ...{ state: 'published', idempotencyKey: id, createdAt: answeredAt, publishedAt: answeredAt },
          },
        ]
      : [],
    promises:
      answeredAt && chance.next() < 0.3
        ? [
            {
              ...{ id: randomUUID(), threadId: id, channelId, words: 'Bis Freitag.', dueAt: at(7000) },
              ...{ state: chance.one(['kept', 'kept', 'broken', 'suggested']), createdAt: at(0), confirmedAt: at(1) },
            },
          ]
        : [],
  };
}
