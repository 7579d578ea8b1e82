// Reads what the test runners counted. A runner that failed without counting a failure (a file that does not load) counts as one.
const atLeastOneFailure = (counts, failed) => (failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

export const none = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Counts of vitest's json report; `report` is undefined when there is none. No tests at all is a failure. */
export const vitestCounts = (report, exitCode) => {
  if (!report) return { ...none, failed: 1 };
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return atLeastOneFailure(counts, exitCode !== 0 || !report.success || report.numTotalTests === 0);
};

/** Counts of Playwright's json report. A journey that passed only at the second try did not pass. */
export const playwrightCounts = (report, exitCode) => {
  if (!report) return { ...none, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counts = { passed: expected, failed: unexpected + flaky, skipped };
  return atLeastOneFailure(
    counts,
    exitCode !== 0 || report.errors.length > 0 || expected + unexpected + flaky + skipped === 0,
  );
};

/** The last line of a run. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Skips are honest on a machine that may not install things, and a hole where everything is expected to run. */
export const succeeded = ({ passed, failed, skipped }, strict) =>
  failed === 0 && passed > 0 && !(strict && skipped > 0);
