import { chromium, type Page } from '@playwright/test';
import { io } from 'socket.io-client';
import { browserLaunch } from '../browser.ts';
import { addApiChannel, founder, openAlways, push, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { weighScripts } from '../script-weight.ts';
import { pushed } from './comments.ts';
import { ms, quantile, report } from './table.ts';

const ROUNDS = 40;
const COLD_LOADS = 7;

/** What a person in front of the screen waits for. */
export async function benchBrowser(): Promise<void> {
  const server = await startServer();
  const admin = await setUp(server);
  await openAlways(admin);
  const { token } = await addApiChannel(admin);
  await push(
    server.url,
    token,
    Array.from({ length: 20 }, (_, i) => pushed('before', i)),
  );
  const { headers } = await signIn(server.url, founder.email, founder.password);
  // Harsher and, each time, older than all before: due first, so on the first page, where it is seen.
  let age = 60 * 60;
  const say = (name: string, i: number) => {
    const body = `Nie wieder! Das Zimmer war schmutzig und niemand hat geholfen. Nr. ${i}`;
    return push(server.url, token, [{ ...pushed(name, i), body, postedAt: ago(age++) }]);
  };

  report(
    'Comment accepted → told on a socket, p95',
    ms(quantile(await socketDelays(server.url, headers, say), 0.95)),
    '≤ 14 ms',
  );
  const browser = await chromium.launch(browserLaunch());
  const state = { cookies: [cookieOf(headers, server.url)], origins: [] };
  const context = await browser.newContext({
    storageState: state,
    locale: 'de-DE',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('[role=row]').first().waitFor();
  report(
    'Comment accepted → visible in the browser, p95',
    ms(quantile(await visibleDelays(page, say), 0.95)),
    '≤ 150 ms',
  );
  await context.close();

  const cold: number[] = [];
  let bytes = 0;
  for (let i = 0; i < COLD_LOADS; i++) {
    const fresh = await browser.newContext({
      storageState: state,
      locale: 'de-DE',
      viewport: { width: 1440, height: 900 },
    });
    const loaded = await coldLoad(await fresh.newPage(), server.url);
    cold.push(loaded.ms);
    bytes = loaded.scriptBytes;
    await fresh.close();
  }
  await browser.close();
  await server.stop();
  removeDataDir(server.dataDir);
  report('JavaScript of the inbox, gzipped', `${Math.round(bytes / 1000)} KB`, '≤ 200 KB');
  report('Inbox with rows visible, empty cache, median of 7', ms(quantile(cold, 0.5)), '≤ 480 ms');
}

type Say = (name: string, i: number) => Promise<Response>;

/** From the answer "durable" to the fact on another connection. */
async function socketDelays(url: string, headers: Readonly<Record<string, string>>, say: Say): Promise<number[]> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie: headers.cookie ?? '' } });
  await new Promise<void>((resolve) => socket.once('facts', () => resolve()));
  const delays: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i++) {
    const told = new Promise<number>((resolve) => socket.once('facts', () => resolve(performance.now())));
    await say('socket', i);
    const accepted = performance.now();
    delays.push(Math.max(0, (await told) - accepted));
  }
  socket.disconnect();
  return delays;
}

/** From the answer "durable" until the page says that there is something new. */
async function visibleDelays(page: Page, say: Say): Promise<number[]> {
  const delays: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const shown = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const grid = document.querySelector('main');
          const before = grid?.textContent;
          const seen = new MutationObserver(() => {
            if (grid?.textContent === before) return;
            seen.disconnect();
            requestAnimationFrame(() => resolve(Date.now()));
          });
          seen.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
    );
    await page.waitForTimeout(30);
    await say('seen', i);
    const accepted = Date.now();
    delays.push(Math.max(0, (await shown) - accepted));
  }
  return delays;
}

/** Asks the page itself, from the start of the navigation until the first row is drawn. */
async function coldLoad(page: Page, url: string): Promise<{ ms: number; scriptBytes: number }> {
  const weight = weighScripts(page);
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[role=row]')) document.documentElement.dataset.rowsAt = String(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(url);
  await page.locator('html[data-rows-at]').waitFor();
  const ms = Number(await page.locator('html').getAttribute('data-rows-at'));
  await page.waitForLoadState('networkidle');
  return { ms, scriptBytes: await weight() };
}

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

export function cookieOf(headers: Readonly<Record<string, string>>, url: string) {
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  const { hostname } = new URL(url);
  return {
    name,
    value,
    domain: hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax' as const,
  };
}
