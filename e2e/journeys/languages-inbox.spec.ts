import { demoSignIn } from '../house.ts';
import { composer, expect, queueRows, test } from './people.ts';
import { expectWords, inspect, settled, sharedDemo, wordOf } from './screens.ts';

const demo = sharedDemo();

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`the inbox in ${locale}: words, axe in both themes, and room on small screens`, async ({ open }) => {
    test.setTimeout(240_000);
    const admin = await demoSignIn(demo().url, 'admin');
    await admin.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo().url}/inbox`, admin);

    await expect.poll(() => queueRows(page).count()).toBeGreaterThan(5);
    await expect(composer(page)).toBeVisible();
    await inspect(page, locale, 'inbox with a thread');
    // Guests are read aloud in their own language, whatever the house speaks.
    for (const text of ['.voice', '.snip']) await expect(page.locator(`${text}[lang="de"]`).first()).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${demo().url}/inbox`);
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
      await page.goto(`${demo().url}/inbox?q=is:${state}`);
      await expect(page.getByRole('region', { name: word('inbox', 'queue') })).toBeVisible();
      await settled(page);
      await expectWords(page, locale, `inbox ${state}`);
    }
  });
}
