/** Counts that vary more than by chance alone: the variance is `mean + alpha × mean²`. */
export interface NegativeBinomial {
  readonly mean: number;
  /** Above 0; the smaller, the nearer to a Poisson distribution. */
  readonly alpha: number;
}

const ENOUGH = 1e-17;

/** P(X ≥ count). Exact by adding up, also far out in the tail, where one minus the rest would be rounded away. */
export function negativeBinomialTail(count: number, { mean, alpha }: NegativeBinomial): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const size = 1 / alpha;
  const step = (mean * alpha) / (1 + mean * alpha);
  let chance = (1 + mean * alpha) ** -size;
  let below = 0;
  let k = 0;
  const next = () => {
    chance *= ((k + size) / (k + 1)) * step;
    k += 1;
  };
  while (k < count) {
    below += chance;
    next();
  }
  if (count <= mean) return 1 - below;
  let tail = 0;
  while (chance > tail * ENOUGH) {
    tail += chance;
    next();
  }
  return tail;
}

/** The smallest count that is exceeded with at most this chance. */
export function negativeBinomialLimit(chance: number, law: NegativeBinomial): number {
  let count = 0;
  while (negativeBinomialTail(count + 1, law) > chance) count += 1;
  return count;
}
