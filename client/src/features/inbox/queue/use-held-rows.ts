import { type RefObject, useEffect, useRef } from 'react';
import { isHeld } from '../../../live/hold.ts';
import { onTick } from '../../../live/ticker.ts';
import type { QueueList } from './use-queue.ts';

const restMilliseconds = 3000;
const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;

/** Watches pointer and focus: ghosts go and new rows come by themselves only where nobody looks or points,
 * and nothing new while the page is held still. */
export function useHeldRows(scroller: RefObject<HTMLElement | null>, queue: QueueList): void {
  const latest = useRef(queue);
  latest.current = queue;
  useEffect(() => {
    const list = scroller.current;
    if (!list) return;
    let pointed: string | undefined;
    let inside = false;
    let touchedAt = Date.now();
    const touched = () => {
      touchedAt = Date.now();
    };
    const onPoint = (event: PointerEvent) => {
      inside = true;
      pointed = rowOf(event.target);
    };
    const onLeave = () => {
      inside = false;
      pointed = undefined;
      touched();
    };
    const stop = onTick(() => {
      const { order, fresh, moved, tidy, showNew } = latest.current;
      const focused = rowOf(document.activeElement);
      if (order.ghosts.size > 0) tidy(new Set([pointed, focused].filter((id) => id !== undefined)));
      const resting =
        !isHeld() &&
        !inside &&
        focused === undefined &&
        list.scrollTop <= 0 &&
        Date.now() - touchedAt >= restMilliseconds;
      if (resting && (fresh.length > 0 || moved)) showNew();
    });
    list.addEventListener('pointermove', onPoint);
    list.addEventListener('pointerleave', onLeave);
    list.addEventListener('focusout', touched);
    return () => {
      stop();
      list.removeEventListener('pointermove', onPoint);
      list.removeEventListener('pointerleave', onLeave);
      list.removeEventListener('focusout', touched);
    };
  }, [scroller]);
}
