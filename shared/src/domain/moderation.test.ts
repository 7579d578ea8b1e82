import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentiments, topics } from './assessment.ts';
import { hideReasons, type Judged, needsSecondPerson, takesAway, verdicts, visibilityAfter } from './moderation.ts';

const comment = (more: Partial<Judged> = {}): Judged => ({
  sentiment: 'neutral',
  evidence: [],
  topics: [],
  corrected: false,
  ...more,
});
const cold = [{ text: 'kalt', weight: -0.8 }];

describe('who may hide', () => {
  test('plain spam and friendly words are one person’s decision', () => {
    expect(needsSecondPerson(comment(), 'spam')).toBe(false);
    expect(needsSecondPerson(comment({ sentiment: 'positive', topics: ['product'] }), 'other')).toBe(false);
  });
  test.each(['negative', 'mixed', 'unsure'] as const)(
    'a %s comment is not hidden as spam by one person',
    (sentiment) => {
      expect(needsSecondPerson(comment({ sentiment }), 'spam')).toBe(true);
      expect(needsSecondPerson(comment({ sentiment }), 'other')).toBe(true);
      expect(needsSecondPerson(comment({ sentiment }), 'insult')).toBe(false);
    },
  );
  test('words against us about something of ours are criticism, whatever the reason given', () => {
    for (const reason of hideReasons)
      expect(needsSecondPerson(comment({ evidence: cold, topics: ['product'] }), reason)).toBe(true);
  });
  test('words against us count even where the mood says otherwise', () => {
    expect(needsSecondPerson(comment({ evidence: cold }), 'spam')).toBe(true);
    expect(needsSecondPerson(comment({ evidence: cold }), 'unlawful')).toBe(false);
  });
  test('correcting the machine never lets one person hide what it took two for', () => {
    const judged = fc.record({
      sentiment: fc.constantFrom(...sentiments),
      evidence: fc.array(fc.record({ text: fc.string(), weight: fc.double({ min: -1, max: 1, noNaN: true }) })),
      topics: fc.subarray([...topics]),
      corrected: fc.constant(false),
    });
    const other = fc.record({ sentiment: fc.constantFrom(...sentiments), topics: fc.subarray([...topics]) });
    fc.assert(
      fc.property(judged, other, fc.constantFrom(...hideReasons), (before, change, reason) => {
        fc.pre(needsSecondPerson(before, reason));
        expect(needsSecondPerson({ ...before, ...change, corrected: true }, reason)).toBe(true);
      }),
    );
  });
});

describe('what the public sees', () => {
  test('held means that it waits for a first release; what was public is hidden', () => {
    expect(visibilityAfter('public', 'hold')).toBe('hidden');
    expect(visibilityAfter('spam', 'hold')).toBe('held');
    expect(visibilityAfter('hidden', 'unhide')).toBe('public');
  });
  test('nothing is taken away that is out of sight already, and releasing takes nothing away', () => {
    for (const verdict of verdicts) {
      expect(takesAway('hidden', verdict)).toBe(false);
      expect(takesAway('spam', verdict)).toBe(false);
    }
    expect(takesAway('public', 'hold')).toBe(true);
    expect(takesAway('held', 'hold')).toBe(false);
    expect(takesAway('held', 'spam')).toBe(true);
    expect(takesAway('public', 'approve')).toBe(false);
  });
});
