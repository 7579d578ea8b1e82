import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncomingChange, IncomingComment } from '../connectors/connector.ts';
import { FINAL, isGone, type Known, nothingKnown, settle } from './settle.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 5, 12, minute));
const comment = (body: string, version: number | null): IncomingComment => ({
  externalId: 'c1',
  parentExternalId: null,
  post: null,
  author: { externalId: 'a1', name: 'Frau Müller', handle: null, url: null, own: false },
  body,
  postedAt: at(0),
  visibility: 'public',
  url: null,
  likes: null,
  version,
});
const says = (body: string, version: number | null = 0): IncomingChange => ({
  kind: 'comment',
  comment: comment(body, version),
});
const gone = (version: number | null, minute = 30): IncomingChange => ({
  kind: 'removed',
  externalId: 'c1',
  at: at(minute),
  version,
});
const run = (changes: readonly IncomingChange[]) => {
  let known: Known = nothingKnown;
  const outcomes = changes.map((change) => {
    const step = settle(known, change);
    known = step.known;
    return step.outcome;
  });
  return { known, outcomes, text: known.comment?.body ?? null, gone: isGone(known) };
};

describe('versioned changes', () => {
  test('a repeat changes nothing', () => {
    expect(run([says('kalt'), says('kalt')]).outcomes).toEqual(['added', 'unchanged']);
  });
  test('the newest text wins, also when it comes first', () => {
    expect(run([says('neu', 2), says('alt', 1)])).toMatchObject({ text: 'neu', outcomes: ['added', 'unchanged'] });
    expect(run([says('alt', 1), says('neu', 2)])).toMatchObject({ text: 'neu', outcomes: ['added', 'edited'] });
  });
  test('a removal without version is final', () => {
    expect(run([gone(FINAL), says('spät', 99)])).toMatchObject({ gone: true, text: 'spät' });
  });
  test('a newer text brings a removed comment back', () => {
    expect(run([says('da', 1), gone(2), says('wieder da', 3)])).toMatchObject({
      gone: false,
      text: 'wieder da',
      outcomes: ['added', 'removed', 'edited'],
    });
  });
  test('any order, with any repeats, comes to the same end', () => {
    const change = fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 })).map(([body, v]) => says(body, v)),
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 59 })).map(([v, minute]) => gone(v, minute)),
    );
    const shuffledTwice = fc
      .array(change, { minLength: 1, maxLength: 8 })
      .chain((changes) =>
        fc.tuple(
          fc.shuffledSubarray(changes, { minLength: changes.length }),
          fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffledTwice, ([once, twice]) => {
        const [a, b] = [run(once), run(twice)];
        expect(b.text).toBe(a.text);
        expect(b.gone).toBe(a.gone);
        expect(b.known.removal).toEqual(a.known.removal);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readings of a platform without versions', () => {
  test('each reading is the present truth', () => {
    expect(run([says('kalt', null), says('lauwarm', null), says('lauwarm', null)])).toMatchObject({
      text: 'lauwarm',
      outcomes: ['added', 'edited', 'unchanged'],
    });
  });
  test('trashed and restored', () => {
    expect(run([says('kalt', null), gone(null), gone(null), says('kalt', null)])).toMatchObject({
      gone: false,
      outcomes: ['added', 'removed', 'unchanged', 'edited'],
    });
  });
});
