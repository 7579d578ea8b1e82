import { describe, expect, it } from 'vitest';
import { allBindings, holderOf, keyMapProblem } from './key-map.ts';
import { isCharacterKey, refusalOf } from './key-notation.ts';
import { keyCommands, keyGroups } from './keys.ts';

describe('the table of keys', () => {
  const bound = allBindings().flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));

  it('names every command once and gives it a key', () => {
    expect(new Set(keyCommands.map(({ id }) => id)).size).toBe(keyCommands.length);
    expect(allBindings().filter(({ keys }) => keys.length === 0)).toEqual([]);
  });

  it('gives no key to two commands and has none that swallows the first key of a sequence', () => {
    const shared = bound.flatMap(({ id, key }) => {
      const by = holderOf(key, id, allBindings());
      return by ? [`${key}: ${id}, ${by}`] : [];
    });
    expect(shared).toEqual([]);
  });

  it('avoids what keyboards hide, what browsers keep and Ctrl with Alt', () => {
    expect(bound.filter(({ key }) => refusalOf(key) !== null)).toEqual([]);
    expect(bound.filter(({ key }) => /Ctrl|Alt/.test(key))).toEqual([]);
  });

  it('has no bare keys where the cursor is in a text', () => {
    const inText = keyCommands.filter(({ scope }) => scope === 'composer');
    expect(inText.length).toBeGreaterThan(0);
    expect(inText.filter(({ keys }) => keys.some((key) => isCharacterKey(key)))).toEqual([]);
  });

  it('would be taken as a person’s own map as it is', () => {
    const map = Object.fromEntries(
      allBindings().map(({ id, keys }) => [id, keys.filter((key) => key !== 'Escape')] as const),
    );
    expect(keyMapProblem(map)).toBeNull();
  });

  it('has a place for every group', () => {
    for (const group of keyGroups) expect(keyCommands.some((command) => command.group === group)).toBe(true);
  });
});
