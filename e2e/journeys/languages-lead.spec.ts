import { demoSignIn } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './people.ts';
import { expectWords, inspect, settled, sharedDemo, wordOf } from './screens.ts';

const demo = sharedDemo();

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`wall, reports, radar and trail in ${locale}: words, axe in both themes, and room on small screens`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const admin = await demoSignIn(demo().url, 'admin');
    await admin.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo().url}/wall`, admin);

    await expect(page.locator('.figures')).toBeVisible();
    await inspect(page, locale, 'wall');
    await page.goto(`${demo().url}/wall?tv=1`);
    await expect(page.locator('.on-tv .figures')).toBeVisible();
    // It hangs on a wall: no phone shows it.
    await expectWords(page, locale, 'wall on a screen');
    await expectAccessible(page, 'wall on a screen');
    await page.goto(`${demo().url}/reports?by=channel`);
    await expect(page.locator('.multiples')).toBeVisible();
    await inspect(page, locale, 'reports');
    await page.getByRole('button', { name: word('reports', 'asTable') }).click();
    await page.getByRole('button', { name: word('reports', 'schedules.open') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, locale, 'reports by e-mail');
    await page.keyboard.press('Escape');
    // Calm or not at this hour of the demo: the most words that there are for it have to find room.
    await page.route('**/api/radar', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), level: 2 } });
    });
    for (const path of ['/radar', '/codetermination', '/audit']) {
      await page.goto(demo().url + path);
      await settled(page);
      await inspect(page, locale, path);
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
