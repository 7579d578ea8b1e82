import { serverNow } from './server-clock.ts';

let heldAt: number | null = null;

/** While it is held still, the page shows what stood at that moment; null lets it go on. */
export function hold(at: number | null): void {
  heldAt = at;
}
export const isHeld = (): boolean => heldAt !== null;

/** The time that is shown, which stands still with the page. */
export const shownNow = (): number => heldAt ?? serverNow();
