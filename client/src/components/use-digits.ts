import { useLayoutEffect, useRef } from 'react';

const isWriting = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.matches('input:not([type="radio"]), textarea');
const isHeld = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

/** While a dialog is open: 1 chooses the first of its choices, 2 the second. In a field digits are text. */
export function useDigits<Choice>(choices: readonly Choice[], choose: (choice: Choice) => void): void {
  const latest = useRef({ choices, choose });
  latest.current = { choices, choose };
  // As it is drawn: no key comes in between.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isWriting(event) || isHeld(event) || event.repeat) return;
      const choice = latest.current.choices[Number(event.key) - 1];
      if (choice === undefined) return;
      event.preventDefault();
      latest.current.choose(choice);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** While a dialog is open: letters are meant for its field with `data-words`, wherever the focus is. */
export function useLetters(): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isWriting(event) || isHeld(event) || !/^\p{L}$/u.test(event.key)) return;
      document.querySelector<HTMLElement>('dialog[open] [data-words]')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
