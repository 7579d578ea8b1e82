import { expect, test } from 'vitest';
import { nextPromiseState, promiseStates, promiseSteps } from './promise-status.ts';

test('only what a person has confirmed can be broken', () => {
  expect(promiseStates.filter((state) => nextPromiseState(state, 'expire'))).toEqual(['open']);
});

test('a kept promise is not kept twice, and every end can be taken back', () => {
  expect(nextPromiseState('kept', 'keep')).toBeNull();
  for (const state of ['kept', 'dismissed'] as const) expect(nextPromiseState(state, 'reopen')).toBe('open');
});

test('what is broken is not called kept, however it ends; it may be dismissed', () => {
  const ways = promiseSteps.flatMap((step) => nextPromiseState('broken', step) ?? []);
  expect(ways).toEqual(['dismissed', 'broken', 'broken']);
});
