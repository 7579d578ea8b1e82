import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { drawnRows, ROW_HEIGHT, sightOf, topFor } from './use-sight.ts';

it('draws what is in sight and eight rows beyond, and the row with the focus wherever it is', () => {
  const sight = sightOf(20 * ROW_HEIGHT + 10, 3 * ROW_HEIGHT);
  expect(sight).toEqual({ first: 20, last: 23 });
  const rows = Array.from({ length: 20 }, (_, step) => 12 + step);
  expect(drawnRows(sight, 100, 15)).toEqual(rows);
  expect(drawnRows(sight, 100, 2)).toEqual([2, ...rows]);
  expect(drawnRows(sight, 100, 90)).toEqual([...rows, 90]);
  expect(drawnRows(sightOf(0, 0), 100, -1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(drawnRows(sight, 0, -1)).toEqual([]);
});

test('every row in sight is drawn, each once and in order, however long the list has become', () => {
  const place = fc.tuple(fc.nat(20_000), fc.nat(2000), fc.nat(400), fc.integer({ min: -1, max: 500 }));
  fc.assert(
    fc.property(place, ([top, height, count, focused]) => {
      const sight = sightOf(top, height);
      const rows = drawnRows(sight, count, focused);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
      for (let row = sight.first; row <= Math.min(sight.last, count - 1); row += 1) expect(rows).toContain(row);
      if (focused >= 0 && focused < count) expect(rows).toContain(focused);
    }),
  );
});

test('a row that is sought is seen whole, and nothing moves for one that is seen', () => {
  const place = fc.tuple(fc.nat(400), fc.nat(20_000), fc.integer({ min: ROW_HEIGHT, max: 2000 }));
  fc.assert(
    fc.property(place, ([index, top, height]) => {
      const start = index * ROW_HEIGHT;
      const moved = topFor(index, top, height);
      expect(moved <= start && start + ROW_HEIGHT <= moved + height).toBe(true);
      if (top <= start && start + ROW_HEIGHT <= top + height) expect(moved).toBe(top);
    }),
  );
});
