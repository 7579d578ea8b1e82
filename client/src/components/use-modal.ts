import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Opens the native dialog it is given, with the focus on what carries `data-autofocus`; on leaving, the focus goes back to
 * where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element>(null);
  // As it is drawn: no key comes in between.
  useLayoutEffect(() => {
    const element = dialog.current;
    before.current = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus="true"]')?.focus();
  }, []);
  useEffect(
    () => () => {
      // The browser gives it back when it closes a dialog, and whoever has gone on since must not be called back.
      if (document.activeElement !== document.body) return;
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
  return dialog;
}
