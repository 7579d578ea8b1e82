import type { Actor } from '@stammgast/shared/domain/permissions';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendFacts } from '../audit/trail.ts';
import { factsAfter } from '../events/events.queries.ts';
import { INK } from '../review/conceal.ts';
import { disputeReview } from './dispute-review.ts';
import { readAudit } from './read-audit.ts';
import { listMyReviews } from './read-quality.ts';
import { listSamples, readReviewState } from './read-review.ts';
import { readReviewCase } from './read-review-case.ts';
import {
  answer,
  card,
  eva,
  goOn,
  openReviewStage,
  type ReviewStage,
  review,
  reviewFacts,
  sampled,
  usual,
} from './review.suite.ts';
import { changeReviewSettings } from './review-settings.ts';
import { saveReview } from './review-thread.ts';
import { missedFacts } from './tell-facts.ts';

let stage: ReviewStage;
beforeEach(async () => {
  stage = await openReviewStage();
});
afterEach(() => stage.house.database.close());

const waiting = async (by = stage.martin) => {
  const { samples } = await listSamples(stage.house, by, { list: 'sample', limit: 50 });
  return samples.map((row) => row.id);
};

let copies = 0;
/** Lets its first comment be said again later, changed so, many times; gives back the first. */
async function repeat(threadId: string, times: number, change: { own?: boolean; body: string }) {
  stage.house.clock.forward(60_000);
  const { reader } = stage.house.database;
  const { comments } = reader.tables;
  const [first] = await reader.select().from(comments).where(eq(comments.threadId, threadId)).orderBy(comments.seq);
  if (!first) throw new Error('nothing was said');
  const { seq: _, ...like } = { ...first, ...change, postedAt: stage.house.clock.now() };
  const rows = Array.from({ length: times }, () => ({ ...like, id: `copy-${++copies}`, externalId: `copy-${copies}` }));
  await stage.house.database.transaction(async (tx) => {
    for (let at = 0; at < times; at += 500) await tx.insert(comments).values(rows.slice(at, at + 500));
  });
  return first;
}

describe('before one’s own review is saved', () => {
  test('neither the machine’s hints nor the author are sent (B-01)', async () => {
    const { id, authorId } = await sampled(stage);
    const before = await readReviewCase(stage.house, stage.martin, id);
    expect(before).toMatchObject({ hints: null, authorName: null, mine: null, others: [] });
    expect(before.answer?.body).toBe(answer.replace('Anna agent', INK));
    const list = await listSamples(stage.house, stage.martin, { list: 'sample', limit: 50 });
    for (const sent of [before, list]) {
      expect(JSON.stringify(sent)).not.toContain(authorId);
      expect(JSON.stringify(sent)).not.toContain('Anna');
    }
    const after = await review(stage, stage.martin, id);
    expect(after).toMatchObject({ authorName: 'Anna agent', mine: { points: 25, scores: [3, 2, 2, 3, 3] } });
    expect(after.answer?.body).toBe(answer);
    expect(after.hints).toHaveLength(14);
    const step = after.hints?.find((hint) => hint.key === 'S');
    expect(step?.state).toBe('ok');
    const [mark] = step?.marks ?? [];
    expect(answer.slice(mark?.start, mark?.end)).toContain('erstatten');
  });

  test('names are blacked out as well where we have answered by hand on the platform', async () => {
    const { house, martin } = stage;
    const { id, threadId } = await sampled(stage);
    const byHand = [
      ['Hotel Sonnenblick', 'Wir melden uns. Ihr Hotel Sonnenblick\nAnna agent'],
      ['Rezeption Lena Berg', 'Es ist erledigt. Rezeption Lena Berg ^AA'],
    ] as const;
    await goOn(stage, threadId, [
      ...byHand.map(([author, body]) => ({ author, body, own: true })),
      { author: 'Rosa Winter', body: 'Danke. Rosa Winter' },
    ]);
    const texts = async () => (await readReviewCase(house, martin, id)).after.map(({ body }) => body);
    expect(await texts()).toEqual([
      `Wir melden uns. Ihr Hotel Sonnenblick\n${INK}`,
      `Es ist erledigt. ${INK} ${INK}`,
      'Danke. Rosa Winter',
    ]);
    await changeReviewSettings(house, eva, { ...usual, hideAuthor: false });
    expect(await texts()).toEqual([...byHand.map(([, body]) => body), 'Danke. Rosa Winter']);
  });

  test('guests who name whoever answered do not give them away', async () => {
    const { house, martin } = stage;
    const { id, threadId } = await sampled(stage);
    const [before] = (await readReviewCase(house, martin, id)).before;
    const body = 'Liebe Anna, das hat geholfen. Grüße auch an Martin.';
    await goOn(stage, threadId, [{ author: 'Rosa Winter', body }]);
    const after = async () => (await readReviewCase(house, martin, id)).after.at(-1)?.body;
    expect(await after()).toBe(body.replace('Anna', INK));
    expect((await readReviewCase(house, martin, id)).before[0]).toEqual(before);
    await review(stage, martin, id);
    expect(await after()).toBe(body);
  });

  test('what was answered is shown however much was said since', async () => {
    const { id, threadId } = await sampled(stage);
    const first = await repeat(threadId, 1000, { body: 'Ich auch.' });
    const shown = await readReviewCase(stage.house, stage.martin, id);
    expect(shown.comment).toMatchObject({ id: first.id, body: first.body });
    expect(shown.before.length + shown.after.length).toBe(1000);
    expect(shown.timeline[0]).toMatchObject({ kind: 'came', at: first.postedAt.toISOString() });
  });

  test('the answer looked at is shown with what was said around it, however many we have given', async () => {
    const { house, nora, martin } = stage;
    const { id } = await sampled(stage);
    const { reader } = house.database;
    const { clocks, comments, replies } = reader.tables;
    const [looked] = await reader.select().from(replies);
    const [clock] = await reader.select().from(clocks).where(eq(clocks.kind, 'first'));
    if (!looked || !clock) throw new Error('nobody has answered in time');
    const given = Array.from({ length: 601 }, (_, n) => {
      const at = new Date(looked.createdAt.getTime() + (n - 300) * 3_600_000);
      return { ...looked, id: `${n}`, idempotencyKey: `${n}`, body: `Antwort ${n}`, createdAt: at, publishedAt: at };
    }).filter(({ id: n }) => n !== '300');
    // Whoever has answered long before does not stand around it, and is not to be given away either.
    const all = given.map((one) => (one.id === '0' ? { ...one, personId: nora.personId } : one));
    const met = [...given, looked].map(({ id: n, createdAt: at }) => ({ ...clock, id: `clock-${n}`, metAt: at }));
    await house.database.transaction(async (tx) => {
      await tx.delete(clocks);
      for (let at = 0; at < 600; at += 200) await tx.insert(replies).values(all.slice(at, at + 200));
      for (let at = 0; at < 601; at += 200) await tx.insert(clocks).values(met.slice(at, at + 200));
      const [{ seq: _, ...first } = { seq: 0 }] = await tx.select().from(comments);
      const postedAt = given[1]?.createdAt;
      const thanks = { ...first, id: 'thanks', externalId: 'thanks', body: 'Danke an supervisor.', postedAt };
      await tx.insert(comments).values(thanks as typeof comments.$inferInsert);
    });
    const shown = await readReviewCase(house, martin, id);
    expect(shown.answer?.id).toBe(looked.id);
    const answersIn = (said: typeof shown.before) =>
      said.filter(({ guestName }) => guestName === null).map(({ body }) => body);
    const bodies = given.map(({ body }) => body);
    expect(answersIn(shown.before)).toEqual(bodies.slice(200, 300));
    expect(answersIn(shown.after)).toEqual(bodies.slice(300, 400));
    expect(shown.before.find((one) => one.id === 'thanks')?.body).toBe(`Danke an ${INK}.`);
    expect(shown.timeline.find(({ kind }) => kind === 'answered')).toMatchObject({ inTime: true });
  });

  test('a long thread in a large house is soon read', async () => {
    const { id, threadId } = await sampled(stage);
    const { people } = stage.house.database.reader.tables;
    const [someone] = await stage.house.database.reader.select().from(people);
    if (!someone) throw new Error('nobody is there');
    const staff = Array.from({ length: 100 }, (_, n) => ({
      ...someone,
      ...{ id: `staff-${n}`, email: `staff-${n}@house.example`, name: `Vorname${n} Nachname${n}` },
    }));
    await stage.house.database.transaction((tx) => tx.insert(people).values(staff));
    await repeat(threadId, 200, { own: true, body: 'Gern geschehen. Vorname7' });
    await repeat(threadId, 300, { body: 'Ich danke Herrn Nachname99.' });
    // Names prepared anew for each comment took half a minute: longer than a test may.
    const { after } = await readReviewCase(stage.house, stage.martin, id);
    expect(new Set(after.map(({ body }) => body))).toEqual(
      new Set([`Gern geschehen. ${INK}`, `Ich danke Herrn ${INK}.`]),
    );
  });

  test('with the setting off the author is shown, the hints still are not', async () => {
    await changeReviewSettings(stage.house, eva, { ...usual, hideAuthor: false });
    const { id } = await sampled(stage);
    const before = await readReviewCase(stage.house, stage.martin, id);
    expect(before).toMatchObject({ hints: null, authorName: 'Anna agent', answer: { body: answer } });
  });
});

test('a review is saved once, leaves the list, and tells its author', async () => {
  const { id, channelId, threadId } = await sampled(stage);
  expect(await waiting()).toEqual([id]);
  const saved = await saveReview(stage.house, stage.martin, id, { ...card(), note: 'Klar und ohne Ausflucht.' });
  expect(await waiting()).toEqual([]);
  await expect(review(stage, stage.martin, id)).rejects.toMatchObject({ code: 'review.saved', status: 409 });
  await expect(review(stage, stage.nora, id)).rejects.toMatchObject({ code: 'review.saved' });
  const payload = { reviewId: saved.mine?.id, sampleId: id, authorId: stage.anna.personId };
  const by = stage.martin.personId;
  expect(await reviewFacts(stage)).toMatchObject([
    { kind: 'review.saved', channelId, threadId, personId: by, payload },
  ]);
  const { reviews } = await listMyReviews(stage.house, stage.anna, { limit: 50 });
  expect(reviews).toMatchObject([{ threadId, answer, review: { note: 'Klar und ohne Ausflucht.', points: 25 } }]);
  const done = await listSamples(stage.house, stage.martin, { list: 'done', limit: 50 });
  expect(done.samples.map((row) => row.id)).toEqual([id]);
});

test('two who save at the same moment make one review', async () => {
  const { id } = await sampled(stage);
  const both = await Promise.allSettled([stage.martin, stage.nora].map((by) => review(stage, by, id)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { reviews, reviewSamples } = stage.house.database.reader.tables;
  expect(await stage.house.database.reader.select().from(reviews)).toHaveLength(1);
  expect(await stage.house.database.reader.select().from(reviewSamples)).toMatchObject([{ done: 1 }]);
});

test('colleagues hear that something was reviewed, not whose and by whom', async () => {
  await review(stage, stage.martin, (await sampled(stage)).id);
  const { facts } = await missedFacts(stage.house, stage.anna, 0);
  const told = facts.filter(({ kind }) => kind === 'review.saved');
  expect(told).toMatchObject([{ channelId: stage.blog, threadId: null, personId: null, thread: null }]);
});

test('nobody reviews what they have written, and nobody what they may not see', async () => {
  const { house, martin } = stage;
  const own = await sampled(stage, { by: martin });
  expect(await waiting()).toEqual([]);
  await expect(review(stage, martin, own.id)).rejects.toMatchObject({ code: 'review.own', status: 403 });
  const stranger = { ...stage.nora, channels: ['another'] };
  await expect(readReviewCase(house, stranger, own.id)).rejects.toMatchObject({ status: 404 });
  await expect(review(stage, stranger, own.id)).rejects.toMatchObject({ status: 404 });
  expect(await waiting(stranger)).toEqual([]);
  expect(await readReviewState(house, stranger)).toMatchObject({ channels: [], waiting: 0 });
});

test('a critical error leaves no points; without an answer there is nothing to score', async () => {
  const { house, martin } = stage;
  const first = await sampled(stage);
  const found = await saveReview(house, martin, first.id, { ...card(), critical: ['untrue-promise'] });
  expect(found.mine).toMatchObject({ points: 0, critical: ['untrue-promise'], scores: [3, 2, 2, 3, 3] });
  const second = await sampled(stage);
  await expect(saveReview(house, martin, second.id, card(null))).rejects.toMatchObject({
    code: 'review.scores_needed',
  });
  const { reviewSamples } = house.database.reader.tables;
  await house.database.transaction((tx) =>
    tx.update(reviewSamples).set({ replyId: null }).where(eq(reviewSamples.id, second.id)),
  );
  await expect(review(stage, martin, second.id)).rejects.toMatchObject({ code: 'review.scores_needed' });
  const hidden = await saveReview(house, martin, second.id, { ...card(null), critical: ['deleted-criticism'] });
  expect(hidden).toMatchObject({ answer: null, mine: { points: null, scores: null, critical: ['deleted-criticism'] } });
});

describe('a thread that two people score', () => {
  beforeEach(() => changeReviewSettings(stage.house, eva, { ...usual, twicePercent: 100 }));

  test('shows neither the other’s score before both have saved their own', async () => {
    const { id } = await sampled(stage);
    await review(stage, stage.martin, id, [3, 3, 3, 3, 3]);
    expect(await waiting(stage.nora)).toEqual([id]);
    const second = await readReviewCase(stage.house, stage.nora, id);
    expect(second).toMatchObject({ mine: null, others: [], hints: null, authorName: null });
    const saved = await review(stage, stage.nora, id, [2, 2, 2, 2, 2]);
    expect(saved).toMatchObject({ mine: { points: 20 }, others: [{ points: 30 }] });
    expect((await readReviewCase(stage.house, stage.martin, id)).others).toMatchObject([{ points: 20 }]);
  });

  test('tells who is still to score it nothing of the first in the audit trail either', async () => {
    const { house, blog, anna, martin, nora } = stage;
    const { id, threadId } = await sampled(stage);
    const saved = await saveReview(house, martin, id, { ...card([3, 3, 3, 3, 3]), exemplary: true });
    await disputeReview(house, anna, saved.mine?.id ?? '', 'Anders.');
    await house.database.transaction(async (tx) => appendFacts(tx, await factsAfter(tx, 0, 1000), String));
    const searches = [{ threadId }, { kind: 'review' }, { personId: martin.personId }, { channelId: blog }, {}];
    const told = async (by: Actor) => {
      const looks = await Promise.all(searches.map((search) => readAudit(house, by, search)));
      return looks.map(({ entries }) => entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('review.')));
    };
    const first = ['review.proposed', 'review.saved'];
    const all = ['review.disputed', ...first];
    // The author knows what they were given.
    expect(await told(martin)).toEqual([all, all, first, all, all]);
    expect((await told({ ...anna, role: 'supervisor' }))[0]).toEqual(all);
    expect(await told(nora)).toEqual([[], [], [], [], []]);
    expect((await told(eva))[0]).toEqual([]);
    await review(stage, nora, id);
    expect(await told(nora)).toEqual([all, all, first, all, all]);
    expect((await told(eva))[0]).toEqual(all);
  });

  test('tells how far they agree from ten threads on', async () => {
    for (let i = 0; i < 10; i += 1) {
      const { id } = await sampled(stage);
      const scores = [i % 4, (i + 1) % 4, (i + 2) % 4, 3, i % 2];
      await review(stage, stage.martin, id, scores);
      expect((await readReviewState(stage.house, stage.nora)).agreement.kappa).toBeNull();
      await review(stage, stage.nora, id, i < 9 ? scores : scores.map((score) => 3 - score));
    }
    const { agreement, channels } = await readReviewState(stage.house, stage.martin);
    expect(agreement).toMatchObject({ n: 10, calibrate: false });
    expect(agreement.kappa).toBeGreaterThan(0.6);
    expect(agreement.kappa).toBeLessThan(1);
    expect((agreement.from ?? 1) < (agreement.kappa ?? 0)).toBe(true);
    expect(channels).toMatchObject([{ id: stage.blog, done: 20, waiting: 0 }]);
  });
});

test('pages of the list go on where they ended', async () => {
  const all: string[] = [];
  for (let i = 0; i < 5; i += 1) all.push((await sampled(stage)).id);
  const first = await listSamples(stage.house, stage.martin, { list: 'sample', limit: 2 });
  const second = await listSamples(stage.house, stage.martin, { list: 'sample', limit: 3, cursor: first.next ?? '' });
  expect([...first.samples, ...second.samples].map((row) => row.id)).toEqual(all);
  expect(second.next).toBeNull();
});
