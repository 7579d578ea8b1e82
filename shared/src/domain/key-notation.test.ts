import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCharacterKey, isStroke, notationOf, refusalOf, type Stroke } from './key-notation.ts';

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const altGr = { ctrlKey: true, altKey: true };

describe('isStroke', () => {
  it('reads the typed sign, with whatever help it was typed', () => {
    expect(isStroke(stroke('/', { shiftKey: true }), '/')).toBe(true);
    expect(isStroke(stroke('?', { shiftKey: true }), '?')).toBe(true);
    expect(isStroke(stroke('.'), '.')).toBe(true);
    expect(isStroke(stroke('+'), '+')).toBe(true);
    expect(isStroke(stroke('+', { shiftKey: true }), '+')).toBe(true);
    expect(isStroke(stroke('/', altGr), '/')).toBe(true);
    expect(isStroke(stroke('/', { ctrlKey: true }), '/')).toBe(false);
    expect(isStroke(stroke(';', { ctrlKey: true, shiftKey: true }), 'Mod+;')).toBe(true);
  });

  it('tells letters apart by Shift, not by Caps Lock', () => {
    expect(isStroke(stroke('e'), 'e')).toBe(true);
    expect(isStroke(stroke('E'), 'e')).toBe(true);
    expect(isStroke(stroke('E', { shiftKey: true }), 'e')).toBe(false);
    expect(isStroke(stroke('E', { shiftKey: true }), 'Shift+e')).toBe(true);
    expect(isStroke(stroke('Ö'), 'ö')).toBe(true);
  });

  it('leaves other combinations to the browser and to writing', () => {
    expect(isStroke(stroke('r', { ctrlKey: true }), 'r')).toBe(false);
    expect(isStroke(stroke('e', { altKey: true }), 'e')).toBe(false);
    expect(isStroke(stroke('€', altGr), 'e')).toBe(false);
    // AltGr is no Ctrl: nobody sends an answer by it, nor inserts a text.
    expect(isStroke(stroke('Enter', altGr), 'Mod+Enter')).toBe(false);
    expect(isStroke(stroke(';', altGr), 'Mod+;')).toBe(false);
    expect(isStroke(stroke('Enter', { metaKey: true }), 'Mod+Enter')).toBe(true);
    expect(isStroke(stroke('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter')).toBe(false);
    expect(isStroke(stroke('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Enter')).toBe(true);
  });
});

describe('notationOf', () => {
  const keys = fc.oneof(
    fc.constantFrom('Enter', 'ArrowUp', 'Tab', 'Dead', 'Shift', 'Process', ' ', 'F5', 'ß', 'Ä', '€', '+', 'Escape'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const held = { shiftKey: fc.boolean(), ctrlKey: fc.boolean(), metaKey: fc.boolean(), altKey: fc.boolean() };
  const strokes = fc.record({ key: keys, ...held });

  it('writes a stroke so that it is recognised again', () => {
    fc.assert(
      fc.property(strokes, (made) => {
        const notation = notationOf(made);
        if (notation === null) return;
        expect(isStroke(made, notation)).toBe(true);
        expect(refusalOf(notation)).not.toBe('form');
      }),
    );
  });

  it('has no word for modifiers, dead keys, Tab and Alt with a letter', () => {
    for (const key of ['Shift', 'Control', 'AltGraph', 'Dead', 'Tab', ' ', 'F5', 'Process'])
      expect(notationOf(stroke(key))).toBeNull();
    expect(notationOf(stroke('l', { altKey: true }))).toBeNull();
  });

  it('writes letters small, with Shift said, and signs as they are', () => {
    expect(notationOf(stroke('J'))).toBe('j');
    expect(notationOf(stroke('J', { shiftKey: true }))).toBe('Shift+j');
    expect(notationOf(stroke('?', { shiftKey: true }))).toBe('?');
    expect(notationOf(stroke('K', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+k');
    expect(notationOf(stroke('Enter', { metaKey: true }))).toBe('Mod+Enter');
    expect(notationOf(stroke('@', altGr))).toBe('@');
  });
});

describe('refusalOf', () => {
  it('refuses what German, Austrian and Swiss keyboards hide', () => {
    for (const key of [...'@#[]{}|\\~`´^€', 'g @', 'Mod+[']) expect(refusalOf(key), key).toBe('hidden');
    for (const key of ['/', '?', '.', '+', '*', '!', 'ö', 'Shift+ä', '1', '-']) expect(refusalOf(key), key).toBeNull();
  });

  it('refuses what browsers keep for themselves', () => {
    for (const key of ['Mod+w', 'Mod+t', 'Mod+n', 'Mod+l', 'Mod+Shift+t', 'Mod+1', 'Mod+c', 'Mod++'])
      expect(refusalOf(key), key).toBe('browser');
    for (const key of ['Mod+k', 'Mod+z', 'Mod+;', 'Mod+Enter', 'Mod+Shift+Enter', 'Mod+Shift+l'])
      expect(refusalOf(key), key).toBeNull();
  });

  it('refuses what is not written in the notation', () => {
    const wrong = [
      '',
      ' ',
      'E',
      'Shift+?',
      'Shift+Mod+e',
      'Ctrl+e',
      'Alt+e',
      'Tab',
      'g p x',
      'g Enter',
      'Mod+g p',
      'ee',
    ];
    for (const key of wrong) expect(refusalOf(key), key).toBe('form');
  });
});

describe('isCharacterKey', () => {
  it('is what would be text in a field', () => {
    for (const key of ['j', 'Shift+e', '/', 'g p', '+']) expect(isCharacterKey(key), key).toBe(true);
    for (const key of ['Mod+k', 'Enter', 'ArrowDown', 'Escape', 'Mod+;']) expect(isCharacterKey(key), key).toBe(false);
  });
});
