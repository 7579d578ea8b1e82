// Stage for tests about reviews: a blog, people who answer, two who review, and threads that are over.
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { factsAfter } from '../events/events.queries.ts';
import type { StoredSample } from '../review/sampling.queries.ts';
import { addSetting } from '../storage/settings.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { type Said, says } from '../testing/said.ts';
import { receiveComments } from './receive-comments.ts';
import { resolveThread } from './resolve-threads.ts';
import { changeReviewSettings } from './review-settings.ts';
import { saveReview } from './review-thread.ts';
import { sampleThreads } from './sample-threads.ts';

export interface ReviewStage {
  readonly house: TestHouse;
  readonly blog: string;
  readonly anna: Actor;
  readonly martin: Actor;
  readonly nora: Actor;
}

/** Who runs the house. */
export const eva: Actor = { personId: 'eva', role: 'admin', channels: 'all' };
export const usual = { percent: 0, channels: {}, twicePercent: 0, goal: 20, hideAuthor: true };
export const answer =
  'Guten Tag Frau Ebner,\n\ndanke. Das war unser Fehler. Wir erstatten den Aufpreis bis Freitag.\n\nAnna agent';

export async function openReviewStage(settings: Partial<typeof usual> = {}): Promise<ReviewStage> {
  const house = await openWorkingHouse();
  const blog = await addTestChannel(house);
  const named = { name: 'Hotel Sonnenblick', timeZone: 'Europe/Berlin', locale: 'de' } as const;
  await house.database.transaction((tx) => addSetting(tx, 'house', named));
  await changeReviewSettings(house, eva, { ...usual, ...settings });
  const join = async (role: Role): Promise<Actor> => ({
    personId: await addTestPerson(house, role, [blog]),
    role,
    channels: [blog],
  });
  return { house, blog, anna: await join('agent'), martin: await join('supervisor'), nora: await join('supervisor') };
}

interface Over {
  readonly by?: Actor;
  readonly confirmed?: string[];
  readonly answered?: boolean;
  readonly body?: string;
}

let told = 0;

/** A comment that was answered and resolved; gives back its thread. */
export async function settle({ house, blog, anna }: ReviewStage, more: Over = {}): Promise<string> {
  const { by = anna, confirmed = [], answered = true, body = answer } = more;
  const externalId = `c${++told}`;
  const said = says(externalId, {
    author: `Claudia Ebner ${told}`,
    body: 'Zimmer 214 war kalt, gebucht war Seeseite.',
  });
  await receiveComments(house, { id: blog, language: null }, [said], { history: false });
  const { comments, replies } = house.database.reader.tables;
  const [comment] = await house.database.reader.select().from(comments).where(eq(comments.externalId, externalId));
  const threadId = comment?.threadId ?? '';
  house.clock.forward(60_000);
  const at = house.clock.now();
  if (answered) {
    await house.database.transaction((tx) =>
      tx.insert(replies).values({
        ...{ id: randomUUID(), threadId, channelId: blog, commentId: comment?.id ?? '', personId: by.personId, body },
        ...{ state: 'published', idempotencyKey: randomUUID(), createdAt: at, publishedAt: at, confirmed },
      }),
    );
  }
  await resolveThread(house, by, threadId, { reason: answered ? 'answered' : 'no-answer-needed' });
  return threadId;
}

/** What is said in the thread after that, a minute each. */
export async function goOn({ house, blog }: ReviewStage, threadId: string, words: readonly Said[]): Promise<void> {
  const { comments } = house.database.reader.tables;
  const [first] = await house.database.reader.select().from(comments).where(eq(comments.threadId, threadId));
  const parentExternalId = first?.externalId ?? null;
  const said = words.map((one) => {
    house.clock.forward(60_000);
    return says(`c${++told}`, { parentExternalId, postedAt: house.clock.now(), ...one });
  });
  await receiveComments(house, { id: blog, language: null }, said, { history: false });
}

/** Lets the sample be drawn among these threads, as the follower of facts does. */
export async function sample({ house }: ReviewStage, ...threadIds: string[]): Promise<StoredSample[]> {
  await house.database.transaction((tx) => sampleThreads(house, tx, threadIds));
  const { reviewSamples } = house.database.reader.tables;
  const rows = await house.database.reader.select().from(reviewSamples);
  return threadIds.flatMap((id) => rows.filter((row) => row.threadId === id));
}

/** A thread that is in the sample, because its answer was sent over a warning. */
export async function sampled(stage: ReviewStage, more: Over = {}): Promise<StoredSample> {
  const [row] = await sample(stage, await settle(stage, { confirmed: ['link-unknown'], ...more }));
  if (!row) throw new Error('it was not sampled');
  return row;
}

export const card = (scores: number[] | null = [3, 2, 2, 3, 3]) => ({ scores, critical: [], exemplary: false });

export const review = ({ house }: ReviewStage, by: Actor, sampleId: string, scores?: number[]) =>
  saveReview(house, by, sampleId, card(scores));

export async function reviewFacts({ house }: ReviewStage) {
  const facts = await factsAfter(house.database.reader, 0, 1000);
  return facts.filter(({ kind }) => kind.startsWith('review.'));
}
