// What people know better than the platform: one thread made of two, and two made of one.
import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, queueRows, rowOf, test, threadPane, untilLive } from './people.ts';

const toast = (page: Page, words: RegExp | string) => page.locator('.toast').filter({ hasText: words });
const choose = async (page: Page, item: string) => {
  await page
    .getByRole('region', { name: /^Gespräch \d+/ })
    .getByRole('button', { name: 'Weitere Aktionen', exact: true })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('threads are merged and split by hand, each can be taken back, and an open page follows', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  const sabine = { externalId: 'sabine', name: 'Sabine Keller' };
  const root = guestSays('Das Zimmer war kalt.', { author: sabine });
  await deliver(house.url, channel.token, [
    root,
    guestSays('Die Sauna war auch zu!', { author: { externalId: 'jens', name: 'Jens Albrecht' } }),
    guestSays('Wann öffnet die Bar?', {
      author: { externalId: 'lena', name: 'Lena Berg' },
      parentExternalId: root.externalId,
      post: root.post,
    }),
  ]);
  const page = await open(`${house.url}/inbox`, anna);
  await rowOf(page, 'Sabine Keller').click();
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);
  const bens = await open(`${house.url}/inbox`, ben);
  await rowOf(bens, 'Jens Albrecht').click();
  await expect(threadPane(bens, 'Jens Albrecht')).toBeVisible();
  await composer(bens).fill('Das klären wir.');

  await test.step('merge: found by name, and Ben’s page goes along with what he was writing', async () => {
    await choose(page, 'Verbinden mit …');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nummer oder Name').fill('albrecht');
    await dialog.getByRole('checkbox', { name: /Jens Albrecht/ }).check();
    await expectAccessible(page, 'merging and splitting');
    await dialog.getByRole('button', { name: '1 Gespräch verbinden' }).click();
    await expect(toast(page, '1 Gespräch verbunden')).toBeVisible();
    await expect(queueRows(page)).toHaveCount(1);
    await expect(threadPane(page, 'Sabine Keller').getByText('Die Sauna war auch zu!')).toBeVisible();
    await expect(threadPane(bens, 'Sabine Keller')).toBeVisible();
    await expect(composer(bens)).toHaveValue('Das klären wir.');
  });

  await test.step('taken back by z', async () => {
    await page.keyboard.press('z');
    await expect(toast(page, 'neue Nummer')).toBeVisible();
    await expect(rowOf(page, 'Jens Albrecht')).toBeVisible();
    await expect(queueRows(page)).toHaveCount(2);
  });

  await test.step('split by keys: the chosen comment gets a thread of its own', async () => {
    await page.getByRole('region', { name: 'Gespräch', exact: true }).focus();
    await page.keyboard.press('*');
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /Lena Berg/ }).check();
    await expectAccessible(page, 'merging and splitting');
    await page.keyboard.press('Enter');
    await expect(toast(page, /Abgetrennt als Gespräch/)).toBeVisible();
    await expect(rowOf(page, 'Lena Berg')).toBeVisible();
    await page.keyboard.press('z');
    await expect(queueRows(page)).toHaveCount(2);
  });
});
