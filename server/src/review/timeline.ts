import type { ReviewCase } from '@stammgast/shared/contract/review';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { PromiseState } from '@stammgast/shared/domain/promise-status';

type Moment = ReviewCase['timeline'][number];

interface Told {
  readonly came: Date;
  /** When somebody was first put in charge of it. */
  readonly taken: Date | null;
  readonly answered: Date | null;
  /** The promise that the answer has met; null where none ran. */
  readonly met: { readonly breachedAt: Date | null } | null;
  readonly reaction: { readonly at: Date; readonly sentiment: Sentiment } | null;
  readonly promises: readonly { readonly dueAt: Date; readonly endedAt: Date | null; readonly state: PromiseState }[];
}

/** What happened to a comment: it came, was taken, answered, reacted to, and what became of what was promised. */
export function timelineOf({ came, taken, answered, met, reaction, promises }: Told): Moment[] {
  const moments: Moment[] = [moment('came', came)];
  if (taken && (!answered || taken <= answered)) moments.push(moment('taken', taken));
  if (answered) {
    const minutes = Math.round((answered.getTime() - came.getTime()) / 60_000);
    moments.push({ ...moment('answered', answered), minutes, inTime: met && met.breachedAt === null });
  }
  if (reaction) moments.push({ ...moment('reacted', reaction.at), sentiment: reaction.sentiment });
  for (const { endedAt, dueAt, state } of promises) {
    moments.push({ ...moment('promise', endedAt ?? dueAt), promise: state });
  }
  return moments;
}

const moment = (kind: Moment['kind'], at: Date): Moment => ({
  kind,
  at: at.toISOString(),
  minutes: null,
  inTime: null,
  sentiment: null,
  promise: null,
});
