import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredClock } from './clocks.queries.ts';
import { type Promises, plainCalendar, plainPolicy } from './promises.ts';
import { createTestIds, office } from './sla.suite.ts';
import { joinClocks, newClock, timed } from './terms.ts';

const policy = (name: string, sentiment: 'negative' | 'mixed' | null, firstMinutes: number | null) => ({
  ...plainPolicy,
  id: name,
  position: 1,
  name,
  sentiment,
  firstMinutes,
  isDefault: sentiment === null,
});
const promises: Promises = {
  policies: [policy('Negativ', 'negative', 120), policy('Gemischt', 'mixed', 480), policy('Rest', null, 480)],
  calendars: [plainCalendar(createTestIds('c'), 'Haus', office, new Date(0))],
};
const thursday = (time: string) => new Date(`2026-03-05T${time}:00+01:00`);
const newId = createTestIds();
function clock(at: Date, sentiment: 'negative' | 'mixed' | 'neutral', more: Partial<StoredClock> = {}): StoredClock {
  const made = newClock(
    promises,
    { threadId: 't1', channelId: 'blog', kind: 'first', sentiment, startedAt: at },
    newId,
  );
  if (!made) throw new Error('no target');
  return { ...made, ...more };
}

describe('two comments, one clock', () => {
  test('a harsher comment brings the deadline forward, but has its own time', () => {
    const mild = clock(thursday('09:00'), 'neutral');
    const joined = joinClocks(mild, clock(thursday('14:00'), 'negative'));
    expect(joined).toMatchObject({
      id: mild.id,
      policyName: 'Negativ',
      dueAt: thursday('16:00'),
      nextFactAt: thursday('15:30'),
    });
    expect(joined.startedAt).toEqual(thursday('09:00'));
  });
  test('a milder or later one changes nothing', () => {
    const first = clock(thursday('09:00'), 'negative');
    expect(joinClocks(first, clock(thursday('09:30'), 'neutral'))).toBe(first);
    expect(joinClocks(first, clock(thursday('09:30'), 'negative'))).toBe(first);
  });
  test('what was told is not told again', () => {
    const soon = clock(thursday('09:30'), 'negative', { dueSoonAt: thursday('11:00'), nextFactAt: thursday('11:30') });
    expect(joinClocks(soon, clock(thursday('09:20'), 'negative')).nextFactAt).toEqual(thursday('11:20'));
    const late = { ...soon, breachedAt: thursday('11:30'), nextFactAt: null };
    expect(joinClocks(late, clock(thursday('09:20'), 'negative'))).toMatchObject({
      breachedAt: thursday('11:20'),
      nextFactAt: null,
    });
  });
  test('any number of comments in any order are the same clock', () => {
    const anyComment = fc.record({
      minute: fc.integer({ min: 0, max: 10_000 }),
      sentiment: fc.constantFrom('negative', 'mixed', 'neutral'),
    });
    const anyOrders = fc
      .array(anyComment, { minLength: 1, maxLength: 6 })
      .chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })));
    const join = (said: readonly { minute: number; sentiment: 'negative' | 'mixed' | 'neutral' }[]) => {
      const clocks = said.map(({ minute, sentiment }) =>
        clock(new Date(thursday('09:00').getTime() + minute * 60_000), sentiment),
      );
      const { id: _, ...joined } = clocks.reduce(joinClocks);
      expect(joined.dueAt.getTime()).toBe(Math.min(...clocks.map((each) => each.dueAt.getTime())));
      return joined;
    };
    fc.assert(
      fc.property(anyOrders, ([said, shuffled]) => {
        expect(join(shuffled)).toEqual(join(said));
      }),
    );
  });
});

test('a breach that was not told yet stays to be told when the clock goes on', () => {
  const late = clock(thursday('09:00'), 'negative', { breachedAt: thursday('11:00'), nextFactAt: thursday('11:00') });
  expect(timed({ ...late, calendar: office }, thursday('12:00'))).toMatchObject({ nextFactAt: thursday('11:00') });
  expect(timed({ ...late, nextFactAt: null, calendar: office }, thursday('12:00'))).toMatchObject({ nextFactAt: null });
});

test('no target, no promise', () => {
  const want = {
    threadId: 't1',
    channelId: 'blog',
    kind: 'next' as const,
    sentiment: 'neutral' as const,
    startedAt: thursday('09:00'),
  };
  expect(newClock(promises, want, newId)).toBeNull();
  expect(newClock({ ...promises, calendars: [] }, { ...want, kind: 'first' }, newId)).toBeNull();
});
