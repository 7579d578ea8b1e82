import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextThreadStatus, type ThreadStatus, threadStatuses, threadSteps } from './thread-status.ts';

const status = fc.constantFrom(...threadStatuses);
const steps = fc.array(fc.constantFrom(...threadSteps), { maxLength: 40 });
const walk = (from: ThreadStatus, taken: readonly (typeof threadSteps)[number][]) =>
  taken.reduce<ThreadStatus>((now, step) => nextThreadStatus(now, step) ?? now, from);

test('whoever speaks is heard: a comment opens any thread', () => {
  fc.assert(
    fc.property(status, steps, (from, taken) => {
      expect(walk(from, [...taken, 'comment'])).toBe('open');
    }),
  );
});

test('our answer never opens a thread, and makes an open one wait for the critic', () => {
  fc.assert(
    fc.property(status, steps, (from, taken) => {
      expect(walk(from, [...taken, 'answer'])).not.toBe('open');
    }),
  );
  expect(nextThreadStatus('open', 'answer')).toBe('waiting');
});

test('answering twice is the same as answering once', () => {
  fc.assert(
    fc.property(status, steps, (from, taken) => {
      expect(walk(from, [...taken, 'answer', 'answer'])).toBe(walk(from, [...taken, 'answer']));
    }),
  );
});

test('a thread is resolved by a person only, and stays so until somebody speaks or opens it again', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const without = taken.filter((step) => step !== 'resolve');
      expect(walk('open', without)).not.toBe('resolved');
      expect(
        walk(
          'resolved',
          taken.filter((step) => step === 'answer' || step === 'resolve'),
        ),
      ).toBe('resolved');
    }),
  );
});

test('resolving twice and opening an open thread are refused', () => {
  expect(nextThreadStatus('resolved', 'resolve')).toBeNull();
  expect(nextThreadStatus('open', 'reopen')).toBeNull();
});
