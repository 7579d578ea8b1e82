import type { BrowserContext, Page } from '@playwright/test';
import { demoSignIn } from '../house.ts';
import { composer, expect, queueRows, test } from './people.ts';
import { pseudo, speakPseudo, unreadable } from './pseudo.ts';
import { drawn, settled, sharedDemo, sharedServer, unfit, wordOf } from './screens.ts';

const demo = sharedDemo();
const empty = sharedServer();
const word = (area: string, path: string) => pseudo(wordOf('en', area, path));
const pages = [
  ...['/wall', '/reports?by=channel', '/radar', '/audit', '/codetermination', '/channels', '/team', '/snippets'],
  ...['/deadlines', '/mail', '/profile', '/notifications', '/api-docs', '/review?view=settings', '/nowhere'],
];

/** What opens on them. */
const dialogs = [
  ['/channels', 'channels', 'connect'],
  ['/team', 'team', 'invite'],
  ['/reports', 'reports', 'schedules.open'],
  ['/deadlines', 'deadlines', 'policies.add'],
] as const;

const faults: string[] = [];
test.beforeEach(() => void faults.splice(0));
const wide = { width: 1280, height: 800 };

/** What finds no room, of all screens: so one run tells everything. */
async function lookAt(page: Page, screen: string): Promise<void> {
  await settled(page);
  for (const width of [wide.width, 360]) {
    await page.setViewportSize({ width, height: wide.height });
    await drawn(page);
    for (const one of [...(await unfit(page)), ...(await unreadable(page))])
      faults.push(`${screen} at ${width} px: ${one}`);
  }
  await page.setViewportSize(wide);
}

test('longer words than those of our languages find room on every screen', async ({ open }) => {
  test.setTimeout(120_000);
  const admin = await demoSignIn(demo().url, 'admin');
  await admin.call('PATCH', '/api/me', { locale: 'en', theme: 'light' });
  const page = await open(`${demo().url}/api/door`, admin, { locale: 'en-GB', viewport: wide });
  await speakPseudo(page.context());

  await page.goto(`${demo().url}/inbox`);
  await expect.poll(() => queueRows(page).count()).toBeGreaterThan(5);
  await expect(composer(page)).toBeVisible();
  await lookAt(page, 'inbox');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: word('keys', 'title') })).toBeVisible();
  await lookAt(page, 'help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: word('keys', 'palette.title') })).toBeVisible();
  await lookAt(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog')).toContainText(word('inbox', 'resolveDialog.title'));
  await lookAt(page, 'resolve dialog');
  await page.keyboard.press('Escape');
  for (const path of pages) {
    await page.goto(demo().url + path);
    await expect(page.locator('main')).toContainText('[');
    await lookAt(page, path);
  }
  for (const [path, area, button] of dialogs) {
    await page.goto(demo().url + path);
    await page
      .getByRole('button', { name: word(area, button) })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await lookAt(page, `${path}: ${button}`);
  }
  expect(faults).toEqual([]);
});

for (const fonts of ['with our fonts', 'before our fonts came'])
  test(`and before the door, ${fonts}`, async ({ open }) => {
    const speak = async (context: BrowserContext) => {
      await speakPseudo(context);
      if (fonts === 'before our fonts came') await context.route(/\.woff2$/, (route) => route.abort());
    };
    const admin = await demoSignIn(demo().url, 'admin');
    const outside = await open(`${demo().url}/api/door`, undefined, { locale: 'en-GB', viewport: wide });
    await speak(outside.context());
    await outside.goto(`${demo().url}/sign-in`);
    await expect(outside.getByRole('button', { name: word('sign-in', 'demo.admin') })).toBeVisible();
    await lookAt(outside, 'sign-in');
    const { link } = await admin.call<{ link: string }>('POST', '/api/invitations', {
      ...{ name: 'Nora Neumann', email: `nora-${fonts.length}@sonnenblick.example`, role: 'agent', channelIds: [] },
    });
    await outside.goto(new URL(link, demo().url).href);
    // The house speaks German, until its guest chooses.
    await expect(outside.getByRole('combobox')).toHaveValue('de');
    await outside.getByRole('combobox').selectOption('en');
    await expect(outside.getByRole('button', { name: word('invitation', 'submit') })).toBeVisible();
    await lookAt(outside, 'invitation');
    const first = await open(`${empty().url}/api/door`, undefined, { locale: 'en-GB', viewport: wide });
    await speak(first.context());
    await first.goto(empty().setupLink ?? '');
    await expect(first.getByRole('heading', { name: word('set-up', 'heading') })).toBeVisible();
    await lookAt(first, 'set-up');
    expect(faults).toEqual([]);
  });
