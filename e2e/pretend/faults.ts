import { createRandom } from './random.ts';

/** How likely each misbehaviour is, 0 to 1; what is left is an honest answer. */
export interface Faults {
  /** The answer is stored, and the status says 500. */
  readonly createsThen500: number;
  /** The answer is stored, and nothing is ever said. */
  readonly createsThenHangs: number;
  /** Nothing is stored and nothing is said. */
  readonly hangs: number;
  /** Nothing is stored: too many requests, come back later. */
  readonly refuses: number;
  /** Looking fails with 503. */
  readonly listingFails: number;
  /** Listings show what was said in another order, and some of it twice. */
  readonly disorder: number;
  /** A stored answer is listed only after a time between these, in milliseconds. */
  readonly listedAfterMs: readonly [number, number];
  /** How long an answer to a request takes, in milliseconds of real time. */
  readonly answersAfterMs: readonly [number, number];
}
export const honest: Faults = {
  createsThen500: 0,
  createsThenHangs: 0,
  hangs: 0,
  refuses: 0,
  listingFails: 0,
  disorder: 0,
  listedAfterMs: [0, 0],
  answersAfterMs: [0, 0],
};

export type Outcome = 'honest' | 'creates-then-500' | 'creates-then-hangs' | 'hangs' | 'refuses';

/** What happens to one request. */
export interface Fate {
  readonly outcome: Outcome;
  readonly listedAfterMs: number;
  readonly answersAfterMs: number;
  readonly retryAfterSeconds: number;
  readonly listingFails: boolean;
  disorder<T>(list: readonly T[]): T[];
}

/** The n-th request about the same thing has the same fate in every run with this seed, whatever else happens. */
export function planFate(seed: number, faults: Faults): (about: string) => Fate {
  const dice = new Map<string, () => number>();
  return (about) => {
    const random = dice.get(about) ?? createRandom(seed ^ hashOf(about));
    dice.set(about, random);
    return fate(random, faults);
  };
}

function fate(random: () => number, faults: Faults): Fate {
  const between = ([least, most]: readonly [number, number]) => least + random() * (most - least);
  return {
    outcome: outcomeOf(random(), faults),
    listedAfterMs: between(faults.listedAfterMs),
    answersAfterMs: between(faults.answersAfterMs),
    retryAfterSeconds: Math.ceil(random() * 10),
    listingFails: random() < faults.listingFails,
    disorder: (list) => {
      if (random() >= faults.disorder) return [...list];
      const twice = [...list, ...list.filter(() => random() < 0.5)];
      return twice
        .map((one) => ({ one, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
    },
  };
}

function outcomeOf(roll: number, faults: Faults): Outcome {
  const shares: readonly [Outcome, number][] = [
    ['creates-then-500', faults.createsThen500],
    ['creates-then-hangs', faults.createsThenHangs],
    ['hangs', faults.hangs],
    ['refuses', faults.refuses],
  ];
  let below = 0;
  for (const [outcome, share] of shares) {
    below += share;
    if (roll < below) return outcome;
  }
  return 'honest';
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
