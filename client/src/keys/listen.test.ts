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

describe('the key reader', () => {
  it('finds the command of a bare key', () => {
    const read = createKeyReader();
    expect(read(stroke('j'), outside, 0)).toBe('next');
    expect(read(stroke('/', { shiftKey: true }), outside, 1)).toBe('search');
  });

  it('leaves letters to the text while somebody writes, but not sending and leaving', () => {
    const read = createKeyReader();
    expect(read(stroke('e'), writing, 0)).toBeNull();
    expect(read(stroke('Enter', { ctrlKey: true }), writing, 1)).toBe('send');
    expect(read(stroke('Escape'), writing, 2)).toBe('back');
  });

  it('leaves Enter and arrows to the control that has the focus', () => {
    const read = createKeyReader();
    expect(read(stroke('Enter'), { writing: false, onControl: true }, 0)).toBeNull();
    expect(read(stroke('j'), { writing: false, onControl: true }, 1)).toBe('next');
  });

  it('reads sequences within their time and nothing else in between', () => {
    const read = createKeyReader();
    expect(read(stroke('g'), outside, 0)).toBeNull();
    expect(read(stroke('p'), outside, 900)).toBe('goInbox');
    expect(read(stroke('g'), outside, 1000)).toBeNull();
    expect(read(stroke('j'), outside, 1100)).toBeNull();
    expect(read(stroke('g'), outside, 2000)).toBeNull();
    expect(read(stroke('p'), outside, 2901)).toBe('pause');
  });
});
