import { expect, it } from 'vitest';
import { isTyping } from './hold-typing.ts';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  ({ ...{ key: name, ctrlKey: false, altKey: false, metaKey: false }, ...held }) as KeyboardEvent;

it('takes what is written, also with AltGr', () => {
  const written = [key('a'), key('ß'), key('👍'), key(' '), key('Enter'), key('Backspace'), key('Escape')];
  for (const one of [...written, key('@', { ctrlKey: true, altKey: true }), key('@', { altKey: true })])
    expect(isTyping(one), one.key).toBe(true);
});

it('leaves to the browser what is its own', () => {
  const others = [key('F5'), key('ArrowLeft', { altKey: true }), key('PageDown'), key('Tab'), key('Dead')];
  for (const one of [...others, key('r', { ctrlKey: true }), key('k', { metaKey: true })])
    expect(isTyping(one), one.key).toBe(false);
});
