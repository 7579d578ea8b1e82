import { effectiveBindings, holderOf, type KeyMap, keyMapProblem } from '@stammgast/shared/domain/key-map';
import { keyCommands } from '@stammgast/shared/domain/keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedCommands, giveKey, type KeyChange, resetKeys, takeKey } from './key-change.ts';

describe('changing keys', () => {
  it('puts one key in the place of another, or beside it', () => {
    expect(giveKey({}, { id: 'next', at: 0 }, 'w')).toEqual({ map: { next: ['w', 'ArrowDown'] } });
    expect(giveKey({}, { id: 'next', at: 2 }, 'w')).toEqual({ map: { next: ['j', 'ArrowDown', 'w'] } });
    expect(giveKey({}, { id: 'goWall', at: 0 }, 'g x')).toEqual({ map: { goWall: ['g x'] } });
  });

  it('forgets what is as in the table again', () => {
    expect(giveKey({ next: ['w', 'ArrowDown'] }, { id: 'next', at: 0 }, 'j')).toEqual({ map: {} });
    expect(resetKeys({ next: ['w'], note: ['q'] }, 'next')).toEqual({ map: { note: ['q'] } });
    expect([...changedCommands({ next: ['w'] })]).toEqual(['next']);
  });

  it('names the other command and offers to exchange', () => {
    expect(giveKey({}, { id: 'next', at: 0 }, 'k')).toEqual({
      problem: { reason: 'taken', command: 'next', key: 'k', by: 'previous' },
      swap: { next: ['k', 'ArrowDown'], previous: ['j', 'ArrowUp'] },
    });
    // One more key: the other command loses it.
    expect(giveKey({}, { id: 'note', at: 1 }, '.')).toMatchObject({ swap: { note: ['n', '.'], showNew: [] } });
  });

  it('offers no exchange that would not work', () => {
    // `g` begins many others; a key of the composer cannot become a bare one.
    expect(giveKey({}, { id: 'next', at: 0 }, 'g')).toMatchObject({ problem: { by: 'goInbox' }, swap: null });
    expect(giveKey({}, { id: 'send', at: 0 }, 'j')).toMatchObject({ problem: { reason: 'text' }, swap: null });
    expect(giveKey({}, { id: 'next', at: 0 }, 'Mod+Enter')).toMatchObject({ problem: { by: 'send' }, swap: null });
  });

  it('takes keys away, and gives none back that somebody else has by now', () => {
    expect(takeKey({}, { id: 'next', at: 1 })).toEqual({ map: { next: ['j'] } });
    expect(takeKey({ next: [] }, { id: 'next', at: 0 })).toEqual({ map: { next: [] } });
    const moved = { next: ['w'], note: ['j'] };
    expect(resetKeys(moved, 'next')).toMatchObject({ problem: { reason: 'taken', by: 'note' }, swap: null });
  });

  it('ends with keys that work, whatever somebody tries', () => {
    const ids = fc.constantFrom(...keyCommands.map(({ id }) => id));
    const keys = fc.constantFrom('j', 'k', 'q', 'g', 'g p', 'g q', '#', 'Mod+k', 'Mod+w', 'Enter', 'Shift+e', '*');
    const steps = fc.array(fc.tuple(fc.constantFrom('give', 'swap', 'take', 'reset'), ids, fc.nat(2), keys));
    fc.assert(
      fc.property(steps, (all) => {
        let map: KeyMap = {};
        for (const [step, id, at, key] of all) {
          const change: KeyChange =
            step === 'take'
              ? takeKey(map, { id, at })
              : step === 'reset'
                ? resetKeys(map, id)
                : giveKey(map, { id, at }, key);
          if ('map' in change) map = change.map;
          else if (step === 'swap' && change.swap) map = change.swap;
          expect(keyMapProblem(map)).toBeNull();
        }
        const bindings = effectiveBindings({ keyMap: map });
        for (const { id, keys: own } of bindings) for (const key of own) expect(holderOf(key, id, bindings)).toBeNull();
      }),
    );
  });
});
