// One thread under review. Who has answered, what the machine found and what another reviewer thinks stay in the house
// until the reader's own review is saved: they are not even sent.
import type { Hint, ReviewCase } from '@stammgast/shared/contract/review';
import { checkAnswer } from '@stammgast/shared/domain/answer-check/check-answer';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { notFound } from '../http/problem.ts';
import { isInStorm } from '../radar/incidents.queries.ts';
import { closedAtOf } from '../review/calibrations.queries.ts';
import { clockMet, promisesIn, takenAfter, textsBefore } from '../review/case.queries.ts';
import { shareOf } from '../review/draw.ts';
import { namedIn, presentReview, presentSample } from '../review/present.ts';
import { reviewsOf } from '../review/reviews.queries.ts';
import { type SampleRecord, sampleById } from '../review/samples.queries.ts';
import { timelineOf } from '../review/timeline.ts';
import type { Db } from '../storage/database.ts';
import { namesOf } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { type Exchange, exchangeOf, ownNames, told } from './read-exchange.ts';
import { reviewSettings } from './review-settings.ts';

export async function readReviewCase(house: House, actor: Actor, sampleId: string): Promise<ReviewCase> {
  const db = house.database.reader;
  const record = await sampleById(db, actor, sampleId);
  if (!record) throw notFound();
  const { sample, thread, channel } = record;
  const [settings, stored] = await Promise.all([reviewSettings(db), reviewsOf(db, [sampleId])]);
  const mine = stored.find((review) => review.reviewerId === actor.personId) ?? null;
  const sight = await sightOf(db, record, mine !== null, settings.hideAuthor);
  const names = await namesOf(db, [...namedIn(stored), sample.authorId]);
  const exchange = await exchangeOf(db, record, sight.author);
  const others = sight.others ? stored.filter((review) => review !== mine) : [];
  return {
    sample: presentSample(record),
    draw: settings.seed && !sample.calibrationId ? shareOf(settings.seed, sample.key) : null,
    drawOf: sample.key,
    topics: thread.topics,
    register: channel.replyRegister,
    ...told(exchange),
    timeline: await timeline(db, record, exchange),
    mine: mine && presentReview(mine, names),
    authorName: sight.author ? authorOf(exchange, names.get(sample.authorId)) : null,
    hints: sight.hints ? await hintsOf(db, record, exchange) : null,
    others: others.map((review) => presentReview(review, names)),
  };
}

interface Sight {
  readonly author: boolean;
  readonly hints: boolean;
  readonly others: boolean;
}

/** What the reader may see by now. */
async function sightOf(db: Db, { sample }: SampleRecord, saved: boolean, hideAuthor: boolean): Promise<Sight> {
  if (sample.calibrationId !== null) {
    // Reviewers compare themselves there, not the people who have answered.
    const closed = (await closedAtOf(db, sample.calibrationId)) !== null;
    return { author: false, hints: saved || closed, others: closed };
  }
  // Once enough have scored it nobody else may: who looks now decides a dispute or reads what was said.
  const open = saved || sample.done >= sample.wanted;
  return { author: open || !hideAuthor, hints: open, others: open };
}

const authorOf = ({ answered }: Exchange, name = ''): string => answered?.reply.guestName ?? name;

async function timeline(db: Db, { sample }: SampleRecord, { about, answered, guests }: Exchange) {
  if (!about) return [];
  const reply = answered?.reply ?? null;
  const at = reply && (reply.publishedAt ?? reply.createdAt);
  const [met, taken, promises] = await Promise.all([
    at && clockMet(db, sample.threadId, at),
    takenAfter(db, sample.threadId, about.comment.postedAt),
    reply ? promisesIn(db, reply.id) : [],
  ]);
  const reaction = at
    ? guests.find(({ comment, author }) => author.id === about.author.id && comment.postedAt > at)
    : null;
  return timelineOf({
    came: about.comment.postedAt,
    taken,
    answered: at,
    met,
    reaction: reaction ? { at: reaction.comment.postedAt, sentiment: reaction.comment.sentiment } : null,
    promises,
  });
}

const RECENT = 20;

/** What the checklist says of the answer as it went out. */
async function hintsOf(db: Db, { channel, sample }: SampleRecord, { about, answered }: Exchange): Promise<Hint[]> {
  if (!about || !answered) return [];
  const { comment, author } = about;
  const { items } = checkAnswer({
    answer: answered.reply.body,
    comment: {
      text: comment.body,
      language: comment.language,
      authorName: author.name,
      authorHandle: author.handle,
      sentiment: comment.sentiment,
    },
    channel: { platform: channel.platform, register: channel.replyRegister, agentShown: false },
    own: { names: await ownNames(db, channel.name) },
    recentAnswers: await textsBefore(db, channel.id, answered.reply.createdAt, RECENT),
    snippet: null,
    inStorm: await isInStorm(db, sample.threadId, answered.reply.createdAt),
  });
  return items.map(({ key, state, reason, marks }) => ({
    key,
    state,
    reason: reason.code,
    words: [...reason.words],
    marks: marks.map(({ start, end }) => ({ start, end })),
  }));
}
