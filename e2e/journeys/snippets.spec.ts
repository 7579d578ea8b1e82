import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test, untilLive } from './people.ts';

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly bodySie: string;
  readonly bodyDu: string | null;
  readonly version: number;
}
const kept = async (client: ApiClient) =>
  (await client.call<{ snippets: Kept[] }>('GET', '/api/snippets')).snippets.toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
const greeting = { name: 'Anrede', language: 'de', channelId: null, bodySie: 'Guten Tag,', bodyDu: null };
const dialog = (page: Page) => page.getByRole('dialog');
const save = (page: Page) => dialog(page).getByRole('button', { name: /^(Meinen Text s|S)peichern$/ });

test('a lead writes the first snippet by keys, sees it filled in, and takes its removal back', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const page = await open(`${house.url}/snippets`, lead);
  await expect(page.getByRole('heading', { name: 'Noch kein Textbaustein' })).toBeVisible();
  await page.getByRole('button', { name: 'Textbaustein anlegen' }).press('Enter');
  await expect(dialog(page).getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Anrede');
  const sie = dialog(page).getByLabel('Text mit Sie', { exact: true });
  await sie.fill('Guten Tag Frau , danke.');
  await sie.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(15, 15));
  await dialog(page)
    .getByRole('group', { name: 'Einsetzen in: Text mit Sie' })
    .getByRole('button', { name: 'Nachname' })
    .press('Enter');
  await expect(sie).toBeFocused();
  await expect(sie).toHaveValue('Guten Tag Frau {{nachname}}, danke.');
  await page.keyboard.type('!');
  await expect(sie).toHaveValue('Guten Tag Frau {{nachname}}!, danke.');
  const du = dialog(page).getByLabel('Text mit Du', { exact: true });
  await du.fill('Hallo {{vorname}}, {{wetter}}');
  const preview = dialog(page).getByRole('region', { name: 'Vorschau mit Beispielen' });
  await expect(preview).toContainText('Guten Tag Frau Keller!, danke.');
  await expect(preview).toContainText('Hallo Sabine, {{wetter}}');
  await expect(dialog(page).getByRole('status')).toContainText('{{wetter}}');
  await du.fill('Hallo {{vorname}},');
  await expect(dialog(page).getByRole('status')).toHaveCount(0);
  await expectAccessible(page, 'the dialog');
  await save(page).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const row = page.getByRole('row', { name: /^Anrede/ });
  await expect(row.getByRole('cell')).toHaveText(['Deutsch', 'alle', 'ja', 'Bearbeiten']);

  await row.getByRole('button', { name: 'Anrede entfernen' }).press('Enter');
  await expect(row).toHaveCount(0);
  await expect(page.locator('#content')).toBeFocused();
  expect(await kept(lead)).toEqual([]);
  await page.keyboard.press('z');
  await expect(row).toBeVisible();
  expect(await kept(lead)).toMatchObject([
    { name: 'Anrede', bodySie: 'Guten Tag Frau {{nachname}}!, danke.', bodyDu: 'Hallo {{vorname}},' },
  ]);
});

test('no refusal and no closed dialog costs a word', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const [first, other] = [
    await lead.call<Kept>('POST', '/api/snippets', greeting),
    await lead.call<Kept>('POST', '/api/snippets', { ...greeting, name: 'Gruß' }),
  ];
  const page = await open(`${house.url}/snippets`, lead);
  await page.getByRole('button', { name: 'Anrede bearbeiten' }).click();
  const name = dialog(page).getByLabel('Name', { exact: true });
  const sie = dialog(page).getByLabel('Text mit Sie', { exact: true });
  await name.fill('gruß');
  await sie.fill('Lange überlegte Worte');
  await save(page).click();
  await expect(dialog(page)).toContainText('Ein Textbaustein mit diesem Namen besteht schon.');
  await expect(name).toBeFocused();
  await name.fill('Anrede');

  // Closed and reloaded: it is all still there.
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: 'Anrede bearbeiten' }).click();
  await expect(dialog(page)).toContainText('nicht gespeichert');
  await expect(sie).toHaveValue('Lange überlegte Worte');

  // Somebody else was faster.
  await house.admin.call('PUT', `/api/snippets/${first.id}`, { ...greeting, bodySie: 'Grüß Gott,', version: 1 });
  await save(page).click();
  await expect(dialog(page).getByRole('status').filter({ hasText: 'Grüß Gott,' })).toBeVisible();
  await expect(sie).toHaveValue('Lange überlegte Worte');
  await dialog(page).getByRole('button', { name: 'Meinen Text speichern' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect((await kept(lead))[0]).toMatchObject({ bodySie: 'Lange überlegte Worte', version: 3 });

  // And here it was removed.
  await page.getByRole('button', { name: 'Gruß bearbeiten' }).click();
  await sie.fill('Herzliche Grüße');
  await house.admin.call('DELETE', `/api/snippets/${other.id}`);
  await save(page).click();
  await expect(dialog(page).getByRole('alert')).toContainText('inzwischen entfernt');
  await save(page).click();
  await expect(dialog(page)).toHaveCount(0);
  expect((await kept(lead)).map((one) => one.bodySie)).toEqual(['Lange überlegte Worte', 'Herzliche Grüße']);
});

test('whoever answers finds and reads the snippets, changes none, and sees what others change', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  await house.admin.call('POST', '/api/snippets', { ...greeting, bodySie: 'Guten Tag Frau {{nachname}},' });
  await house.admin.call('POST', '/api/snippets', { ...greeting, name: 'Gruß' });
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const page = await open(`${house.url}/snippets`, anna);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('button', { name: /anlegen|bearbeiten|entfernen/ })).toHaveCount(0);
  await page.getByRole('searchbox').fill('frau');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Anrede ansehen' }).click();
  await expect(dialog(page)).toContainText('Guten Tag Frau Keller,');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Anrede ansehen' })).toBeFocused();

  // Whoever goes on in the moment in which a dialog closes is not called back to where they were.
  await page.getByRole('button', { name: 'Anrede ansehen' }).click();
  await page.evaluate(() => {
    document.querySelector('dialog')?.close();
    document.querySelector<HTMLElement>('input[type=search]')?.focus();
  });
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('row')).toHaveCount(3);
  await untilLive(page);
  await house.admin.call('POST', '/api/snippets', { ...greeting, name: 'Rückerstattung' });
  await expect(page.getByRole('row', { name: /Rückerstattung/ })).toBeVisible();
});
