import { useLayoutEffect, useRef } from 'react';
import { holdTyping } from './hold-typing.ts';

/**
 * Stands in while a dialog is fetched: what is typed meanwhile is meant for its field, not for the commands of the page.
 * Whoever goes elsewhere meanwhile types there; Escape needs the dialog no more.
 */
export function TypedAhead({ onCancel }: { onCancel: () => void }) {
  const cancel = useRef(onCancel);
  useLayoutEffect(() => {
    const typed = holdTyping();
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && cancel.current();
    window.addEventListener('keydown', leave, true);
    document.addEventListener('focusin', typed);
    return () => {
      window.removeEventListener('keydown', leave, true);
      document.removeEventListener('focusin', typed);
      const text = typed();
      // The dialog takes the focus in the same step.
      if (text) queueMicrotask(() => typeIntoDialog(text));
    };
  }, []);
  return null;
}

function typeIntoDialog(text: string) {
  const field = document.activeElement;
  const writable = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (writable && field.closest('dialog[open]')) document.execCommand('insertText', false, text);
}
