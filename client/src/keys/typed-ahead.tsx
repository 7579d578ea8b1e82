import { useLayoutEffect, useRef } from 'react';
import { holdTyping } from './hold-typing.ts';

/**
 * Stands in while a dialog is fetched: what is typed meanwhile is meant for it, not for the commands of the page. Text goes
 * into its field; where it has none, a digit chooses by number, as it does once the dialog is there.
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
  const at = document.activeElement;
  const dialog = at?.closest('dialog[open]');
  if (!at || !dialog) return;
  // Letters have a field in some dialogs that do not begin in it.
  if (/^\p{L}/u.test(text)) dialog.querySelector<HTMLElement>('[data-words]')?.focus();
  const field = document.activeElement ?? at;
  const writable = field.matches('input:not([type="radio"]), textarea');
  const [digit] = /\d/.exec(text) ?? [];
  if (writable) document.execCommand('insertText', false, text);
  // One choice ends the dialog: a second digit has nothing to choose from.
  else if (digit) at.dispatchEvent(new KeyboardEvent('keydown', { key: digit, bubbles: true, cancelable: true }));
}
