import { useLayoutEffect, useRef } from 'react';

/** While a dialog is open: 1 chooses the first of its choices, 2 the second. In a field digits are text. */
export function useDigits<Choice>(choices: readonly Choice[], choose: (choice: Choice) => void): void {
  const latest = useRef({ choices, choose });
  latest.current = { choices, choose };
  // As it is drawn: no key comes in between.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof Element && event.target.matches('input:not([type="radio"]), textarea');
      if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const choice = latest.current.choices[Number(event.key) - 1];
      if (choice === undefined) return;
      event.preventDefault();
      latest.current.choose(choice);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
