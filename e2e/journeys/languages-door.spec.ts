import { demoSignIn } from '../house.ts';
import { expect, test } from './people.ts';
import { inspect, sharedDemo, sharedServer, wordOf } from './screens.ts';

const demo = sharedDemo();
const empty = sharedServer();

for (const locale of ['de', 'en'] as const) {
  const word = (area: string, path: string) => wordOf(locale, area, path);

  test(`every page before the door in ${locale}: words, axe in both themes, and room on small screens`, async ({
    open,
  }) => {
    test.setTimeout(120_000);
    const options = { locale: locale === 'de' ? 'de-DE' : 'en-GB' };
    const page = await open(`${demo().url}/sign-in`, undefined, options);
    await expect(page.getByRole('button', { name: word('sign-in', 'demo.admin') })).toBeVisible();
    await inspect(page, locale, 'sign-in');

    const admin = await demoSignIn(demo().url, 'admin');
    const { link } = await admin.call<{ link: string }>('POST', '/api/invitations', {
      name: 'Nora Neumann',
      email: `nora-${locale}@sonnenblick.example`,
      role: 'agent',
      channelIds: [],
    });
    await page.goto(new URL(link, demo().url).href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hotel Sonnenblick');
    // The house speaks German, until somebody chooses.
    await expect(page.getByRole('combobox')).toHaveValue('de');
    await page.getByRole('combobox').selectOption(locale);
    await expect(page.getByRole('button', { name: word('invitation', 'submit') })).toBeVisible();
    await inspect(page, locale, 'invitation');

    const first = await open(empty().setupLink ?? '', undefined, options);
    await expect(first.getByRole('heading', { name: word('set-up', 'heading') })).toBeVisible();
    await inspect(first, locale, 'set-up');
  });
}
