import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allBindings,
  chosenKeys,
  effectiveBindings,
  holderOf,
  type KeyMap,
  keyMapProblem,
  soundKeyMap,
} from './key-map.ts';
import { keyCommands } from './keys.ts';

const keysOf = (id: string, map: KeyMap, keysOff = false) =>
  effectiveBindings({ keyMap: map, keysOff }).find((one) => one.id === id)?.keys;

describe('a person’s keys', () => {
  it('replace those of the table, command by command', () => {
    expect(keysOf('next', {})).toEqual(['j', 'ArrowDown']);
    expect(keysOf('next', { next: ['w'] })).toEqual(['w']);
    expect(keysOf('next', { next: [] })).toEqual([]);
    expect(keysOf('previous', { next: ['w'] })).toEqual(['k', 'ArrowUp']);
  });

  it('leave Esc where it is', () => {
    expect(chosenKeys('back')).toEqual(['u']);
    expect(keysOf('back', { back: ['q'] })).toEqual(['q', 'Escape']);
    expect(keyMapProblem({ next: ['Escape'] })).toMatchObject({ reason: 'fixed' });
  });

  it('switched off: no character does anything, the others stay', () => {
    expect(keysOf('next', {}, true)).toEqual(['ArrowDown']);
    expect(keysOf('goWall', {}, true)).toEqual([]);
    expect(keysOf('undo', {}, true)).toEqual(['Mod+z']);
    expect(keysOf('palette', {}, true)).toEqual(['Mod+k']);
    expect(keysOf('back', {}, true)).toEqual(['Escape']);
    expect(keysOf('send', {}, true)).toEqual(['Mod+Enter']);
  });
});

describe('a map', () => {
  it('says who has a key already', () => {
    expect(keyMapProblem({ next: ['k'] })).toEqual({ reason: 'taken', command: 'next', key: 'k', by: 'previous' });
    // Free once the other has given it away.
    expect(keyMapProblem({ next: ['k'], previous: ['j'] })).toBeNull();
    expect(holderOf('g', 'next', allBindings())).toBe('goInbox');
    expect(holderOf('j x', 'reply', allBindings())).toBe('next');
    expect(holderOf('g x', 'reply', allBindings())).toBeNull();
    expect(holderOf('g p', 'goInbox', allBindings())).toBeNull();
  });

  it('is refused with the reason', () => {
    expect(keyMapProblem({ nothing: ['q'] })).toEqual({ reason: 'unknown', command: 'nothing' });
    expect(keyMapProblem({ constructor: ['q'] })).toMatchObject({ reason: 'unknown' });
    expect(keyMapProblem({ next: ['@'] })).toMatchObject({ reason: 'hidden' });
    expect(keyMapProblem({ next: ['Mod+w'] })).toMatchObject({ reason: 'browser' });
    expect(keyMapProblem({ next: ['Q'] })).toMatchObject({ reason: 'form' });
    expect(keyMapProblem({ next: ['q', 'q'] })).toMatchObject({ reason: 'twice' });
    expect(keyMapProblem({ next: ['q', 'q w'] })).toMatchObject({ reason: 'twice' });
    expect(keyMapProblem({ send: ['q'] })).toMatchObject({ reason: 'text' });
    expect(keyMapProblem({ send: ['Enter'] })).toMatchObject({ reason: 'text' });
  });

  it('of whatever commands and keys: sound ones give no key away twice', () => {
    const ids = fc.constantFrom(...keyCommands.map(({ id }) => id), 'gone');
    const keys = fc.constantFrom('j', 'k', 'q', 'Shift+q', 'g p', 'g', 'Mod+k', '#', 'Mod+t', 'Enter', '+', '* q', '*');
    const maps = fc.dictionary(ids, fc.array(keys, { maxLength: 3 }), { maxKeys: 6 });
    fc.assert(
      fc.property(maps, (map) => {
        const sound = soundKeyMap(map);
        expect(keyMapProblem(sound)).toBeNull();
        for (const [id, chosen] of Object.entries(sound)) expect(map[id]).toBe(chosen);
        const bindings = effectiveBindings({ keyMap: sound });
        for (const { id, keys: own } of bindings)
          for (const key of own) expect(holderOf(key, id, bindings), key).toBeNull();
      }),
    );
  });
});
