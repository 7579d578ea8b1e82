import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from '../../keys/palette-entry.ts';
import { rank } from './rank.ts';

const entry = (label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  group: 'thread',
  label,
  run: () => undefined,
  ...more,
});
const entries = [
  entry('erledigt', { words: ['resolve', 'fertig', 'abschließen'] }),
  entry('mir zuweisen', { words: ['assign to me', 'übernehmen'] }),
  entry('zu den Kanälen', { group: 'go', words: ['go to the channels'] }),
  entry('Lösung vorschlagen'),
  entry('Müller, Jörg', { group: 'threads', detail: 'Nr. 123', whenSought: true }),
  entry('Dunkel darstellen', { group: 'settings', words: ['dark mode'] }),
];
const found = (sought: string) => rank(entries, sought).flatMap((group) => group.entries.map((one) => one.label));

describe('the palette finds', () => {
  it('umlauts however they are written', () => {
    for (const sought of ['Kanäle', 'kanale', 'kanaele', 'KANÄ'])
      expect(found(sought), sought).toEqual(['zu den Kanälen']);
    for (const sought of ['mueller', 'muller', 'Müller jörg', 'joerg'])
      expect(found(sought), sought).toEqual(['Müller, Jörg']);
    for (const sought of ['abschließen', 'abschliessen']) expect(found(sought), sought).toEqual(['erledigt']);
    for (const sought of ['losung', 'loesung', 'lösung']) expect(found(sought), sought).toEqual(['Lösung vorschlagen']);
  });

  it('by words of either language and by their beginnings', () => {
    expect(found('resol')).toEqual(['erledigt']);
    expect(found('dark')).toEqual(['Dunkel darstellen']);
    expect(found('assign me')).toEqual(['mir zuweisen']);
    expect(found('nothing like it')).toEqual([]);
  });

  it('letters in their order, where nothing fits better', () => {
    expect(found('zwsn')).toEqual(['mir zuweisen']);
    expect(found('nswz')).toEqual([]);
  });

  it('what is only looked for by what stands beside it too', () => {
    expect(found('')).not.toContain('Müller, Jörg');
    expect(found('123')).toEqual(['Müller, Jörg']);
  });

  it('the best first, and its heading first', () => {
    const groups = rank([entry('abc dark', { group: 'list' }), ...entries], 'd');
    expect(groups[0]?.group).toBe('settings');
    expect(rank(entries, '').map((one) => one.group)).toEqual(['thread', 'go', 'settings']);
  });

  it('every entry by its whole label, and by all but one of its letters', () => {
    const one = fc.constantFrom(...entries);
    fc.assert(
      fc.property(one, fc.nat(100), (wanted, at) => {
        expect(found(wanted.label)[0]).toBe(wanted.label);
        const letters = [...wanted.label];
        // The first letter of a word is the one that people hit.
        const drop = at % letters.length;
        if (drop === 0 || letters[drop] === ' ' || letters[drop - 1] === ' ') return;
        expect(found(letters.filter((_, index) => index !== drop).join(''))).toContain(wanted.label);
      }),
    );
  });
});
