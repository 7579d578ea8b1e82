import { type RefObject, useEffect, useRef } from 'react';

/**
 * Opens the native dialog it is given, with the focus on what carries `data-autofocus`; on leaving, the focus goes back to
 * where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus="true"]')?.focus();
    return () => {
      // The browser gives it back when it closes a dialog, and whoever has gone on since must not be called back.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
