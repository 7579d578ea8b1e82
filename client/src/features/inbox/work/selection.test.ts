import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendTo, keepOnly, nothingSelected, selectAll, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort();

describe('a selection', () => {
  it('takes one in and out', () => {
    const one = toggle(nothingSelected, 'b');
    expect(idsOf(one)).toEqual(['b']);
    expect(idsOf(toggle(one, 'b'))).toEqual([]);
  });

  it('is extended from where it began, in both directions', () => {
    const from = toggle(nothingSelected, 'c');
    expect(idsOf(extendTo(from, order, 'e'))).toEqual(['c', 'd', 'e']);
    expect(idsOf(extendTo(extendTo(from, order, 'e'), order, 'a'))).toEqual(order);
    expect(idsOf(extendTo(nothingSelected, order, 'd'))).toEqual(['d']);
  });

  it('loses what has left the list', () => {
    expect(idsOf(keepOnly(selectAll(order), ['a', 'c', 'x']))).toEqual(['a', 'c']);
    const all = { ...selectAll(order), everything: true };
    expect(keepOnly(all, order)).toBe(all);
    expect(keepOnly(all, [])).toMatchObject({ everything: false });
  });

  it('never holds what is not in the list', () => {
    const id = fc.constantFrom(...order, 'gone');
    fc.assert(
      fc.property(fc.array(fc.record({ id, extend: fc.boolean() })), (steps) => {
        const end = steps.reduce(
          (now, step) => (step.extend ? extendTo(now, order, step.id) : toggle(now, step.id)),
          nothingSelected,
        );
        for (const one of keepOnly(end, order).ids) expect(order).toContain(one);
      }),
    );
  });
});
