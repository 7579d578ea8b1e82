/** Puts a popover under its button, or above it where there is no room, inside the window. */
export function placeBelow(popover: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom;
  const style = popover.style;
  style.position = 'fixed';
  style.margin = '0';
  style.insetInlineStart = at.left > window.innerWidth / 2 ? 'auto' : `${Math.max(8, at.left)}px`;
  style.insetInlineEnd = at.left > window.innerWidth / 2 ? `${Math.max(8, window.innerWidth - at.right)}px` : 'auto';
  const up = below < 280 && at.top > below;
  style.top = up ? 'auto' : `${at.bottom + 4}px`;
  style.bottom = up ? `${window.innerHeight - at.top + 4}px` : 'auto';
  style.maxHeight = `${Math.max(120, (up ? at.top : below) - 16)}px`;
}
