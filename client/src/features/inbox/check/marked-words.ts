import type { Mark } from '@stammgast/shared/domain/answer-check/items';
import { useSyncExternalStore } from 'react';
import { createStore } from '../../../live/store.ts';

/** Words of an answer that the checklist points at; they hold for this text only. */
interface Marked {
  readonly threadId: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

const marked = createStore<Marked>({ threadId: '', text: '', marks: [] });
const none: readonly Mark[] = [];

export const markWords = (words: Marked): void => marked.change(words);

/** The marks on this text, in its order. */
export function useMarkedWords(threadId: string, text: string): readonly Mark[] {
  const { get, subscribe } = marked;
  const words = useSyncExternalStore(subscribe, get);
  return words.threadId === threadId && words.text === text ? words.marks : none;
}
