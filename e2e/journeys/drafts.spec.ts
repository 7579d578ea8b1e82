import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type House, test, threadPane, untilLive } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '20' } });

async function arrive(house: House) {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const author = { externalId: 'sabine', name: 'Sabine Keller' };
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author })]);
  return { channel, anna };
}
const saved = (page: Page) => page.getByText('gespeichert');

async function inbox(house: House, open: (url: string, client: ApiClient) => Promise<Page>, person: ApiClient) {
  const page = await open(`${house.url}/inbox`, person);
  await expect(threadPane(page, 'Sabine Keller').getByText('Der Tee war kalt.')).toBeVisible();
  await untilLive(page);
  return page;
}

test('a draft outlives its tab, the server and the device', async ({ house, open }) => {
  const { anna } = await arrive(house);
  const first = await inbox(house, open, anna);
  await composer(first).fill('Das tut uns leid.');
  await expect(saved(first)).toBeVisible({ timeout: 3_000 });
  await first.close();

  const other = await inbox(house, open, anna);
  await expect(composer(other)).toHaveValue('Das tut uns leid.');
  await expect(other.getByRole('region', { name: 'Antwort-Check' })).toBeVisible();
  await house.kill();
  await composer(other).press('ControlOrMeta+End');
  await composer(other).pressSequentially(' Wirklich.');
  await house.start();
  await expect(saved(other)).toBeVisible({ timeout: 30_000 });
  const third = await inbox(house, open, anna);
  await expect(composer(third)).toHaveValue('Das tut uns leid. Wirklich.');

  await test.step('what goes on in one window stands in the other, which goes on from there', async () => {
    await untilLive(other);
    await composer(other).pressSequentially(' Sehr.');
    await expect(composer(third)).toHaveValue('Das tut uns leid. Wirklich. Sehr.');
    await composer(third).press('ControlOrMeta+End');
    await composer(third).pressSequentially(' Anna');
    await expect(saved(third)).toBeVisible();
    const whole = 'Das tut uns leid. Wirklich. Sehr. Anna';
    await expect(composer(third)).toHaveValue(whole);
    // Back in the first window, which has been written in a moment ago.
    await other.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(composer(other)).toHaveValue(whole);
    await expect(other.getByRole('region', { name: 'Sie haben an anderer Stelle' })).toHaveCount(0);
  });
});

test('a window that dies in the middle of a word loses nothing', async ({ house, open }) => {
  const { anna } = await arrive(house);
  const page = await inbox(house, open, anna);
  // As in a crash: nothing reaches the server any more.
  await page.context().route('**/drafts', (route) => route.abort());
  await composer(page).pressSequentially('Das tut u');
  await page.close({ runBeforeUnload: false });
  const again = await page.context().newPage();
  await again.goto(`${house.url}/inbox`);
  await expect(composer(again)).toHaveValue('Das tut u');
  await page.context().unroute('**/drafts');
  await expect(saved(again)).toBeVisible({ timeout: 20_000 });
  // On with it where it broke off.
  await again.keyboard.press('r');
  await again.keyboard.type('ns leid.');
  await expect(composer(again)).toHaveValue('Das tut uns leid.');
});

test('two windows with two texts: both are shown, and one’s choice is kept', async ({ house, open }) => {
  const { anna } = await arrive(house);
  const [one, two] = [await inbox(house, open, anna), await inbox(house, open, anna)];
  await one.getByRole('button', { name: 'Entwurf', exact: true }).click();
  await one.getByRole('menuitemradio', { name: 'Nur für mich' }).click();
  // Both begin at the same moment: the second is still being saved when the first one is.
  let save = () => {};
  const held = new Promise<void>((resolve) => (save = resolve));
  await two.route('**/drafts', async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await composer(two).fill('Guten Abend');
  await composer(one).fill('Guten Tag, Frau Keller');
  await expect(saved(one)).toBeVisible();
  save();
  const both = two.getByRole('region', { name: 'Sie haben an anderer Stelle etwas anderes geschrieben' });
  await expect(both).toContainText('Guten Tag, Frau Keller');
  await expect(both).toContainText('Guten Abend');
  await expectAccessible(two, 'two versions');
  await both.getByRole('button', { name: 'Beide untereinander' }).click();
  await expect(composer(two)).toHaveValue('Guten Tag, Frau Keller\n\nGuten Abend');
  await expect(saved(two)).toBeVisible();
  await expect(two.getByText('nur für mich')).toBeVisible();

  await two.getByRole('button', { name: 'Entwurf', exact: true }).click();
  await two.getByRole('menuitem', { name: 'Frühere Fassungen' }).click();
  const earlier = two.getByRole('dialog', { name: 'Frühere Fassungen' });
  await expectAccessible(two, 'earlier texts');
  await earlier
    .getByRole('listitem')
    .filter({ hasText: 'Guten Tag, Frau Keller' })
    .first()
    .getByRole('button', { name: 'Wieder einsetzen' })
    .click();
  await expect(composer(two)).toHaveValue('Guten Tag, Frau Keller');
});

test('an answer that is taken back is a draft again; a private draft is nobody else’s', async ({ house, open }) => {
  const { anna, channel } = await arrive(house);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  const [annas, bens] = [await inbox(house, open, anna), await inbox(house, open, ben)];
  await composer(annas).fill('Das tut uns leid.');
  await composer(annas).press('ControlOrMeta+Enter');
  await expect(composer(annas)).toHaveValue('');
  await annas
    .getByRole('button', { name: /^Rückgängig/ })
    .first()
    .click();
  await expect(composer(annas)).toHaveValue('Das tut uns leid.');
  const along = bens.getByRole('region', { name: 'Entwürfe im Team' });
  await expect(along).toBeVisible();

  await annas.getByRole('button', { name: 'Entwurf', exact: true }).click();
  await annas.getByRole('menuitemradio', { name: 'Nur für mich' }).click();
  await expect(annas.getByText('nur für mich')).toBeVisible();
  await expect(along).toHaveCount(0);
});
