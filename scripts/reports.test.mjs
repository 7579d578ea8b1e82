import { describe, expect, it } from 'vitest';
import { add, none, playwrightCounts, succeeded, summary, vitestCounts } from './reports.mjs';

const vitest = (over) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numTotalTests: 5,
  success: true,
  ...over,
});
const playwright = (over) => ({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...over }, errors: [] });

describe('counting', () => {
  it('takes over what vitest counted, with pending and todo as skipped', () => {
    expect(vitestCounts(vitest({ numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 3,
    });
    expect(vitestCounts(vitest({ numFailedTests: 2, success: false }), 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 0,
    });
  });

  it('takes over what Playwright counted, with flaky as failed', () => {
    expect(playwrightCounts(playwright({ unexpected: 1, flaky: 1, skipped: 2 }), 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
    });
  });

  it.each([
    ['no report', vitestCounts(undefined, 0)],
    ['a file that does not load', vitestCounts(vitest({ success: false }), 1)],
    ['an exit code alone', vitestCounts(vitest({}), 1)],
    ['no tests', vitestCounts(vitest({ numPassedTests: 0, numTotalTests: 0 }), 0)],
    ['no Playwright report', playwrightCounts(undefined, 1)],
    ['no journeys', playwrightCounts(playwright({ expected: 0 }), 0)],
    ['a Playwright error outside of tests', playwrightCounts({ ...playwright({}), errors: [{}] }, 0)],
  ])('counts %s as a failure', (_, counts) => expect(counts.failed).toBe(1));
});

describe('the end of a run', () => {
  it('names skips only when there are some', () => {
    expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('succeeds without failures, and with skips only where they are allowed', () => {
    const skips = add({ passed: 2, failed: 0, skipped: 0 }, { ...none, skipped: 1 });
    expect([succeeded(skips, false), succeeded(skips, true)]).toEqual([true, false]);
    expect(succeeded({ passed: 9, failed: 1, skipped: 0 }, false)).toBe(false);
    expect(succeeded(none, false)).toBe(false);
  });
});
