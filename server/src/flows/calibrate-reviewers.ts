// Three threads of a channel that several reviewers score without seeing each other, and then compare.
import type { Calibration } from '@stammgast/shared/contract/reviewers';
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import { calibrationsOf, endCalibration, insertCalibration, scoredAnswers } from '../review/calibrations.queries.ts';
import { namedIn, presentReview, presentSample } from '../review/present.ts';
import { reviewsOf, type StoredReview } from '../review/reviews.queries.ts';
import { type SampleRecord, samplesOfCalibrations } from '../review/samples.queries.ts';
import { insertSamples } from '../review/sampling.queries.ts';
import type { Db } from '../storage/database.ts';
import { namesOf } from '../team/people.queries.ts';
import { channelById } from '../threads/detail.queries.ts';
import type { House } from './house.ts';

const THREADS = 3;
const NEWEST = 20;

export async function listCalibrations(house: House, actor: Actor): Promise<{ calibrations: Calibration[] }> {
  return { calibrations: await present(house.database.reader, actor) };
}

export async function openCalibration(house: House, actor: Actor, channelId: string): Promise<Calibration> {
  const id = house.newId();
  return house.database.transaction(async (tx) => {
    if (!sees(actor, channelId) || !(await channelById(tx, channelId))) throw problem('input.invalid', 422);
    const chosen = mostDisputed(await scoredAnswers(tx, channelId));
    if (chosen.length < THREADS) throw problem('review.too_few', 422);
    const openedAt = house.clock.now();
    await insertCalibration(tx, { id, channelId, openedBy: actor.personId, openedAt, closedAt: null });
    await insertSamples(
      tx,
      chosen.map((sample, i) => ({
        ...sample,
        ...{ id: house.newId(), key: `calibration ${id} ${i + 1}`, calibrationId: id },
        ...{ wanted: 0, done: 0 },
      })),
    );
    const change = changeOf(null, { state: 'open' });
    const about = { channelId, personId: actor.personId, payload: { calibrationId: id } };
    await record(tx, openedAt, [{ kind: 'review.calibration-opened', ...about, change }]);
    return one(await present(tx, actor, id));
  });
}

/** Where opinions lay furthest apart; among equals what was scored last. One of each thread. */
function mostDisputed(rows: Awaited<ReturnType<typeof scoredAnswers>>) {
  const bySample = [...Map.groupBy(rows, ({ sample }) => sample.id).values()].map((reviews) => {
    const points = reviews.map((review) => review.points ?? 0);
    return { sample: reviews[0]?.sample, spread: Math.max(...points) - Math.min(...points) };
  });
  const known = new Set<string>();
  return bySample
    .toSorted((a, b) => b.spread - a.spread)
    .flatMap(({ sample }) => {
      if (!sample || known.has(sample.threadId)) return [];
      known.add(sample.threadId);
      return [sample];
    })
    .slice(0, THREADS);
}

export async function closeCalibration(house: House, actor: Actor, id: string): Promise<Calibration> {
  return house.database.transaction(async (tx) => {
    const { channelId } = one(await present(tx, actor, id));
    const now = house.clock.now();
    if (!(await endCalibration(tx, id, now))) throw problem('review.wrong_state', 409);
    const change = changeOf({ state: 'open' }, { state: 'closed' });
    const about = { channelId, personId: actor.personId, payload: { calibrationId: id } };
    await record(tx, now, [{ kind: 'review.calibration-closed', ...about, change }]);
    return one(await present(tx, actor, id));
  });
}

function one([calibration]: readonly Calibration[]): Calibration {
  if (!calibration) throw notFound();
  return calibration;
}

async function present(db: Db, actor: Actor, id?: string): Promise<Calibration[]> {
  const found = await calibrationsOf(db, actor, NEWEST, id);
  if (found.length === 0) return [];
  const samples = await samplesOfCalibrations(
    db,
    found.map(({ calibration }) => calibration.id),
  );
  const reviews = await reviewsOf(
    db,
    samples.map(({ sample }) => sample.id),
  );
  const names = await namesOf(db, namedIn(reviews));
  return found.map(({ calibration, channelName, platform, openedByName }) => {
    const own = samples.filter(({ sample }) => sample.calibrationId === calibration.id);
    const told = reviews.filter((review) => own.some(({ sample }) => sample.id === review.sampleId));
    return {
      ...{ id: calibration.id, channelId: calibration.channelId, channelName, platform },
      openedByName: openedByName ?? '',
      openedAt: calibration.openedAt.toISOString(),
      closedAt: calibration.closedAt?.toISOString() ?? null,
      samples: own.map((row) => ({ ...presentSample(row), mine: isMine(told, actor, row) })),
      finished: [...Map.groupBy(told, (review) => review.reviewerId).values()].filter((all) => all.length >= own.length)
        .length,
      reviews: calibration.closedAt
        ? Object.fromEntries(
            own.map(({ sample }) => [
              sample.id,
              told.filter((review) => review.sampleId === sample.id).map((review) => presentReview(review, names)),
            ]),
          )
        : null,
    };
  });
}

const isMine = (reviews: readonly StoredReview[], { personId }: Actor, { sample }: SampleRecord): boolean =>
  reviews.some((review) => review.sampleId === sample.id && review.reviewerId === personId);
