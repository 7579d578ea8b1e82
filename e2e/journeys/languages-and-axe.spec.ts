import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type ApiClient, demoSignIn, removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { composer, expect, queueRows, test } from './people.ts';

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

/** The word of the catalogue, by its path in an area. */
function wordOf(locale: Locale, area: string, path: string): string {
  const catalogue: unknown = JSON.parse(readFileSync(join(catalogues, locale, `${area}.json`), 'utf8'));
  const found = path
    .split('.')
    .reduce((at, name) => (at as Record<string, unknown> | undefined)?.[name], catalogue as unknown);
  if (typeof found !== 'string') throw new Error(`no word ${area}.${path} in ${locale}`);
  return found;
}

let demo: ServerProcess;
let empty: ServerProcess;
test.beforeAll(async () => {
  demo = await startServer({ env: { STAMMGAST_DEMO: '1' } });
  empty = await startServer();
});
test.afterAll(async () => {
  for (const server of [demo, empty].filter(Boolean)) {
    await server.stop();
    removeDataDir(server.dataDir);
  }
});

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

async function expectWords(page: Page, locale: Locale, screen: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.lang), screen).toBe(locale);
  const text = await everyWord(page);
  const keys = new RegExp(`(?<![\\w./@-])(${groups.join('|')})[.:][a-z][\\w.-]*`, 'g');
  expect(text.match(keys) ?? [], `keys without words: ${screen}`).toEqual([]);
  expect(text, screen).not.toMatch(/\{\{|\}\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/);
}

/** Colours change gradually; what is in between is neither of the themes. */
const untilAtRest = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map((one) => one.finished));
  });

async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilAtRest(page);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const bad = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, where: nodes.slice(0, 5).map((node) => [node.html, node.failureSummary]) }));
    expect(bad, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** What stands out to the side, and what is cut off below. */
const unfit = (page: Page) =>
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

async function expectToFit(page: Page, screen: string): Promise<void> {
  const { width: before = 0, height = 0 } = page.viewportSize() ?? {};
  for (const [width, spaced] of [
    [390, false],
    [390, true],
    [320, false],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await spaceText(page, spaced);
    // Charts are drawn anew for the room they have, one frame later.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await unfit(page), `at ${width} px${spaced ? ', spaced' : ''}: ${screen}`).toEqual([]);
  }
  await page.setViewportSize({ width: before, height });
}

async function inspect(page: Page, locale: Locale, screen: string): Promise<void> {
  await expectWords(page, locale, screen);
  await expectAccessible(page, screen);
  await expectToFit(page, screen);
}

interface Submitted {
  readonly threadId: string;
  readonly replyId: string;
}

/** An answer that waits for a second person, in a thread that both see. */
async function submitted(agent: ApiClient, lead: ApiClient): Promise<Submitted> {
  const rowsOf = (client: ApiClient) =>
    client.call<{ threads: { id: string; said: number; replyState: string | null }[] }>('GET', '/api/threads?limit=50');
  const seen = new Set((await rowsOf(lead)).threads.map(({ id }) => id));
  const free = (await rowsOf(agent)).threads.filter(({ id, replyState }) => seen.has(id) && replyState === null);
  for (const { id: threadId, said } of free) {
    const thread = await agent.call<{
      channel: { can: { reply: string } };
      comments: { id: string; author: { own: boolean } }[];
      replies: unknown[];
    }>('GET', `/api/threads/${threadId}`);
    const commentId = thread.comments.findLast(({ author }) => !author.own)?.id;
    if (thread.channel.can.reply === 'none' || thread.replies.length > 0 || !commentId) continue;
    const body = { commentId, body: 'Das tut uns leid.', idempotencyKey: crypto.randomUUID(), approval: true, said };
    const { id: replyId } = await agent.call<{ id: string }>('POST', `/api/threads/${threadId}/replies`, body);
    return { threadId, replyId };
  }
  throw new Error('the demo has no thread to answer');
}

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`every page of the house in ${locale}: words, axe in both themes, and room on small screens`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const admin: ApiClient = await demoSignIn(demo.url, 'admin');
    await admin.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo.url}/inbox`, admin);
    const heading = () => page.getByRole('heading', { level: 1 }).first();

    await expect.poll(() => queueRows(page).count()).toBeGreaterThan(5);
    await expect(composer(page)).toBeVisible();
    await inspect(page, locale, 'inbox with a thread');
    // Guests are read aloud in their own language, whatever the house speaks.
    for (const text of ['.voice', '.snip']) await expect(page.locator(`${text}[lang="de"]`).first()).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${demo.url}/inbox`);
    await expect.poll(() => queueRows(page).count()).toBeGreaterThan(3);
    await inspect(page, locale, 'inbox on a small screen');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(composer(page)).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: word('keys', 'title') })).toBeVisible();
    await inspect(page, locale, 'help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: word('keys', 'palette.title') })).toBeVisible();
    await inspect(page, locale, 'palette');
    await page.keyboard.type('xyzzy');
    await expect(page.getByRole('option')).toHaveCount(0);
    await inspect(page, locale, 'palette without an answer');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog')).toContainText(word('inbox', 'resolveDialog.title'));
    await inspect(page, locale, 'resolve dialog');
    await page.keyboard.press('Escape');
    for (const state of ['waiting', 'done', 'attention', 'overdue']) {
      await page.goto(`${demo.url}/inbox?q=is:${state}`);
      await expect(page.getByRole('region', { name: word('inbox', 'queue') })).toBeVisible();
      await expect.poll(() => page.locator('[aria-busy="true"], .skel').count()).toBe(0);
      await expectWords(page, locale, `inbox ${state}`);
    }

    await page.goto(`${demo.url}/wall`);
    await expect(page.locator('.figures')).toBeVisible();
    await inspect(page, locale, 'wall');
    await page.goto(`${demo.url}/reports?by=channel`);
    await expect(page.locator('.multiples')).toBeVisible();
    await inspect(page, locale, 'reports');
    await page.getByRole('button', { name: word('reports', 'asTable') }).click();
    await page.getByRole('button', { name: word('reports', 'schedules.open') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'reports by e-mail');
    await page.keyboard.press('Escape');
    await page.goto(`${demo.url}/channels`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'channels');
    await page
      .getByRole('button', { name: word('channels', 'connect') })
      .first()
      .click();
    for (const platform of await page.getByRole('dialog').getByRole('radio').all()) {
      await platform.check();
      await inspect(page, locale, 'add a channel');
    }
    await page.keyboard.press('Escape');
    await page.goto(`${demo.url}/team`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'team');
    await page.getByRole('button', { name: word('team', 'invite') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'invite');
    await page.keyboard.press('Escape');
    await page.goto(`${demo.url}/snippets`);
    await expect(page.getByRole('table').or(page.locator('.empty')).first()).toBeVisible();
    await inspect(page, locale, 'snippets');
    await page
      .getByRole('button', { name: word('snippet-page', 'add') })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('dialog').getByLabel(word('snippet-page', 'form.name')).fill('Anrede');
    await inspect(page, locale, 'add a snippet');
    await page.keyboard.press('Escape');
    await page.goto(`${demo.url}/deadlines`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'deadlines');
    await page.getByRole('button', { name: word('deadlines', 'policies.add') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'add a deadline');
    await page.keyboard.press('Escape');
    for (const path of ['/profile', '/notifications', '/mail', '/radar', '/codetermination', '/audit', '/api-docs']) {
      await page.goto(demo.url + path);
      await expect(heading()).toBeVisible();
      await expect.poll(() => page.locator('.skel').count()).toBe(0);
      await inspect(page, locale, path);
    }
    await page.goto(`${demo.url}/profile#keys`);
    await page.locator('#key-next-0').click();
    await page.keyboard.press('k');
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, locale, 'keys of one’s own');
    await page.goto(`${demo.url}/nowhere`);
    await expect(page.getByText(word('common', 'notFound.title'))).toBeVisible();
    await inspect(page, locale, 'not found');
  });

  test(`the review in ${locale}: words, axe in both themes, and room on small screens`, async ({ open }) => {
    test.setTimeout(240_000);
    const [agent, supervisor, admin] = await Promise.all(
      (['agent', 'supervisor', 'admin'] as const).map((role) => demoSignIn(demo.url, role)),
    );
    for (const client of [agent, supervisor, admin])
      await client?.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo.url}/review`, supervisor);
    const settled = () => expect.poll(() => page.locator('[aria-busy="true"], .skel').count()).toBe(0);
    await expect(page.locator('.criterion')).toHaveCount(5);
    await inspect(page, locale, 'scorecard');
    await page.getByRole('button', { name: word('review', 'draw.again') }).click();
    await expect(page.getByRole('dialog', { name: word('review', 'draw.title') })).toBeVisible();
    await inspect(page, locale, 'the draw');
    await page.keyboard.press('Escape');
    for (const key of ['1', '2', '2', '2', '2', '2', 'ControlOrMeta+Enter']) await page.keyboard.press(key);
    await expect(page.locator('.hints')).toBeVisible();
    await inspect(page, locale, 'saved review');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${demo.url}/review`);
    await expect(page.locator('.sample .row').first()).toBeVisible();
    await inspect(page, locale, 'sample on a small screen');
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const view of ['disputed', 'done', 'quality', 'examples', 'calibration']) {
      await page.goto(`${demo.url}/review?view=${view}`);
      await settled();
      await inspect(page, locale, `review: ${view}`);
    }
    await page.goto(`${demo.url}/review?view=calibration`);
    await page.locator('.begin select').selectOption({ index: 2 });
    await page.getByRole('button', { name: word('review', 'calibration.begin') }).click();
    await page
      .getByRole('button', { name: word('review', 'calibration.close') })
      .first()
      .click();
    await expect(page.locator('.three').first()).toBeVisible();
    await inspect(page, locale, 'a calibration');
    const own = await open(`${demo.url}/review`, agent);
    await own
      .getByRole('button', { name: word('review', 'dispute.raise') })
      .first()
      .click();
    await inspect(own, locale, 'own reviews');
    const settings = await open(`${demo.url}/review?view=settings`, admin);
    await expect(settings.locator('form')).toBeVisible();
    await inspect(settings, locale, 'settings of the review');
  });

  test(`what waits for a second person, and the page of a guest in ${locale}`, async ({ open }) => {
    test.setTimeout(180_000);
    const [agent, lead] = [await demoSignIn(demo.url, 'agent'), await demoSignIn(demo.url, 'lead')];
    for (const client of [agent, lead]) await client.call('PATCH', '/api/me', { locale, theme: 'system' });
    const { threadId, replyId } = await submitted(agent, lead);
    const page = await open(`${demo.url}/inbox/${threadId}`, lead);
    const button = (path: string) => page.locator('.approval').getByRole('button', { name: word('approval', path) });
    await expect(button('approve')).toBeVisible();
    await inspect(page, locale, 'waiting answer');
    for (const [path, title] of [
      ['change', 'changeDialog.title'],
      ['reject', 'rejectDialog.title'],
      ['askGuest', 'guestDialog.title.approve'],
    ] as const) {
      await button(path).first().click();
      await expect(page.getByRole('dialog', { name: word('approval', title) })).toBeVisible();
      await inspect(page, locale, title);
      if (path !== 'askGuest') await page.keyboard.press('Escape');
    }
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: word('approval', 'guestDialog.name') }).fill('Dr. Huber');
    await dialog.getByRole('button', { name: word('approval', 'guestDialog.submit') }).click();
    await expect(dialog.getByRole('textbox', { name: word('approval', 'link.label') })).toBeVisible();
    await inspect(page, locale, 'link for a guest');
    const link = await dialog.getByRole('textbox').inputValue();
    await page.keyboard.press('Escape');

    const guest = await open(link, undefined, { locale: locale === 'de' ? 'de-DE' : 'en-GB' });
    for (const way of ['approve', 'change', 'reject']) {
      await guest.getByRole('radio', { name: word('guest', `decide.${way}`) }).check();
      await inspect(guest, locale, `guest: ${way}`);
    }
    await lead.call('POST', `/api/replies/${replyId}/rejection`, { version: 1, remark: 'Bitte genauer.' });
    await expect(page.locator('.approval-remark')).toBeVisible();
    await inspect(page, locale, 'answer that was given back');
    await guest.reload();
    await expect(guest.getByRole('heading', { name: word('guest', 'closed.title') })).toBeVisible();
    await inspect(guest, locale, 'guest: closed');

    const writing = await submitted(agent, lead);
    await agent.call('POST', `/api/replies/${writing.replyId}/undo`);
    await page.goto(`${demo.url}/inbox/${writing.threadId}`);
    await page.getByRole('button', { name: word('common', 'more') }).click();
    await page.getByRole('menuitem', { name: word('inbox', 'writeOutside') }).click();
    await dialog.getByRole('textbox', { name: word('approval', 'guestDialog.name') }).fill('Dr. Huber');
    await inspect(page, locale, 'guestDialog.title.write');
    await dialog.getByRole('button', { name: word('approval', 'guestDialog.submit') }).click();
    await guest.goto(await dialog.getByRole('textbox', { name: word('approval', 'link.label') }).inputValue());
    await guest.getByRole('textbox').fill('Guten Tag.');
    await inspect(guest, locale, 'guest: write');
    await guest.getByRole('button', { name: word('guest', 'write.submit') }).click();
    await expect(guest.getByRole('heading', { name: word('guest', 'thanks.title') })).toBeVisible();
    await inspect(guest, locale, 'guest: thanks');
  });

  test(`every page before the door in ${locale}: words, axe in both themes, and room on small screens`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const options = { locale: locale === 'de' ? 'de-DE' : 'en-GB' };
    const page = await open(`${demo.url}/sign-in`, undefined, options);
    await expect(page.getByRole('button', { name: word('sign-in', 'demo.admin') })).toBeVisible();
    await inspect(page, locale, 'sign-in');

    const admin = await demoSignIn(demo.url, 'admin');
    const { link } = await admin.call<{ link: string }>('POST', '/api/invitations', {
      name: 'Nora Neumann',
      email: `nora-${locale}@sonnenblick.example`,
      role: 'agent',
      channelIds: [],
    });
    await page.goto(new URL(link, demo.url).href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hotel Sonnenblick');
    await page.getByRole('combobox').selectOption(locale);
    await expect(page.getByRole('button', { name: word('invitation', 'submit') })).toBeVisible();
    await inspect(page, locale, 'invitation');

    const first = await open(empty.setupLink ?? '', undefined, options);
    await expect(first.getByRole('heading', { name: word('set-up', 'heading') })).toBeVisible();
    await inspect(first, locale, 'set-up');
  });
}
