import { demoSignIn } from '../house.ts';
import { expect, test } from './people.ts';
import { inspect, settled, sharedDemo, wordOf } from './screens.ts';

const demo = sharedDemo();

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`every page of settings in ${locale}: words, axe in both themes, and room on small screens`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const admin = await demoSignIn(demo().url, 'admin');
    await admin.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo().url}/channels`, admin);

    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'channels');
    await page
      .getByRole('button', { name: word('channels', 'connect') })
      .first()
      .click();
    const platforms = page.getByRole('dialog').getByRole('radio');
    await expect(platforms.first()).toBeVisible();
    for (const platform of await platforms.all()) {
      await platform.check();
      await inspect(page, locale, 'add a channel');
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: word('channels', 'teams.add') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'add a team');
    await page.keyboard.press('Escape');
    await page.goto(`${demo().url}/team`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'team');
    await page.getByRole('button', { name: word('team', 'invite') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'invite');
    await page.keyboard.press('Escape');
    await page.goto(`${demo().url}/snippets`);
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
    await page.goto(`${demo().url}/deadlines`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect(page, locale, 'deadlines');
    await page.getByRole('button', { name: word('deadlines', 'policies.add') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'add a deadline');
    await page.keyboard.press('Escape');
    for (const path of ['/profile', '/notifications', '/mail', '/api-docs']) {
      await page.goto(demo().url + path);
      await settled(page);
      await inspect(page, locale, path);
    }
    await page.goto(`${demo().url}/profile#keys`);
    await page.locator('#key-next-0').click();
    await page.keyboard.press('k');
    await expect(page.getByRole('alert')).toBeVisible();
    await inspect(page, locale, 'keys of one’s own');
    await page.goto(`${demo().url}/nowhere`);
    await expect(page.getByText(word('common', 'notFound.title'))).toBeVisible();
    await inspect(page, locale, 'not found');
  });
}
