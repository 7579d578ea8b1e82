import type { RefObject } from 'react';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Puts words where the caret is, or in place of a stretch, and the caret behind them. */
export function useInsert(
  paper: RefObject<HTMLTextAreaElement | null>,
  onType: (text: string, snippetId?: string) => void,
) {
  return (words: string, range?: Range, snippetId?: string) => {
    const field = paper.current;
    if (!field) return;
    const { start, end } = range ?? { start: field.selectionStart, end: field.selectionEnd };
    field.focus();
    field.setSelectionRange(start, end);
    // As if it were typed: so the browser's own undo takes it back.
    const typed = document.execCommand('insertText', false, words);
    if (!typed) field.setRangeText(words, start, end, 'end');
    if (!typed || snippetId) onType(field.value, snippetId);
  };
}
