import { createHmac } from 'node:crypto';

/** What is drawn: a thread in a week. Also the name under which it is sampled at most once. */
export const drawName = (threadId: string, cycle: string): string => `${cycle} ${threadId}`;

/**
 * A number from 0 to 1 that follows from the seed and a name alone: the first 52 bits of their HMAC-SHA-256. Whoever knows
 * the seed can do the draw again; whoever does not cannot foresee it.
 */
export function shareOf(seed: string, name: string): number {
  const digest = createHmac('sha256', seed).update(name).digest('hex');
  return Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52;
}
