// A language that nobody speaks: longer words than any of ours, umlauts, and brackets that show where a text ends.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

type Words = { readonly [key: string]: string | Words };

const english = join(import.meta.dirname, '../../client/src/i18n/en');
const marks: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' };
const FILLER = 'elundisamo';

/** Longer by what translations need: short texts more than twice, others 1.4 times. Placeholders and tags stay. */
export function pseudo(text: string): string {
  // Names are not translated.
  if (text === 'Stammgast') return text;
  const parts = text.split(/(\{\{.*?\}\}|<.*?>|\$t\(.*?\))/);
  const letters = parts.filter((_, index) => index % 2 === 0).join('').length;
  const factor = letters <= 10 ? 2.3 : 1.4;
  const longer = (word: string) => {
    const more = Math.round(word.length * factor) - word.length;
    return word.replace(/[aou]/gi, (letter) => marks[letter] ?? letter) + FILLER.repeat(9).slice(0, Math.max(0, more));
  };
  const spoken = parts.map((part, index) => (index % 2 === 0 ? part.replace(/\p{L}+/gu, longer) : part));
  return `[${spoken.join('')}]`;
}

const spoken = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : spoken(value)]),
  );

/** From now on whoever chooses English in this browser gets these words instead: the built files know nothing of it. */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  const catalogue = Object.fromEntries(
    readdirSync(english).map((file) => [
      file.replace('.json', ''),
      spoken(JSON.parse(readFileSync(join(english, file), 'utf8')) as Words),
    ]),
  );
  const body = `export const catalogue = ${JSON.stringify(catalogue)};`;
  await context.route(/\/assets\/en-[\w-]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

/** Texts of ours that are cut off, and those that lie upon each other. */
export const unreadable = (page: Page) =>
  page.evaluate(() => {
    interface Text {
      readonly node: Node;
      readonly words: string;
      readonly box: DOMRect;
      /** What floats over the rest of the page may cover it. */
      readonly layer: Element | null;
    }
    const styles = new Map<Element, Pick<CSSStyleDeclaration, 'overflowX' | 'overflowY' | 'position'>>();
    const style = (one: Element) => {
      const known = styles.get(one);
      if (known) return known;
      const { overflowX, overflowY, position } = getComputedStyle(one);
      styles.set(one, { overflowX, overflowY, position });
      return { overflowX, overflowY, position };
    };
    const scrolls = (one: Element) => /auto|scroll/.test(style(one).overflowX + style(one).overflowY);
    const floats = (one: Element) => /fixed|sticky|absolute/.test(style(one).position);
    const up = (one: Element | null, is: (one: Element) => boolean): Element | null =>
      one === null || is(one) ? one : up(one.parentElement, is);
    const shared = (one: DOMRect, other: DOMRect) => {
      const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
      const [right, bottom] = [Math.min(one.right, other.right), Math.min(one.bottom, other.bottom)];
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    /** What is left of it in everything that scrolls or hides. */
    const visible = (box: DOMRect, one: Element | null): DOMRect => {
      if (!one) return box;
      const { overflowX, overflowY } = style(one);
      const frame = one.getBoundingClientRect();
      return visible(overflowX + overflowY === 'visiblevisible' ? box : shared(box, frame), one.parentElement);
    };

    /** Who cuts it: up to whatever scrolls, and so shows the rest. */
    const cutter = (parent: Element, boxes: readonly DOMRect[]): Element | null => {
      for (let one: Element | null = parent; one && !scrolls(one) && !one.matches('.sr'); one = one.parentElement) {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const { overflowX, overflowY } = style(one);
        const hides = (overflow: string) => /hidden|clip/.test(overflow);
        if (hides(overflowX) && boxes.some((box) => box.right > right + 1.5 || box.left < left - 1.5)) return one;
        if (hides(overflowY) && boxes.some((box) => box.bottom > bottom + 4 || box.top < top - 4)) return one;
      }
      return null;
    };
    const isCovered = (parent: Element, box: DOMRect, layer: Element | null) => {
      const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return above !== null && !parent.contains(above) && !above.contains(parent) && up(above, floats) !== layer;
    };

    const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    const cut: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const words = node.nodeValue?.trim() ?? '';
      if (!parent || words === '' || parent.closest('.sr, .skip, option, svg')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const layer = up(parent, floats);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      // Words of people may end in an ellipsis, and so may lines of labels and what is told in full on hover.
      const mayEnd = !/[[\]]/.test(words) || parent.closest('[role="row"], .what, .labels, [title]') !== null;
      const by = mayEnd ? null : cutter(parent, boxes);
      if (by) cut.push(`cut: ${words.slice(0, 60)} in ${by.outerHTML.slice(0, 100)}`);
      else
        texts.push(
          ...boxes
            .map((box) => visible(box, parent))
            .filter((box) => box.width > 1 && box.height > 1 && !isCovered(parent, box, layer))
            .map((box) => ({ node, words, box, layer })),
        );
    }
    const upon = texts.flatMap((one, index) =>
      texts.slice(index + 1).flatMap((other) => {
        const { width, height } = shared(one.box, other.box);
        if (one.node === other.node || one.layer !== other.layer || width < 8 || height < 8) return [];
        return `upon each other: ${one.words.slice(0, 60)} | ${other.words.slice(0, 60)}`;
      }),
    );
    return [...cut, ...upon];
  });
