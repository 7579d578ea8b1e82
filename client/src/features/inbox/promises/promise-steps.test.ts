import { expect, test } from 'vitest';
import { stepsOf } from './promise-steps.ts';

const dueAt = '2026-03-06T17:00:00.000Z';
const [before, at] = [Date.parse(dueAt) - 1, Date.parse(dueAt)];

test.each([
  ['suggested', before, ['confirm', 'dismiss']],
  // The server refuses to promise what is over: it is not offered, by button or by key.
  ['suggested', at, ['dismiss']],
  ['open', before, ['keep', 'dismiss']],
  ['open', at, ['keep', 'dismiss']],
  ['broken', at, ['keep', 'dismiss']],
] as const)('%s at %i', (state, now, steps) => expect(stepsOf({ state, dueAt }, now)).toEqual(steps));
