import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tagsBack, withTags } from './tag-names.ts';

it('adds and removes by name, whatever its case and umlauts', () => {
  expect(withTags(['Lüftung'], { add: ['luftung', 'Presse'], remove: [] })).toEqual(['Lüftung', 'Presse']);
  expect(withTags(['Lüftung', 'Presse'], { add: [], remove: ['LÜFTUNG'] })).toEqual(['Presse']);
});

it('is taken back exactly', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'B', 'ü', 'Presse', 'VIP'), { maxLength: 4 });
  fc.assert(
    fc.property(names, names, names, (start, add, remove) => {
      const before = withTags([], { add: start, remove: [] });
      const after = withTags(before, { add, remove });
      expect(withTags(after, tagsBack(before, after))).toEqual(before);
    }),
  );
});
