import type { Page } from '@playwright/test';

/** Makes the page one that fingers use (`pointer: coarse`). Gives back the way to make it one for a mouse again. */
export async function touched(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return () => devtools.detach();
}

/** What a finger may miss: targets of less than 44 × 44 px, but for words in a sentence, and what a larger one does as well. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 43.5;
    const targets =
      'a[href], button, input, select, textarea, summary, [role="row"][tabindex="0"], ' +
      '[role="option"], [role="tab"], [role="radio"], [role="checkbox"], [role^="menuitem"]';
    // A target may reach further than what is drawn: by a layer of its own, or by its label.
    const layer = (one: Element, name: string) => {
      const { content, position, width, height } = getComputedStyle(one, name);
      return content !== 'none' && position === 'absolute'
        ? [{ width: parseFloat(width), height: parseFloat(height) }]
        : [];
    };
    const isLarge = (one: Element) =>
      [one, one.closest('label'), ...((one as HTMLInputElement).labels ?? [])]
        .filter((part) => part !== null)
        .flatMap((part) => [part.getBoundingClientRect(), ...layer(part, '::before'), ...layer(part, '::after')])
        .some(({ width, height }) => width >= LEAST && height >= LEAST);
    const inSentence = (one: Element) =>
      one.matches('a, button') &&
      getComputedStyle(one).display.startsWith('inline') &&
      [...(one.parentElement?.childNodes ?? [])].some((node) => node instanceof Text && /\p{L}{2}/u.test(node.data));
    // Inside of what does the same, for those who come by key or are read to.
    const hasLarger = (one: Element) => {
      const around = one.parentElement?.closest(`${targets}, [role="row"]`);
      return one.matches('[tabindex="-1"]') && around !== null && around !== undefined && isLarge(around);
    };
    const hidden = (one: Element) => {
      const { width, height } = one.getBoundingClientRect();
      return width <= 1 || height <= 1 || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const dialog = document.querySelector('dialog[open]');
    return [...(dialog ?? document.body).querySelectorAll(targets)]
      .filter((one) => !hidden(one) && !one.matches('.skip, .scrolls, [aria-hidden="true"]') && !isLarge(one))
      .filter((one) => !inSentence(one) && !hasLarger(one))
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return `${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`;
      });
  });
