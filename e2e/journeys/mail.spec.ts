import { openTestMailServer, type TestMailServer } from '../../server/src/testing/mail-server.ts';
import { addApiChannel, founder } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './people.ts';

let mails: TestMailServer;
test.beforeEach(async () => {
  mails = await openTestMailServer();
});
test.afterEach(() => mails.close());

test('an administrator sets up a mail server, sees what is wrong, tests it, and schedules a report', async ({
  house,
  open,
}) => {
  await addApiChannel(house.admin);
  const page = await open(`${house.url}/mail`, house.admin);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Bitte ausfüllen.').first()).toBeVisible();
  await expect(page.getByLabel('Server', { exact: true })).toBeFocused();
  await expectAccessible(page, 'mail settings with errors');

  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Verschlüsselung').selectOption({ label: 'keine' });
  await page.getByLabel('Port').fill(String(mails.port));
  await page.getByLabel('Benutzername').fill('hotel');
  await page.getByLabel('Passwort').fill('Zimmer-13');
  await page.getByLabel('Adresse des Absenders').fill('post@');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Bitte eine vollständige E-Mail-Adresse eingeben.')).toBeVisible();
  await page.getByLabel('Adresse des Absenders').fill('post@sonnenblick.example');
  const save = async (saved: string) => {
    await page.getByRole('button', { name: saved === 'de' ? 'Speichern' : 'Save' }).click();
    await expect(page.getByLabel(saved === 'de' ? 'Passwort' : 'Password')).toHaveValue('');
  };
  await save('de');
  const test = page.getByRole('button', { name: 'Testnachricht senden' });
  await test.click();
  const wrong = page.getByRole('alert').filter({ hasText: 'Der Mailserver lehnt Benutzername oder Passwort ab.' });
  await expect(wrong).toContainText('Der Server sagt: 535 Invalid username or password');
  expect(mails.received).toHaveLength(0);
  await expectAccessible(page, 'mail settings, refused');

  await house.admin.call('PATCH', '/api/me', { locale: 'en' });
  await page.reload();
  await page.getByLabel('Password').fill('Zimmer-12-Schlüssel');
  await save('en');
  await page.getByRole('button', { name: 'Send test message' }).click();
  await expect(page.getByText(`The mail server has taken the message to ${founder.email}.`)).toBeVisible();
  await expectAccessible(page, 'mail settings, tested');
  expect(mails.received).toMatchObject([
    { from: 'post@sonnenblick.example', to: [founder.email], user: 'hotel', encrypted: false },
  ]);

  await page.goto(`${house.url}/reports`);
  await page.getByRole('button', { name: 'By e-mail' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).not.toContainText('No mail server is set up yet.');
  await dialog.getByRole('button', { name: 'Schedule a report' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Every week');
  await dialog.getByRole('checkbox', { name: founder.name }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('each Monday about the week before · 1 person · next:');
  await expectAccessible(page, 'scheduled reports in English');
});
