// What every screen keeps, in both languages: words for everything, axe in both themes, room on small screens, targets for fingers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { wordsIn } from '@stammgast/shared/domain/locale';
import { removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { expectAccessible, expectTargets } from './accessible.ts';
import { expect, test } from './people.ts';
import { smallTargets, touched } from './touch.ts';

type Locale = 'de' | 'en';

const catalogues = join(import.meta.dirname, '../../client/src/i18n');
/** First parts of the keys of all words, to find keys that nobody translated. */
const groups = readdirSync(join(catalogues, 'de'))
  .flatMap((file) => [
    file.replace('.json', ''),
    ...Object.entries(JSON.parse(readFileSync(join(catalogues, 'de', file), 'utf8')) as Record<string, unknown>)
      .filter(([, value]) => typeof value === 'object')
      .map(([name]) => name),
  ])
  .filter((group, index, all) => all.indexOf(group) === index);

/** The word of the catalogue as a house says it that has chosen nothing, by its path in an area. */
export function wordOf(locale: Locale, area: string, path: string): string {
  const catalogue: unknown = JSON.parse(readFileSync(join(catalogues, locale, `${area}.json`), 'utf8'));
  const found = path
    .split('.')
    .reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], catalogue as unknown);
  if (typeof found !== 'string') throw new Error(`no word ${area}.${path} in ${locale}`);
  return wordsIn(locale, found);
}

/** One server for all journeys of a file. */
export function sharedServer(env: Readonly<Record<string, string>> = {}): () => ServerProcess {
  let server: ServerProcess | undefined;
  test.beforeAll(async () => {
    server = await startServer({ env });
  });
  test.afterAll(async () => {
    await server?.stop();
    if (server) removeDataDir(server.dataDir);
  });
  return () => {
    if (!server) throw new Error('the server has not been started');
    return server;
  };
}

/** The hotel that everybody may walk through. */
export const sharedDemo = () => sharedServer({ STAMMGAST_DEMO: '1' });

/** Text and names of everything on the page; what stands there as code is no word. */
const everyWord = (page: Page) =>
  page.evaluate(() =>
    [
      document.title,
      ...[...document.querySelectorAll('body *:not(code, pre, script)')]
        .filter((one) => one.checkVisibility() && !one.closest('code, pre'))
        .flatMap((one) => [...one.childNodes])
        .flatMap((node) => (node instanceof Text ? node.data : [])),
      ...[...document.querySelectorAll('*')].flatMap((one) =>
        ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) => one.getAttribute(name) ?? []),
      ),
    ].join('\n'),
  );

export async function expectWords(page: Page, locale: Locale, screen: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.lang), screen).toBe(locale);
  const text = await everyWord(page);
  const keys = new RegExp(`(?<![\\w./@-])(${groups.join('|')})[.:][a-z][\\w.-]*`, 'g');
  expect(text.match(keys) ?? [], `keys without words: ${screen}`).toEqual([]);
  expect(text, screen).not.toMatch(/\{\{|\}\}|\{[^{}|]*\|[^{}|]*\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/);
}

/** What stands out to the side, and what is cut off below. */
export const unfit = (page: Page) =>
  page.evaluate(() => {
    // Tables and code scroll inside themselves, and words may end in an ellipsis; nothing else is wider than the page.
    const mayBeWider = (one: Element) =>
      one.matches('pre, :has(> table), :has(> pre)') || getComputedStyle(one).textOverflow === 'ellipsis';
    const within = (one: Element | null): boolean => one !== null && (mayBeWider(one) || within(one.parentElement));
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return right > innerWidth + 1 && width > 1 && one.checkVisibility({ visibilityProperty: true });
    });
    const sideways = [...document.querySelectorAll('*')].filter(
      (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1,
    );
    // Labels have one line, and what finds no room in it is left out whole.
    const cut = [...document.querySelectorAll('body *:not(.sr, .labels)')].filter((one) => {
      const { overflowY, webkitLineClamp } = getComputedStyle(one);
      const hides = /hidden|clip/.test(overflowY) && webkitLineClamp === 'none';
      return hides && one.clientWidth > 1 && one.scrollHeight > one.clientHeight + 2 && one.checkVisibility();
    });
    const root = document.scrollingElement ?? document.documentElement;
    return [...(root.scrollWidth > innerWidth ? [root] : []), ...wide, ...sideways, ...cut]
      .filter((one) => !within(one))
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 150));
  });

/** Readers may space letters, words and lines as they need (WCAG 1.4.12). */
const spaceText = (page: Page, spaced: boolean) =>
  page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = on ? [sheet] : [];
  }, spaced);

/** The page has come and waits for nothing more: before its code has come there is nothing that could be busy. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('[aria-busy="true"], .skel')).toHaveCount(0);
}

/** Charts are drawn anew for the room they have, one frame later; words once more when their font comes. */
export const drawn = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
    await document.fonts.ready;
  });

async function expectRoom(page: Page, size: { width: number; height: number }, screen: string): Promise<void> {
  await page.setViewportSize(size);
  await drawn(page);
  expect(await unfit(page), `at ${size.width} px: ${screen}`).toEqual([]);
}

async function expectToFit(page: Page, screen: string): Promise<void> {
  const { width: before = 0, height = 0 } = page.viewportSize() ?? {};
  // Phones are for fingers; 320 px are a large screen at 400 %.
  const letGo = await touched(page);
  await expectRoom(page, { width: 390, height: 844 }, screen);
  expect(await smallTargets(page), `too small for a finger: ${screen}`).toEqual([]);
  await spaceText(page, true);
  await expectRoom(page, { width: 390, height: 844 }, `${screen}, spaced`);
  await spaceText(page, false);
  await letGo();
  await expectRoom(page, { width: 320, height: 844 }, screen);
  await page.setViewportSize({ width: before, height });
}

export async function inspect(page: Page, locale: Locale, screen: string): Promise<void> {
  await expectWords(page, locale, screen);
  await expectAccessible(page, screen);
  await expectTargets(page, screen);
  await expectToFit(page, screen);
}
