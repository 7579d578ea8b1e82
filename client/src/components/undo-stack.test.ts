import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Deed,
  dropAbout,
  dropDeed,
  lastDeed,
  pushDeed,
  refuseDeed,
  type UndoStack,
  undoLimit,
} from './undo-stack.ts';

const deed = (id: number): Deed => ({ id, title: `deed ${id}`, undo: () => undefined });
const stackOf = (...ids: number[]): UndoStack => ids.map(deed).reduce(pushDeed, [] as UndoStack);
const ids = (stack: UndoStack) => stack.map((one) => one.id);

describe('the stack of what can be taken back', () => {
  it('gives the newest first and keeps twenty', () => {
    const stack = stackOf(...Array.from({ length: 25 }, (_, index) => index));
    expect(ids(stack)).toEqual(Array.from({ length: undoLimit }, (_, index) => index + 5));
    expect(lastDeed(stack)?.id).toBe(24);
  });

  it('goes on to the one before when one is taken back, in whatever order', () => {
    expect(lastDeed(dropDeed(stackOf(1, 2, 3), 3))?.id).toBe(2);
    expect(ids(dropDeed(stackOf(1, 2, 3), 2))).toEqual([1, 3]);
    expect(lastDeed(dropDeed(stackOf(1), 1))).toBeUndefined();
  });

  it('keeps what was refused, with the reason, and passes over it', () => {
    const stack = refuseDeed(stackOf(1, 2, 3), 3, 'reply.not_undoable');
    expect(stack.at(-1)).toMatchObject({ id: 3, title: 'deed 3', refused: 'reply.not_undoable' });
    expect(lastDeed(stack)?.id).toBe(2);
    expect(lastDeed(refuseDeed(refuseDeed(stack, 2, 'network'), 1, 'network'))).toBeUndefined();
  });

  it('forgets what was taken back in another way', () => {
    const reply = { ...deed(2), about: 'reply' };
    expect(ids(dropAbout([deed(1), reply, deed(3)], 'reply'))).toEqual([1, 3]);
    expect(ids(dropAbout([deed(1), deed(3)], 'reply'))).toEqual([1, 3]);
  });

  it('never loses or repeats one by whatever steps, and stays within its limit', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('push', 'drop', 'refuse', 'undo'), fc.nat(40)), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (all) => {
        let stack: UndoStack = [];
        let next = 0;
        for (const [step, at] of all) {
          const before = ids(stack);
          if (step === 'push') stack = pushDeed(stack, deed(next++));
          if (step === 'drop') stack = dropDeed(stack, at);
          if (step === 'refuse') stack = refuseDeed(stack, at, 'network');
          if (step === 'undo') stack = dropDeed(stack, lastDeed(stack)?.id ?? -1);
          expect(stack.length).toBeLessThanOrEqual(undoLimit);
          expect(ids(stack)).toEqual([...new Set(ids(stack))].sort((a, b) => a - b));
          if (step === 'refuse') expect(ids(stack)).toEqual(before);
        }
      }),
    );
  });
});
