import { createRandom } from '../pretend/random.ts';
import { type Point, points } from './points.ts';

/** One end of a process: at a point, or wherever it is after some time. */
export type Death = { readonly at: Point; readonly passing: number } | { readonly afterMs: number };

/** Four of five at points, each point equally often, the others at random; in an order that repeats with the seed. */
export function planDeaths(seed: number, count: number): Death[] {
  const random = createRandom(seed * 7919);
  const atPoints = Math.floor((count * 0.8) / points.length) * points.length;
  const deaths = Array.from({ length: count }, (_, i): Death => {
    const at = points[i % points.length];
    return i < atPoints && at ? { at, passing: random() < 0.7 ? 1 : 2 } : { afterMs: 100 + random() * 900 };
  });
  return deaths
    .map((death) => ({ death, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ death }) => death);
}
