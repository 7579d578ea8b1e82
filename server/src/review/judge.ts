import type { SampleReason } from '@stammgast/shared/domain/review/sample-reasons';
import type { StoredReviewSettings } from '../storage/settings.ts';
import { shareOf } from './draw.ts';

/** A resolved thread, as far as it decides whether somebody takes a second look. */
export interface Candidate {
  readonly answered: boolean;
  readonly breached: boolean;
  /** Sent although the check had warned. */
  readonly warned: boolean;
  readonly reopened: boolean;
  /** Something in it was taken out of sight. */
  readonly hidden: boolean;
}

type Draw = Pick<StoredReviewSettings, 'seed' | 'percent' | 'channels' | 'twicePercent'>;

/** Why this thread is sampled, if it is, and how many people shall score it. Pure: the same seed gives the same sample. */
export function judge(
  name: string,
  channelId: string,
  candidate: Candidate,
  { seed, percent, channels, twicePercent }: Draw,
): { reasons: SampleReason[]; wanted: 1 | 2 } | null {
  const drawn = shareOf(seed, name) * 100 < (channels[channelId] ?? percent);
  const { answered, breached, warned, reopened, hidden } = candidate;
  const reasons: SampleReason[] = [];
  // Without an answer there is nothing to score but what was hidden.
  if (answered && breached) reasons.push('breached');
  if (answered && warned) reasons.push('warning');
  if (answered && reopened) reasons.push('reopened');
  if (hidden) reasons.push('hidden');
  if (answered && drawn) reasons.push('random');
  if (reasons.length === 0) return null;
  return { reasons, wanted: shareOf(seed, `twice ${name}`) * 100 < twicePercent ? 2 : 1 };
}
