import type { PromiseMade } from '@stammgast/shared/contract/promises';

type Due = Pick<PromiseMade, 'state' | 'dueAt'>;

/** Found, and its time is still to come: one that is over cannot be promised any more, but may get another time. */
export const isConfirmable = ({ state, dueAt }: Due, now: number): boolean =>
  state === 'suggested' && Date.parse(dueAt) > now;

/** What one can do with a promise that has not ended, besides giving it another time. */
export function stepsOf(promise: Due, now: number): readonly ('confirm' | 'keep' | 'dismiss')[] {
  if (promise.state !== 'suggested') return ['keep', 'dismiss'];
  return isConfirmable(promise, now) ? ['confirm', 'dismiss'] : ['dismiss'];
}
