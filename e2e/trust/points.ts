/** Where a worker can be caught, in the order in which an answer passes: eight places at which a process may end. */
export const points = [
  'before-claim',
  'claimed',
  'before-request',
  'request-sent',
  'answer-received',
  'recorded',
  'before-look',
  'look-answered',
] as const;
export type Point = (typeof points)[number];

export const wordsOf: Record<Point, string> = {
  'before-claim': 'claim written, not yet committed',
  claimed: 'claim committed, nothing sent',
  'before-request': 'about to send the request',
  'request-sent': 'request on its way, no answer yet',
  'answer-received': 'answer received, not recorded',
  recorded: 'outcome recorded, job not yet put away',
  'before-look': 'about to look at the platform',
  'look-answered': 'look answered, not recorded',
};

/** How trial time runs: `at` (trial time) was at `real`, and goes `speed` times as fast since. Milliseconds. */
export interface Pace {
  readonly at: number;
  readonly real: number;
  readonly speed: number;
}
export const timeBy = ({ at, real, speed }: Pace): number => at + (Date.now() - real) * speed;

/** From the trial to the house: how time runs; wait at this point when passing it the n-th time; go on. */
export type Order = { readonly pace: Pace } | { readonly catchAt: Point; readonly passing: number } | 'go-on';
/** From the house to the trial. `loaded`: it wants to know what time it is. */
export type Report = 'loaded' | { readonly caughtAt: Point };
