import { type RefObject, useEffect, useRef } from 'react';

/** After each try to send (`tries` grows) the first wrong field inside the frame gets the focus. */
export function useFirstError<E extends HTMLElement>(tries: number): RefObject<E | null> {
  const frame = useRef<E>(null);
  useEffect(() => {
    if (tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return frame;
}
