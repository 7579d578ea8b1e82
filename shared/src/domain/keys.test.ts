import { describe, expect, it } from 'vitest';
import { isStroke, keyCommands, type Stroke } from './keys.ts';

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('the table of keys', () => {
  const bound = keyCommands.flatMap(({ id, keys, scope }) => keys.map((key) => ({ id, key, scope })));

  it('gives no key to two commands: a page of the house has all scopes open at once', () => {
    const taken = new Map<string, string>();
    for (const { id, key } of bound) {
      expect(taken.get(key), `${key} of ${id}`).toBeUndefined();
      taken.set(key, id);
    }
  });

  it('has no bare key that swallows the first key of a sequence', () => {
    const firsts = bound.flatMap(({ key }) => (key.includes(' ') ? [key.split(' ')[0]] : []));
    expect(bound.filter(({ key }) => firsts.includes(key))).toEqual([]);
  });

  it('avoids what German, Austrian and Swiss keyboards make hard', () => {
    expect(bound.filter(({ key }) => /[[\]{}#`@]|Ctrl|Alt/.test(key))).toEqual([]);
  });
});

describe('isStroke', () => {
  it('reads the typed sign, with whatever help it was typed', () => {
    expect(isStroke(stroke('/', { shiftKey: true }), '/')).toBe(true);
    expect(isStroke(stroke('?', { shiftKey: true }), '?')).toBe(true);
    expect(isStroke(stroke('.'), '.')).toBe(true);
    expect(isStroke(stroke('/', { ctrlKey: true }), '/')).toBe(false);
  });

  it('tells letters apart by Shift, not by Caps Lock', () => {
    expect(isStroke(stroke('e'), 'e')).toBe(true);
    expect(isStroke(stroke('E'), 'e')).toBe(true);
    expect(isStroke(stroke('E', { shiftKey: true }), 'e')).toBe(false);
    expect(isStroke(stroke('E', { shiftKey: true }), 'Shift+e')).toBe(true);
  });

  it('leaves other combinations to the browser and to writing', () => {
    expect(isStroke(stroke('r', { ctrlKey: true }), 'r')).toBe(false);
    expect(isStroke(stroke('e', { altKey: true }), 'e')).toBe(false);
    expect(isStroke(stroke('€', { ctrlKey: true, altKey: true }), 'e')).toBe(false);
    expect(isStroke(stroke('Enter', { metaKey: true }), 'Mod+Enter')).toBe(true);
    expect(isStroke(stroke('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter')).toBe(false);
    expect(isStroke(stroke('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Enter')).toBe(true);
  });
});
