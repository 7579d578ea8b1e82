import { sameText } from '@stammgast/shared/domain/same-text';
import type { ReplyRow } from './replies.queries.ts';

/** A comment of our own account as the platform shows it. */
export interface Echo {
  readonly externalId: string;
  readonly body: string;
  readonly postedAt: Date;
}

/** Clocks of platforms differ from ours by less than this. */
const SKEW_MS = 5 * 60_000;

/** Which answer this comment is: the one with its id, else the oldest that may be out there with the same words. */
export function answerOfEcho(echo: Echo, candidates: readonly ReplyRow[]): ReplyRow | null {
  const known = candidates.find((reply) => reply.externalId === echo.externalId);
  return known ?? candidates.find((reply) => mayBe(reply, echo)) ?? null;
}

function mayBe(reply: ReplyRow, echo: Echo): boolean {
  // What was never handed over cannot be public; answers by hand are handed over when they are written.
  const handedOver = reply.state === 'by-hand' ? reply.createdAt : reply.claimedAt;
  if (!handedOver || reply.externalId !== null) return false;
  return echo.postedAt.getTime() >= handedOver.getTime() - SKEW_MS && sameText(reply.body, echo.body);
}
