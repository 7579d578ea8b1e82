const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The logarithm of Γ(x) for x > 0, after Lanczos (g = 7, nine terms): about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first, ...others] = LANCZOS;
  const sum = others.reduce<number>((total, each, index) => total + each / (x + index), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The share of a gamma distribution of shape `a` that lies below `x`: also the chance of at least `a` events when `x` are expected. */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0;
  const weight = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? weight * series(a, x) : 1 - weight * fraction(a, x);
}

const ENOUGH = 1e-16;

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * ENOUGH; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of the upper part, from the front (Lentz). */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let product = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const step = c * d;
    product *= step;
    if (Math.abs(step - 1) < 4 * ENOUGH) return product;
  }
}
