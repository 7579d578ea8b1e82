// What waits for a reviewer, how far the week's goals are, and how far two reviewers agree.
import type { SampleRow } from '@stammgast/shared/contract/review';
import type { ReviewState } from '@stammgast/shared/contract/reviewers';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { cycleOf } from '@stammgast/shared/domain/review/cycle';
import { connectedChannels } from '../channels/channels.queries.ts';
import { problem } from '../http/problem.ts';
import { presentSample } from '../review/present.ts';
import { agreementOf } from '../review/quality.ts';
import { savedByChannel, scoredTwice } from '../review/reviews.queries.ts';
import {
  countDisputed,
  countWaiting,
  disputedSamples,
  type Place,
  savedSamples,
  waitingByChannel,
  waitingSamples,
} from '../review/samples.queries.ts';
import { readCursor, writeCursor } from '../threads/present.ts';
import type { House } from './house.ts';
import { houseZone, reviewSettings } from './review-settings.ts';

export interface PageOf {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export function placeOf({ cursor }: PageOf): Place | null {
  const place = cursor ? readCursor(cursor) : null;
  if (cursor && !place) throw problem('input.invalid', 400);
  return place;
}

/** One row more than asked for tells whether there is another page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, place: (row: Row) => Place) {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, next: last ? writeCursor(place(last)) : null };
}

export async function listSamples(
  house: House,
  actor: Actor,
  { list, ...page }: PageOf & { list: 'sample' | 'disputed' | 'done' },
): Promise<{ samples: SampleRow[]; next: string | null }> {
  const db = house.database.reader;
  const more = [placeOf(page), page.limit + 1] as const;
  if (list === 'sample') {
    const rows = await waitingSamples(db, actor, ...more);
    const { shown, next } = pageOf(rows, page.limit, ({ sample }) => ({ at: sample.resolvedAt, id: sample.id }));
    return { samples: shown.map(presentSample), next };
  }
  const disputed = list === 'disputed';
  const rows = await (disputed ? disputedSamples : savedSamples)(db, actor, ...more);
  const { shown, next } = pageOf(rows, page.limit, ({ reviewId, at, disputedAt }) => ({
    at: (disputed && disputedAt) || at,
    id: reviewId,
  }));
  return { samples: shown.map(presentSample), next };
}

const YEAR_MS = 365 * 86_400_000;

export async function readReviewState(house: House, actor: Actor): Promise<ReviewState> {
  const db = house.database.reader;
  const now = house.clock.now();
  const cycle = cycleOf(now, await houseZone(db));
  const [stored, channels, saved, waiting, mine, disputed, twice] = await Promise.all([
    reviewSettings(db),
    connectedChannels(db, actor.channels),
    savedByChannel(db, actor, cycle),
    waitingByChannel(db, actor),
    countWaiting(db, actor),
    countDisputed(db, actor),
    scoredTwice(db, actor, new Date(now.getTime() - YEAR_MS)),
  ]);
  const { seed = null, ...settings } = stored;
  return {
    cycle,
    seed,
    settings,
    channels: channels.map(({ id, name, platform }) => ({
      id,
      name,
      platform,
      done: saved.get(id) ?? 0,
      waiting: waiting.get(id) ?? 0,
    })),
    waiting: mine,
    disputed,
    agreement: agreementOf(twice.flatMap(({ sampleId, scores }) => (scores ? [{ sampleId, scores }] : []))),
  };
}
