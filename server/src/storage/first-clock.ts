/**
 * The condition that a row of `clocks` is the first that its thread was given for a first answer: threads that became
 * one have several. Lists and numbers read the same clock.
 */
export const isFirstClock = `clocks.kind = 'first' AND NOT EXISTS (SELECT 1 FROM clocks AS earlier
  WHERE earlier.thread_id = clocks.thread_id AND earlier.kind = 'first'
    AND (earlier.started_at, earlier.id) < (clocks.started_at, clocks.id))`;
