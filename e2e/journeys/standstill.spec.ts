import { addApiChannel, promiseOneMinute } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, rowOf, test, threadPane, untilLive } from './people.ts';

const sabine = { author: { externalId: 'sabine', name: 'Sabine Keller' } };
const post = { post: { externalId: 'terrasse', title: 'Unsere neue Dachterrasse' } };

test('held still, nothing on the page moves: not the list, the thread, a clock, the numbers or the bell', async ({
  house,
  open,
}) => {
  const { id, token } = await addApiChannel(house.admin);
  await promiseOneMinute(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [id]);
  const page = await open(`${house.url}/inbox`, lead);
  const other = await open(`${house.url}/inbox`, lead);
  for (const one of [page, other]) await untilLive(one);
  const postedAt = new Date(Date.now() - 45_000).toISOString();
  await deliver(house.url, token, [guestSays('Nie wieder, das Zimmer war kalt.', { ...sabine, ...post, postedAt })]);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await expect(page.getByText(/Gleiche Person/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Nicht zugewiesen/ })).toContainText('1');
  const chip = rowOf(page, 'Sabine Keller').locator('.sla');
  const before = await chip.innerText();
  await expect(chip).not.toHaveText(before);

  await page.keyboard.press('p');
  await expect(page.getByText(/^Live angehalten – Stand/)).toBeVisible();
  const shown = async () => [await page.locator('.nav').innerText(), await page.locator('.panes').innerText()];
  const still = await shown();
  await deliver(house.url, token, [
    guestSays('Und niemand antwortet.', { ...sabine, ...post }),
    guestSays('Das Frühstück war auch kalt.', { author: { externalId: 'uwe', name: 'Uwe Ahlers' } }),
  ]);
  await expect(rowOf(other, 'Uwe Ahlers')).toBeVisible();
  await expect(threadPane(other, 'Sabine Keller')).toContainText('Und niemand antwortet.');
  // The minute ends meanwhile, and the bell rings.
  await expect(other.getByRole('link', { name: /^Benachrichtigungen/ })).toContainText('1', { timeout: 20_000 });
  expect(await shown()).toEqual(still);

  await page.keyboard.press('p');
  await expect(threadPane(page, 'Sabine Keller')).toContainText('Und niemand antwortet.');
  await expect(rowOf(page, 'Uwe Ahlers')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Benachrichtigungen/ })).toContainText('1');
  await expect(chip).toContainText(/überfällig|seit/i);
});
