import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, test } from './people.ts';

test('a lead orders targets, makes a calendar with holidays, and promises anew what runs', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const page = await open(`${house.url}/deadlines`, lead);
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(3);

  await test.step('a target with several conditions, and the order by keys', async () => {
    await page.getByRole('button', { name: 'Ziel hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Wieder und eilig');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect(dialog.getByText('Bitte mindestens eine Bedingung wählen.')).toBeVisible();
    await dialog.getByLabel('Dringlichkeit').selectOption('ab eilig');
    await dialog.getByLabel('Wer schreibt').selectOption('hat schon Kritik geübt');
    await dialog.getByLabel('Erstreaktion, Minuten').fill('30');
    await expectAccessible(page, 'a target');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect(rows).toHaveText([/Negative Kritik/, /Gemischt/, /Wieder und eilig/, /Alles andere/]);
    for (const place of [1, 0]) {
      await page.getByRole('button', { name: 'Wieder und eilig nach oben' }).press('Enter');
      await expect(rows.nth(place)).toContainText('Wieder und eilig');
    }
    await expect(page.getByRole('button', { name: 'Wieder und eilig nach oben' })).toBeDisabled();
  });

  await test.step('a calendar of Bavaria, open on one holiday, with a half day of its own', async () => {
    await page.getByRole('radio', { name: 'Neuer Kalender' }).press('Space');
    const name = page.locator('.calendar').getByLabel('Name').first();
    await name.fill('Büro Bayern');
    await page.getByLabel('Gesetzliche Feiertage').selectOption('Bayern');
    await page.getByRole('button', { name: /^Fronleichnam.*: öffnen$/ }).click();
    await expect(page.getByRole('button', { name: /^Fronleichnam.*: schließen$/ })).toBeVisible();
    const add = page.locator('.add-day');
    const year = new Date().getUTCFullYear() + 1;
    await add.getByLabel('Datum').fill(`${year}-02-08`);
    await add.getByLabel('Name').fill('Fasching');
    await add.getByRole('checkbox', { name: 'halber Tag, nur in diesen Zeiten offen' }).check();
    await add.getByRole('button', { name: 'Tag hinzufügen' }).click();
    await expect(page.getByText('09:00–12:00')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Gästeforum' }).check();
    await expectAccessible(page, 'a calendar');
    await page.getByRole('button', { name: 'Kalender speichern' }).click();
    await expect(page.getByRole('radio', { name: 'Büro Bayern' })).toBeVisible();
    await page.getByRole('radio', { name: 'Büro Bayern' }).press('Space');
    await expect(page.getByRole('button', { name: /^Fronleichnam.*: schließen$/ })).toBeVisible();
    await expect(page.getByText('Fasching')).toBeVisible();
  });

  await test.step('a change that touches a running clock asks, and the clock tells what was before', async () => {
    await deliver(house.url, channel.token, [guestSays('Das Zimmer war schmutzig, ich bin sehr enttäuscht.')]);
    await page.getByRole('button', { name: 'Negative Kritik bearbeiten' }).click();
    await page.getByRole('dialog').getByLabel('Erstreaktion, Stunden').fill('3');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    const question = page.getByRole('dialog', { name: 'Was ist mit laufenden Uhren?' });
    await expect(question).toContainText('In 1 Gespräch läuft eine Uhr');
    await expectAccessible(page, 'the question');
    await question.getByRole('radio', { name: /^Neu zusagen/ }).check();
    await question.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Laufende Uhren werden jetzt neu zugesagt.')).toBeVisible();
    const inbox = await open(`${house.url}/inbox`, lead);
    await inbox.getByText('Das Zimmer war schmutzig').first().click();
    await inbox.getByText('Erstreaktion seit').click();
    const log = inbox.locator('details.log').first();
    await expect(log).toContainText('neu zugesagt');
    await expect(log).toContainText('von Clara Busch');
    await expect(log).toContainText('vorher „Negative Kritik“, Fassung 1, 120 Minuten');
    await expect(log).toContainText('Kalender „Büro Bayern“, Fassung 1');
    await expectAccessible(inbox, 'the log');
  });
});
