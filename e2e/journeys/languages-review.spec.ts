import { demoSignIn } from '../house.ts';
import { expect, test } from './people.ts';
import { inspect, settled, sharedDemo, wordOf } from './screens.ts';

const demo = sharedDemo();

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`the review in ${locale}: words, axe in both themes, and room on small screens`, async ({ open }) => {
    test.setTimeout(240_000);
    const [agent, supervisor, admin] = await Promise.all(
      (['agent', 'supervisor', 'admin'] as const).map((role) => demoSignIn(demo().url, role)),
    );
    for (const client of [agent, supervisor, admin])
      await client?.call('PATCH', '/api/me', { locale, theme: 'system' });
    const page = await open(`${demo().url}/review`, supervisor);
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
    await page.goto(`${demo().url}/review`);
    await expect(page.locator('.sample .row').first()).toBeVisible();
    await inspect(page, locale, 'sample on a small screen');
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const view of ['disputed', 'done', 'quality', 'examples', 'calibration']) {
      await page.goto(`${demo().url}/review?view=${view}`);
      await settled(page);
      await inspect(page, locale, `review: ${view}`);
    }
    await page.goto(`${demo().url}/review?view=calibration`);
    await page.locator('.begin select').selectOption({ index: 2 });
    await page.getByRole('button', { name: word('review', 'calibration.begin') }).click();
    await page
      .getByRole('button', { name: word('review', 'calibration.close') })
      .first()
      .click();
    await expect(page.locator('.three').first()).toBeVisible();
    await inspect(page, locale, 'a calibration');
    const own = await open(`${demo().url}/review`, agent);
    await own
      .getByRole('button', { name: word('review', 'dispute.raise') })
      .first()
      .click();
    await inspect(own, locale, 'own reviews');
    const settings = await open(`${demo().url}/review?view=settings`, admin);
    await expect(settings.locator('form')).toBeVisible();
    await inspect(settings, locale, 'settings of the review');
  });
}
