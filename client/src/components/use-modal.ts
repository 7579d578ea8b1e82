import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Where the focus was before a dialog that makes room for the next one in the same step. */
let left: Element | null = null;

/**
 * Opens the native dialog it is given, with the focus on what carries `data-autofocus`; on leaving, the focus goes back to
 * where it was. Going back or forward in the browser leaves it: it was about what stood on the page before.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element>(null);
  // As it is drawn: no key comes in between.
  useLayoutEffect(() => {
    const element = dialog.current;
    const at = document.activeElement;
    before.current = at === document.body ? (left ?? at) : at;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus="true"]')?.focus();
    const leave = () => element?.close();
    window.addEventListener('popstate', leave);
    return () => {
      window.removeEventListener('popstate', leave);
      left = before.current;
    };
  }, []);
  useEffect(
    () => () => {
      left = null;
      // The browser gives it back when it closes a dialog, and whoever has gone on since must not be called back.
      if (document.activeElement !== document.body) return;
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
  return dialog;
}
