import { effectiveBindings, type KeyPreferences } from '@stammgast/shared/domain/key-map';
import { describe, expect, it } from 'vitest';
import { createKeyReader } from './listen.ts';

const stroke = (key: string, held = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const outside = { writing: false, onControl: false };
const writing = { writing: true, onControl: false };
const control = { writing: false, onControl: true };
const readerFor = (preferences: KeyPreferences = {}) => createKeyReader(() => effectiveBindings(preferences));
const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };
/** AltGr as Windows tells it. */
const altGr = { ctrlKey: true, altKey: true };

describe('the key reader', () => {
  it('finds the command of a bare key', () => {
    const read = readerFor();
    expect(read(stroke('j'), outside, 0)).toBe('next');
    expect(read(stroke('E', shift), outside, 1)).toBe('resolveNext');
    expect(read(stroke('q'), outside, 2)).toBeNull();
  });

  it('leaves letters to the text while somebody writes, but not sending and leaving', () => {
    const read = readerFor();
    expect(read(stroke('e'), writing, 0)).toBeNull();
    expect(read(stroke('?', shift), writing, 0)).toBeNull();
    expect(read(stroke('Enter'), writing, 0)).toBeNull();
    expect(read(stroke('ArrowDown'), writing, 0)).toBeNull();
    expect(read(stroke('Enter', ctrl), writing, 1)).toBe('send');
    expect(read(stroke('k', ctrl), writing, 1)).toBe('palette');
    expect(read(stroke('Escape'), writing, 2)).toBe('back');
  });

  it('takes typing back where there is typing, and deeds elsewhere', () => {
    const read = readerFor();
    expect(read(stroke('z', ctrl), writing, 0)).toBeNull();
    expect(read(stroke('z', ctrl), outside, 1)).toBe('undo');
    expect(read(stroke('z'), outside, 2)).toBe('undo');
  });

  it('leaves Enter and arrows to the control that has the focus', () => {
    const read = readerFor();
    expect(read(stroke('Enter'), control, 0)).toBeNull();
    expect(read(stroke('ArrowDown'), control, 0)).toBeNull();
    expect(read(stroke('j'), control, 1)).toBe('next');
  });

  it('reads sequences within their time and nothing else in between', () => {
    const read = readerFor();
    expect(read(stroke('g'), outside, 0)).toBeNull();
    expect(read(stroke('p'), outside, 900)).toBe('goInbox');
    expect(read(stroke('g'), outside, 1000)).toBeNull();
    expect(read(stroke('j'), outside, 1100)).toBeNull();
    expect(read(stroke('g'), outside, 2000)).toBeNull();
    expect(read(stroke('p'), outside, 2901)).toBe('pause');
  });

  it('never runs the second key of a sequence alone, whoever has it', () => {
    const read = readerFor({ keyMap: { reply: ['c'] } });
    expect(read(stroke('g'), outside, 0)).toBeNull();
    expect(read(stroke('c'), outside, 400)).toBe('goChannels');
    expect(read(stroke('c'), outside, 500)).toBe('reply');
  });

  it('waits through a modifier that is pressed in between', () => {
    const read = readerFor();
    expect(read(stroke('Shift', shift), outside, 0)).toBeNull();
    expect(read(stroke('*', shift), outside, 1)).toBeNull();
    expect(read(stroke('Shift'), outside, 2)).toBeNull();
    expect(read(stroke('a'), outside, 3)).toBe('selectAll');
  });
});

describe('what the person prefers', () => {
  it('gives the command another key', () => {
    const read = readerFor({ keyMap: { next: ['w'], goWall: ['g ö'] } });
    expect(read(stroke('j'), outside, 0)).toBeNull();
    expect(read(stroke('w'), outside, 1)).toBe('next');
    expect(read(stroke('g'), outside, 2)).toBeNull();
    expect(read(stroke('ö'), outside, 3)).toBe('goWall');
  });

  it('switches characters off and leaves the rest', () => {
    const read = readerFor({ keysOff: true });
    for (const key of ['j', 'e', '/', '?', 'z']) expect(read(stroke(key), outside, 0), key).toBeNull();
    expect(read(stroke('g'), outside, 1)).toBeNull();
    expect(read(stroke('w'), outside, 2)).toBeNull();
    expect(read(stroke('k', ctrl), outside, 3)).toBe('palette');
    expect(read(stroke('Enter', ctrl), writing, 4)).toBe('send');
    expect(read(stroke('Escape'), outside, 5)).toBe('back');
    expect(read(stroke('ArrowDown'), outside, 6)).toBe('next');
  });
});

// What the browser reports for the same sign on the keyboards of the countries that we write for.
const boards = {
  German: { '/': shift, '?': shift, '!': shift, '*': shift, '+': {}, '.': {}, ';': shift },
  Austrian: { '/': shift, '?': shift, '!': shift, '*': shift, '+': {}, '.': {}, ';': shift },
  'Swiss German': { '/': shift, '?': shift, '!': shift, '*': shift, '+': shift, '.': {}, ';': shift },
  'Swiss French': { '/': shift, '?': shift, '!': shift, '*': shift, '+': shift, '.': {}, ';': shift },
  'English (US)': { '/': {}, '?': shift, '!': shift, '*': shift, '+': shift, '.': {}, ';': {} },
} as const;

describe.each(Object.entries(boards))('a %s keyboard', (_, held) => {
  it('reaches every sign, with Shift where it needs it', () => {
    const read = readerFor();
    expect(read(stroke('/', held['/']), outside, 0)).toBe('search');
    expect(read(stroke('?', held['?']), outside, 1)).toBe('help');
    expect(read(stroke('!', held['!']), outside, 2)).toBe('spam');
    expect(read(stroke('+', held['+']), outside, 3)).toBe('like');
    expect(read(stroke('.', held['.']), outside, 4)).toBe('showNew');
    expect(read(stroke('*', held['*']), outside, 5)).toBeNull();
    expect(read(stroke('n'), outside, 6)).toBe('selectNone');
    expect(read(stroke(';', { ...held[';'], ...ctrl }), writing, 7)).toBe('snippet');
  });

  it('undoes by the letter z, wherever it lies', () => {
    const read = readerFor();
    // QWERTZ has it where QWERTY has y; the event tells the letter.
    expect(read({ ...stroke('z'), code: 'KeyY' } as ReturnType<typeof stroke>, outside, 0)).toBe('undo');
    expect(read({ ...stroke('y'), code: 'KeyZ' } as ReturnType<typeof stroke>, outside, 1)).toBe('confirmPromise');
  });

  it('types by AltGr and runs nothing', () => {
    const read = readerFor();
    for (const key of [...'@#[]{}|\\~€µ', 'e', 'q', 'Enter', 'k', 'z']) {
      expect(read(stroke(key, altGr), outside, 0), key).toBeNull();
      expect(read(stroke(key, altGr), writing, 1), key).toBeNull();
    }
  });
});
