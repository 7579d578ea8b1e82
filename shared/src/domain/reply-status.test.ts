import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextReplyState,
  openReplyStates,
  type ReplyState,
  type ReplyStep,
  replyStates,
  replySteps,
} from './reply-status.ts';

const state = fc.constantFrom(...replyStates);
const steps = fc.array(fc.constantFrom(...replySteps), { maxLength: 60 });

/** Walks from a draft; steps that are not possible change nothing, as in the database. */
function walk(taken: readonly ReplyStep[], start: ReplyState = 'draft') {
  const path: { from: ReplyState; step: ReplyStep; to: ReplyState }[] = [];
  let from = start;
  for (const step of taken) {
    const to = nextReplyState(from, step);
    if (!to) continue;
    path.push({ from, step, to });
    from = to;
  }
  return { path, end: from };
}

/** Every state that can be reached, by any number of steps. */
function reachable(start: ReplyState, without: readonly ReplyStep[] = []): Set<ReplyState> {
  const found = new Set<ReplyState>([start]);
  for (const from of found) {
    for (const step of replySteps) {
      const to = without.includes(step) ? null : nextReplyState(from, step);
      if (to) found.add(to);
    }
  }
  return found;
}

describe('sending', () => {
  test('an answer is under way only after a claim, and each claim begins with a held answer', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        for (const { from, step, to } of walk(taken).path) {
          if (to === 'publishing') expect([from, step]).toEqual(['queued', 'claim']);
        }
      }),
    );
  });

  test('from "unconfirmed" no way leads to another attempt unless it is known not to be public', () => {
    expect(reachable('unconfirmed', ['found-absent', 'fail'])).not.toContain('queued');
    expect(reachable('unconfirmed', ['found-absent', 'fail'])).not.toContain('publishing');
    expect(reachable('unconfirmed')).toContain('publishing');
  });

  test('the machine never sends a failed answer again by itself: that takes a retry', () => {
    expect(reachable('failed', ['retry', 'discard'])).not.toContain('publishing');
  });

  test('what is public stays public', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        expect(walk(taken, 'published').end).toBe('published');
      }),
    );
  });
});

test('an answer can be taken back only while nobody has claimed it', () => {
  const undoable = replyStates.filter((from) => nextReplyState(from, 'undo'));
  expect(undoable).toEqual(['awaiting-approval', 'queued', 'by-hand']);
});

test('whatever happens, an answer can still become public or a draft again: no text is lost', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { end } = walk(taken);
      const ends = reachable(end);
      expect(ends.has('published') || ends.has('draft')).toBe(true);
      expect(ends).toContain('published');
    }),
  );
});

test('proof by the platform is accepted from every state in which it may have the answer', () => {
  fc.assert(
    fc.property(state, (from) => {
      if (from === 'draft' || from === 'awaiting-approval' || from === 'published') return;
      expect(nextReplyState(from, 'confirm')).toBe('published');
    }),
  );
});

test('an answer that waits for a second person is not sent before that person says so', () => {
  expect(reachable('awaiting-approval', ['approve', 'hand-off', 'reject', 'undo'])).toEqual(
    new Set(['awaiting-approval']),
  );
});

test('open answers are exactly those that nobody has given up or finished', () => {
  const waiting = replyStates.filter((s) => s !== 'draft' && s !== 'failed' && s !== 'published');
  expect(openReplyStates.toSorted()).toEqual(waiting.toSorted());
});
