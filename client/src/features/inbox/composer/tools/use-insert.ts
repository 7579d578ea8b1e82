import type { RefObject } from 'react';

/** Puts words where the caret is, or in place of a stretch, and the caret behind them. */
export function useInsert(
  paper: RefObject<HTMLTextAreaElement | null>,
  onType: (text: string, snippetId?: string) => void,
) {
  return (words: string, range?: { readonly start: number; readonly end: number }, snippetId?: string) => {
    const field = paper.current;
    if (!field) return;
    const [start, end] = range ? [range.start, range.end] : [field.selectionStart, field.selectionEnd];
    onType(field.value.slice(0, start) + words + field.value.slice(end), snippetId);
    field.focus();
    // The text is drawn anew first.
    requestAnimationFrame(() => field.setSelectionRange(start + words.length, start + words.length));
  };
}
