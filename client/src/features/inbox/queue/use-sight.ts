import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export const ROW_HEIGHT = 56;
/** Rows drawn beyond each edge, so that nobody scrolls faster than they come. */
const BEYOND = 8;

interface Sight {
  readonly first: number;
  readonly last: number;
}
export const sightOf = (top: number, height: number): Sight => ({
  first: Math.floor(Math.max(0, top) / ROW_HEIGHT),
  last: Math.ceil((Math.max(0, top) + height) / ROW_HEIGHT) - 1,
});

/** Which rows are drawn: those in sight, some beyond, and the one that holds the focus, or it would fall to the page. */
export function drawnRows({ first, last }: Sight, count: number, focused: number): number[] {
  const from = Math.max(0, Math.min(first, count - 1) - BEYOND);
  const to = Math.min(count - 1, last + BEYOND);
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  if (focused >= 0 && focused < from) return [focused, ...rows];
  return focused > to && focused < count ? [...rows, focused] : rows;
}

/** How far the list has to stand so that a row is seen whole, moved as little as possible. */
export function topFor(index: number, top: number, height: number): number {
  const start = index * ROW_HEIGHT;
  return Math.min(start, Math.max(top, start + ROW_HEIGHT - height));
}

/** What is in sight of a list that scrolls, as it scrolls and as its room changes. */
export function useSight(scroller: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState(() => sightOf(0, 0));
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const look = () => {
      const next = sightOf(list.scrollTop, list.clientHeight);
      setSight((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    // Before the browser paints what was scrolled to, and before a focus that waits for its row.
    const onScroll = () => flushSync(look);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    list.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      list.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return sight;
}
