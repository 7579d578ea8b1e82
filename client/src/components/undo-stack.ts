import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { ClientCode } from '../api/problem.ts';

/** Something a person did that can be taken back. */
export interface Deed {
  readonly id: number;
  /** What it was done to, where it can be taken back in another way too. */
  readonly about?: string | undefined;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Takes it back, against what is true by then. Rejects with the refusal of the server; `false`: nothing was to take back. */
  readonly undo: () => unknown;
  /** Said when it is taken back, for example where the text is now. */
  readonly undone?: string | undefined;
  readonly tooLate?: (() => ProblemCode | null) | undefined;
  /** Why it could not be taken back when somebody tried. */
  readonly refused?: ClientCode | undefined;
}
/** The newest last. */
export type UndoStack = readonly Deed[];

/** So many of the last actions can be taken back. */
export const undoLimit = 20;

/** Adds one; of more than the limit the oldest are forgotten. */
export const pushDeed = (stack: UndoStack, deed: Deed): UndoStack => [...stack, deed].slice(-undoLimit);

/** It has been taken back, or has not happened after all. */
export const dropDeed = (stack: UndoStack, id: number): UndoStack => stack.filter((deed) => deed.id !== id);

/** It has been taken back in another way. */
export const dropAbout = (stack: UndoStack, about: string): UndoStack => stack.filter((deed) => deed.about !== about);

/** It could not be taken back: it keeps its place and says why. */
export const refuseDeed = (stack: UndoStack, id: number, refused: ClientCode): UndoStack =>
  stack.map((deed) => (deed.id === id ? { ...deed, refused } : deed));

/** What `z` takes back: the newest, passing over what has been refused already. */
export const lastDeed = (stack: UndoStack): Deed | undefined => stack.findLast((deed) => deed.refused === undefined);
