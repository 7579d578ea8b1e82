import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTargets, toInput, toTarget, toTargets } from './target.ts';

test('a target survives the form', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 1, max: 525_600 })), (target) => {
      expect(toTarget(toInput(target))).toBe(target);
    }),
  );
});

test('one field is enough, and minutes may pass 60', () => {
  expect(toTarget({ hours: '2', minutes: '' })).toBe(120);
  expect(toTarget({ hours: '', minutes: '90' })).toBe(90);
  expect(toTarget({ hours: ' ', minutes: '' })).toBeNull();
});

test('refuses what is no time, zero, and more than a year', () => {
  expect(toTarget({ hours: '1.5', minutes: '' })).toBe('wrong');
  expect(toTarget({ hours: '-1', minutes: '' })).toBe('wrong');
  expect(toTarget({ hours: '0', minutes: '0' })).toBe('wrong');
  expect(toTarget({ hours: '8760', minutes: '1' })).toBe('tooLong');
});

test('a policy needs one target; errors stand at their metric', () => {
  const policy = { firstMinutes: 120, nextMinutes: null, resolutionMinutes: 2880 };
  expect(readTargets(toTargets(policy))).toEqual({ minutes: policy, errors: {} });
  expect(readTargets(toTargets(undefined))).toEqual({ minutes: null, errors: { first: 'noTarget' } });
  const wrong = { ...toTargets(policy), next: { hours: 'x', minutes: '' } };
  expect(readTargets(wrong)).toEqual({ minutes: null, errors: { next: 'wrong' } });
});
