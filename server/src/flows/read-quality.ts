// How good our answers are: by channel and topic for those who lead, by person only for that person.
import type { MyReview, Quality, ReviewFigures } from '@stammgast/shared/contract/feedback';
import { topics } from '@stammgast/shared/domain/assessment';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { criticalErrors } from '@stammgast/shared/domain/review/scorecard';
import { connectedChannels } from '../channels/channels.queries.ts';
import { namedIn, presentReview } from '../review/present.ts';
import { qualityOf, type Scored } from '../review/quality.ts';
import { type CountedReview, countedReviews, reviewsOfAuthor } from '../review/reviews.queries.ts';
import { namesOf } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { type PageOf, pageOf, placeOf } from './read-review.ts';

const DAY_MS = 86_400_000;

/** One value for each answer, also where two people have scored it. */
function answersOf(reviews: readonly CountedReview[]): (Scored & CountedReview)[] {
  const scored = reviews.filter((review) => review.points !== null);
  return [...Map.groupBy(scored, (review) => review.sampleId).values()].flatMap((both) => {
    const [first] = both;
    const points = both.reduce((sum, review) => sum + (review.points ?? 0), 0) / both.length;
    return first ? [{ ...first, points }] : [];
  });
}

export async function readReviewFigures(house: House, actor: Actor, days: number): Promise<ReviewFigures> {
  const db = house.database.reader;
  const since = new Date(house.clock.now().getTime() - days * DAY_MS);
  const [reviews, channels] = await Promise.all([
    countedReviews(db, actor, since),
    connectedChannels(db, actor.channels),
  ]);
  const answers = answersOf(reviews);
  return {
    days,
    all: qualityOf(answers),
    channels: channels.map(({ id, name, platform }) => ({
      ...{ id, name, platform },
      ...qualityOf(answers.filter((answer) => answer.channelId === id)),
    })),
    topics: topics.map((topic) => ({ topic, ...qualityOf(answers.filter((answer) => answer.topics.includes(topic))) })),
    critical: criticalErrors.map((error) => ({
      error,
      n: new Set(reviews.filter(({ critical }) => critical.includes(error)).map(({ sampleId }) => sampleId)).size,
    })),
  };
}

const YEAR_DAYS = 365;

export async function listMyReviews(
  house: House,
  actor: Actor,
  page: PageOf,
): Promise<{ reviews: MyReview[]; quality: Quality; next: string | null }> {
  const db = house.database.reader;
  const since = new Date(house.clock.now().getTime() - YEAR_DAYS * DAY_MS);
  const [rows, counted] = await Promise.all([
    reviewsOfAuthor(db, actor, placeOf(page), page.limit + 1),
    countedReviews(db, actor, since, actor.personId),
  ]);
  const { shown, next } = pageOf(rows, page.limit, ({ review }) => ({ at: review.savedAt, id: review.id }));
  const names = await namesOf(db, namedIn(shown.map(({ review }) => review)));
  const reviews = shown.map(({ review, ...row }) => ({ ...row, review: presentReview(review, names) }));
  return { reviews, quality: qualityOf(answersOf(counted), 1), next };
}
