import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width that an element has, so that a chart is drawn in its real size. */
export function useWidth<E extends HTMLElement>(first = 600): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const found = element.current;
    if (!found) return;
    const look = () => setWidth(Math.max(160, Math.floor(found.clientWidth)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(found);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
