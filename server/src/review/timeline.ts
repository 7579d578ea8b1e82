import type { ReviewCase } from '@stammgast/shared/contract/review';
import type { Sentiment } from '@stammgast/shared/domain/assessment';
import type { PromiseState } from '@stammgast/shared/domain/promise-status';

type Moment = ReviewCase['timeline'][number];

interface Told {
  readonly came: Date;
  readonly takings: readonly Date[];
  readonly answered: Date | null;
  readonly clocks: readonly { readonly kind: string; readonly metAt: Date | null; readonly breachedAt: Date | null }[];
  readonly reaction: { readonly at: Date; readonly sentiment: Sentiment } | null;
  readonly promises: readonly { readonly dueAt: Date; readonly endedAt: Date | null; readonly state: PromiseState }[];
}

/** An answer meets its clock when the platform has it, which may be known a little later. */
const SAME_MS = 10 * 60_000;

/** What happened to a comment: it came, was taken, answered, reacted to, and what became of what was promised. */
export function timelineOf({ came, takings, answered, clocks, reaction, promises }: Told): Moment[] {
  const moments: Moment[] = [moment('came', came)];
  const taken = takings.find((at) => at >= came && (!answered || at <= answered));
  if (taken) moments.push(moment('taken', taken));
  if (answered) {
    const minutes = Math.round((answered.getTime() - came.getTime()) / 60_000);
    moments.push({ ...moment('answered', answered), minutes, inTime: inTime(clocks, answered) });
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

/** Whether the promise that this answer met was kept; null where none ran. */
function inTime(clocks: Told['clocks'], answered: Date): boolean | null {
  const met = clocks.find(
    ({ kind, metAt }) => kind !== 'resolution' && metAt && Math.abs(metAt.getTime() - answered.getTime()) <= SAME_MS,
  );
  return met ? met.breachedAt === null : null;
}
