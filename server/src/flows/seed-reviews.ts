// Three months of reviews in the demo: drawn as in any house, scored by its supervisor, some by a second person as well.
import type { Actor } from '@stammgast/shared/domain/permissions';
import { isExemplary } from '@stammgast/shared/domain/review/scorecard';
import { resolvedInDemo } from '../demo/demo.queries.ts';
import { between, createRandom, pick, type Random } from '../demo/random.ts';
import { advice, drawing, objection, praise, settled } from '../demo/reviews.ts';
import { exampleOf } from '../review/examples.queries.ts';
import type { StoredReview } from '../review/reviews.queries.ts';
import { allSamples, type StoredSample } from '../review/sampling.queries.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { actorOf, type Stage } from './demo-stage.ts';
import { decideDispute, disputeReview } from './dispute-review.ts';
import { type Scorecard, writeReview } from './review-thread.ts';
import { sampleThreads } from './sample-threads.ts';
import { answerExample } from './show-examples.ts';

const HOUR_MS = 3_600_000;
/** What is younger still waits, but for every third. */
const WAITING_MS = 6 * 24 * HOUR_MS;

export async function seedReviews(stage: Stage, seed: number): Promise<void> {
  const { house, tx } = stage;
  if ((await readSetting(tx, 'review')) === null)
    await writeSetting(tx, 'review', { ...drawing, seed: `demo-${seed}` });
  await sampleThreads(house, tx, await resolvedInDemo(tx));
  const samples = (await allSamples(tx)).filter((sample) => sample.replyId !== null);
  const last = stage.now.getTime() - WAITING_MS;
  const due = samples.filter((sample, i) => sample.resolvedAt.getTime() < last || i % 3 === 0);
  const random = createRandom(seed + 77);
  for (const [i, sample] of due.entries())
    await score(stage, random, sample, stage.now.getTime() - (due.length - i) * 60_000);
  stage.setTime(stage.now);
}

/** By the supervisor within a day, and by the administrator where two people are wanted. */
async function score(stage: Stage, random: Random, sample: StoredSample, latest: number): Promise<void> {
  const reviewers = [actorOf(stage, 'martin'), actorOf(stage, 'eva')].filter(
    ({ personId }) => personId !== sample.authorId,
  );
  const scores = [between(random, 1, 3), between(random, 1, 3), between(random, 1, 3), between(random, 2, 3), 3];
  const best = random() < 0.12;
  for (const [i, reviewer] of reviewers.slice(0, sample.wanted).entries()) {
    // What is young was scored just now, so that the week has begun.
    const young = stage.now.getTime() - sample.resolvedAt.getTime() < WAITING_MS;
    const soon = sample.resolvedAt.getTime() + between(random, 4, 30) * HOUR_MS;
    const at = young ? latest + i * 1000 : Math.min(soon, latest + i * 1000);
    stage.setTime(new Date(at));
    await write(
      stage,
      random,
      reviewer,
      sample,
      best ? scores.map(() => 3) : i === 0 ? scores : differing(random, scores),
    );
  }
}

/** Two people who mostly mean the same. */
const differing = (random: Random, scores: readonly number[]): number[] =>
  scores.map((one) => (random() < 0.62 ? one : Math.max(0, Math.min(3, one + (random() < 0.5 ? 1 : -1)))));

async function write(stage: Stage, random: Random, by: Actor, sample: StoredSample, scores: number[]): Promise<void> {
  const { house, tx } = stage;
  const good = isExemplary(scores, []);
  const card: Scorecard = {
    scores,
    critical: !good && random() < 0.03 ? ['untrue-promise'] : [],
    note: random() < 0.5 ? pick(random, good ? praise : advice) : undefined,
    exemplary: good,
  };
  const review = await writeReview(house, tx, by, sample, card);
  const author = [...stage.actors.values()].find(({ personId }) => personId === sample.authorId);
  if (author) await react(stage, random, { author, by, sample, review });
}

interface Told {
  readonly author: Actor;
  readonly by: Actor;
  readonly sample: StoredSample;
  readonly review: StoredReview;
}

/** Most agree to be an example; some disagree with few points, and some of them are right. */
async function react({ house, tx, now }: Stage, random: Random, { author, by, sample, review }: Told): Promise<void> {
  const example = review.exemplary && random() < 0.7 ? await exampleOf(tx, sample.replyId ?? '') : null;
  if (example) await answerExample(house, author, example.id, 'given');
  if ((review.points ?? 0) > 17 || random() < 0.5) return;
  const old = now.getTime() - house.clock.now().getTime() > 3 * WAITING_MS;
  await disputeReview(house, author, review.id, old ? settled.raised : objection);
  if (old) await decideDispute(house, by, review.id, { decision: 'struck', comment: settled.decided });
}
