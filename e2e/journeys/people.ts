// A house of its own for each journey, and people in it: everybody in a browser of their own, signed in without the form.
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@stammgast/shared/domain/permissions';
import {
  type ApiClient,
  newDataDir,
  openAlways,
  removeDataDir,
  type ServerProcess,
  setUp,
  signIn,
  startServer,
} from '../house.ts';

export interface House {
  readonly url: string;
  /** The first administrator, Eva Brandt, without a browser. */
  readonly admin: ApiClient;
  /** Invites somebody and accepts for them. */
  invite(name: string, role: Role, channelIds: readonly string[]): Promise<ApiClient>;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and at the same address. */
  start(): Promise<void>;
}

export interface Journey {
  /** Environment of the server. */
  env: Readonly<Record<string, string>>;
  house: House;
  /** Opens a browser; with a client, as the person who is signed in there. */
  open(url: string, client?: ApiClient, options?: BrowserContextOptions): Promise<Page>;
}

const password = 'Kuchen-im-Wintergarten-4';

export const test = base.extend<Journey>({
  env: [{}, { option: true }],
  house: async ({ env }, use) => {
    const dataDir = newDataDir();
    let server: ServerProcess = await startServer({ dataDir, env });
    const port = Number(new URL(server.url).port);
    const admin = await setUp(server);
    // Whenever the journey runs: clocks do.
    await openAlways(admin);
    await use({
      url: server.url,
      admin,
      invite: (name, role, channelIds) => invite(server.url, admin, { name, role, channelIds }),
      kill: () => server.kill(),
      start: async () => {
        server = await startServer({ dataDir, env, port });
      },
    });
    await server.stop();
    removeDataDir(dataDir);
  },
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const trouble: string[] = [];
    await use(async (url, client, options) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.push(context);
      await slowLine(context);
      await noticeTrouble(context, new URL(url).origin, trouble);
      if (client) await context.addCookies([cookieOf(client, url)]);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(trouble, 'what went wrong in the background').toEqual([]);
  },
});

export { expect };

/** From now on the page waits for each frame as on a busy machine: what a key does must not hang on one. */
export const slowScreen = (page: Page) =>
  page.evaluate(() => {
    window.requestAnimationFrame = (run) => window.setTimeout(() => run(performance.now()), 500);
  });

function cookieOf(client: ApiClient, url: string) {
  const [name = '', value = ''] = (client.headers.cookie ?? '').split('=');
  return { name, value, url: new URL(url).origin };
}

async function invite(
  url: string,
  admin: ApiClient,
  person: { name: string; role: Role; channelIds: readonly string[] },
): Promise<ApiClient> {
  const email = `gast${Math.random().toString(36).slice(2)}@sonnenblick.example`;
  const { link } = await admin.call<{ link: string }>('POST', '/api/invitations', { ...person, email });
  const token = new URL(link, url).pathname.split('/').at(-1);
  const answer = await fetch(`${url}/api/invitations/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: person.name, password, locale: 'de' }),
  });
  if (!answer.ok) throw new Error(`the invitation answered ${answer.status}: ${await answer.text()}`);
  return signIn(url, email, password);
}

export const longestWaitMs = Number(process.env.STAMMGAST_SLOW_LINE ?? 0);

/** STAMMGAST_SLOW_LINE=1500: each request for data or code waits up to 1.5 s, so that they arrive in another order each time. */
async function slowLine(context: BrowserContext): Promise<void> {
  if (longestWaitMs === 0) return;
  await context.route(/\/api\/|\/assets\//, async (route) => {
    await setTimeout(Math.random() ** 2 * longestWaitMs);
    // Whoever has left the page meanwhile waits for nothing.
    await route.continue().catch(() => undefined);
  });
}

/** A refused request or a server that is away is part of some journeys; everything else on the console is not. */
const expected = /^Failed to load resource|^WebSocket connection to/;

/** Collects what no page of ours may do: errors, dialogs, broken content security policy, requests to others. */
async function noticeTrouble(context: BrowserContext, origin: string, trouble: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) trouble.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => trouble.push(`error: ${error.error().stack}`));
  context.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(origin).host) trouble.push(`request: ${request.url()}`);
  });
}

/** Waits until facts arrive by themselves: what happens from now on is seen without asking. */
export const untilLive = (page: Page) =>
  expect(page.getByRole('button', { name: /^Live · (Stand|as of)/ })).toBeVisible();

export const composer = (page: Page) => page.locator('#composer-paper');
export const threadPane = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`, ${name}$`) });
export const queueRows = (page: Page) => page.getByRole('grid').getByRole('row');
export const rowOf = (page: Page, name: string) => queueRows(page).filter({ hasText: name });

/** The status of the thread of somebody outside. */
export const statusOf = async (client: ApiClient, name: string) => {
  const { threads } = await client.call<{ threads: { author: { name: string }; status: string }[] }>(
    'GET',
    '/api/threads?q=',
  );
  return threads.find((thread) => thread.author.name === name)?.status;
};
