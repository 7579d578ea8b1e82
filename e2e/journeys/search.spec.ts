import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, queueRows, rowOf, slowScreen, test, untilLive } from './people.ts';

const field = (page: Page, name = 'Suchen') => page.getByRole('combobox', { name });
const chips = (page: Page) => page.locator('.chips .filter');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const idsOf = async (client: ApiClient, q: string) => {
  const path = `/api/threads?${new URLSearchParams({ q })}`;
  return (await client.call<{ threads: { id: string }[] }>('GET', path)).threads.map((thread) => thread.id);
};

test('one search in two languages, as text, as chips and as a view', async ({ house, open }) => {
  const forum = await addApiChannel(house.admin, 'Gästeforum');
  const shop = await addApiChannel(house.admin, 'Laden');
  const says = (name: string, body: string) => guestSays(body, { author: { externalId: name, name } });
  await deliver(house.url, forum.token, [
    says('Sabine Keller', 'Das Zimmer war schmutzig, ich bin sehr enttäuscht.'),
    says('Jens Albrecht', 'Die Lüftung war defekt und laut. Nie wieder!'),
    says('Miriam Vogt', 'Vielen Dank, es war wunderschön und alle waren freundlich.'),
  ]);
  await deliver(house.url, shop.token, [says('Otto Alt', 'Schrecklich, die Ware war kaputt und niemand antwortet.')]);
  const lead = await house.invite('Clara Busch', 'lead', [forum.id, shop.id]);
  const colleague = await house.invite('Tom Reiter', 'agent', [forum.id, shop.id]);
  await colleague.call('PATCH', '/api/me', { locale: 'en' });

  await test.step('German and English find the same', async () => {
    const english = await idsOf(lead, 'is:open sentiment:negative channel:Gästeforum');
    expect(english).toHaveLength(2);
    expect(await idsOf(lead, 'ist:offen stimmung:negativ kanal:gaesteforum')).toEqual(english);
  });

  const page = await open(`${house.url}/inbox`, lead);
  await expect(queueRows(page)).toHaveCount(4);
  await untilLive(page);
  await expect(field(page)).toHaveValue('ist:offen');

  await test.step('typing makes chips, with completion by keys', async () => {
    await field(page).click();
    await field(page).press('End');
    await field(page).pressSequentially(' stimm');
    await expect(page.getByRole('option', { name: 'stimmung:' })).toBeVisible();
    await expectAccessible(page, 'completion');
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await field(page).pressSequentially('neg');
    await expect(page.getByRole('option', { name: 'stimmung:negativ' })).toBeVisible();
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await field(page).pressSequentially('kanal:Gästeforum');
    await expect(chips(page)).toHaveText(['negativ', 'Gästeforum']);
    await expect(queueRows(page)).toHaveCount(2);
    await expect(page).toHaveURL(({ searchParams }) => {
      return searchParams.get('q') === 'is:open sentiment:negative channel:Gästeforum';
    });
  });

  await test.step('the address shows a colleague the same list in English', async () => {
    const english = await open(page.url(), colleague);
    await expect(field(english, 'Search')).toHaveValue('is:open sentiment:negative channel:Gästeforum');
    await expect(queueRows(english)).toHaveCount(2);
    const names = async (on: Page) => (await queueRows(on).locator('.name').allTextContents()).join();
    expect(await names(english)).toBe(await names(page));
    await english.close();
  });

  await test.step('a chip that goes takes its text along', async () => {
    await page.getByRole('button', { name: 'Filter lösen: stimmung:negativ' }).click();
    await expect(field(page)).toHaveValue('ist:offen kanal:Gästeforum');
    await expect(queueRows(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('combobox', { name: 'Stimmung' }).selectOption({ label: 'negativ' });
    await expect(field(page)).toHaveValue('ist:offen kanal:Gästeforum stimmung:negativ');
    await page.keyboard.press('Escape');
  });

  await test.step('an unknown word shows the nearest known one', async () => {
    await field(page).fill('stimung:negativ Lüftungen');
    const message = page.locator('#search-error');
    await expect(message).toContainText('„stimung:“ ist kein bekanntes Suchwort.');
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'unknown word');
    await page.getByRole('button', { name: 'Meinten Sie stimmung?' }).click();
    await expect(field(page)).toHaveValue('stimmung:negativ Lüftungen');
    await expect(message).toBeEmpty();
    await expect(rowOf(page, 'Jens Albrecht')).toBeVisible();
    await expect(queueRows(page)).toHaveCount(1);
    await field(page).fill('kanal:Gästefourm');
    await page.getByRole('button', { name: 'Meinten Sie Gästeforum?' }).click();
    await expect(queueRows(page)).toHaveCount(3);
    await field(page).fill('zustand:kritiker');
    await expect(message).toContainText('lässt sich noch nicht suchen');
  });

  await test.step('kept as a view for the team, with a number that lives, and opened by a key', async () => {
    await field(page).fill('ist:offen stimmung:negativ');
    await expect(queueRows(page)).toHaveCount(3);
    await heading(page).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Suche als Ansicht merken …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Suche als Ansicht merken' });
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await expectAccessible(page, 'keeping a view');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Kritik');
    await dialog.getByRole('checkbox', { name: 'Für das ganze Team' }).check();
    await dialog.getByRole('button', { name: 'Merken' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(heading(page)).toContainText('Kritik');

    const toms = await open(`${house.url}/inbox`, colleague);
    await expect(queueRows(toms)).toHaveCount(4);
    const link = toms.getByRole('list', { name: 'Kept views' }).getByRole('link', { name: /^Kritik/ });
    await expect(link).toContainText('3');
    await toms.keyboard.press('g');
    await toms.keyboard.press('1');
    await expect(queueRows(toms)).toHaveCount(3);
    await expect(heading(toms)).toContainText('Kritik');
    await expect(field(toms, 'Search')).toHaveValue('is:open sentiment:negative');
    await deliver(house.url, forum.token, [
      says('Uwe Drescher', 'Furchtbar schmutzig, ich bin wütend und enttäuscht.'),
    ]);
    await expect(link).toContainText('4', { timeout: 15_000 });
  });

  await test.step('and put in order', async () => {
    await heading(page).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Ansichten ordnen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Gemerkte Ansichten' });
    const name = dialog.getByRole('textbox', { name: 'Name der Ansicht „Kritik“' });
    await expectAccessible(page, 'ordering views');
    await name.fill('Beschwerden');
    await name.press('Tab');
    await expect(dialog.getByRole('textbox', { name: 'Name der Ansicht „Beschwerden“' })).toBeVisible();
    await dialog.getByRole('button', { name: '„Beschwerden“ entfernen' }).click();
    await expect(dialog.getByText('Es ist noch keine Ansicht gemerkt.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Schließen' }).click();
    await page.keyboard.press('z');
    await expect(page.getByRole('list', { name: 'Gemerkte Ansichten' })).toContainText('Beschwerden');
  });
});

test('letters typed right after a choice stand behind it, and no late list undoes the next choice', async ({
  house,
  open,
}) => {
  const { id, token } = await addApiChannel(house.admin);
  await deliver(house.url, token, [guestSays('Das Zimmer war schmutzig, ich bin sehr enttäuscht.')]);
  const page = await open(`${house.url}/inbox`, await house.invite('Clara Busch', 'lead', [id]));
  await expect(queueRows(page)).toHaveCount(1);
  await untilLive(page);
  await field(page).fill('stimm');
  await expect(page.getByRole('option', { name: 'stimmung:' })).toBeVisible();
  await slowScreen(page);
  for (const key of ['ArrowDown', 'Enter', 'n', 'e', 'g', 'ArrowDown', 'Enter', 'i']) await page.keyboard.press(key);
  await expect(field(page)).toHaveValue('stimmung:negativ i');
});
