import { useLayoutEffect } from 'react';
import { holdTyping } from './hold-typing.ts';

/** Stands in while a dialog is fetched: what is typed meanwhile is meant for its field, not for the commands of the page. */
export function TypedAhead() {
  useLayoutEffect(() => {
    const typed = holdTyping();
    return () => {
      const text = typed();
      // The dialog takes the focus first.
      if (text) setTimeout(() => typeIntoDialog(text));
    };
  }, []);
  return null;
}

function typeIntoDialog(text: string) {
  const field = document.activeElement;
  const writable = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (writable && field.closest('dialog[open]')) document.execCommand('insertText', false, text);
}
