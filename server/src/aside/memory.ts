import type { Clock } from '../config/clock.ts';

/** How many answers are kept: as many as a house has different looks at its numbers. */
const MOST = 100;

/**
 * Keeps answers for a while, and lets those who ask for the same while it is computed wait for the same. Asked under a
 * name that says everything the answer depends on, who may see it included.
 */
export function createMemory<T>(clock: Clock, keepMs: number) {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  return (name: string, compute: () => Promise<T>): Promise<T> => {
    const now = clock.now().getTime();
    const known = kept.get(name);
    if (known && known.until > now) return known.answer;
    kept.delete(name);
    const answer = compute();
    kept.set(name, { until: now + keepMs, answer });
    answer.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
