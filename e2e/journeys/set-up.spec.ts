import { removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { expect, test, untilLive } from './people.ts';

let server: ServerProcess;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server?.stop();
  if (server) removeDataDir(server.dataDir);
});

test('from an empty folder by the printed link to the inbox, and a colleague by the link of an invitation', async ({
  open,
}) => {
  const link = server.setupLink ?? '';
  expect(link).toContain(`${server.url}/setup?token=`);
  const page = await open(link);
  await page.getByLabel('Name des Hauses').fill('Pension Morgenrot');
  await page.getByLabel('Ihr Name').fill('Eva Brandt');
  await page.getByLabel('E-Mail-Adresse').fill('eva@morgenrot.example');
  await page.getByLabel('Passwort').fill('Seeblick-und-Semmeln-7');
  // The token stays out of history and screenshots.
  await expect(page).toHaveURL(`${server.url}/setup`);
  await page.getByRole('button', { name: 'Haus anlegen' }).click();
  await expect(page.getByRole('heading', { name: 'Womit möchten Sie beginnen?' })).toBeVisible();
  await page.getByRole('link', { name: 'Zum Posteingang' }).click();
  await expect(page.getByRole('heading', { name: 'Noch kein Kanal verbunden' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Hauptbereiche', exact: true })).toContainText('Pension Morgenrot');
  await untilLive(page);

  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Einladen' }).click();
  const form = page.getByRole('dialog', { name: 'Jemanden einladen' });
  await form.getByLabel('Name').fill('Jonas Ott');
  await form.getByLabel('E-Mail-Adresse').fill('jonas@morgenrot.example');
  await form.getByRole('radio', { name: /Teamleitung/ }).check();
  await form.getByRole('button', { name: 'Link erstellen' }).click();
  const made = page.getByRole('dialog', { name: 'Einladung für Jonas Ott' });
  const invitation = await made.getByLabel('Link').inputValue();
  expect(invitation).toContain(`${server.url}/invitation/`);
  await made.getByRole('button', { name: 'Fertig' }).click();
  // After two dialogs one is back where one was.
  await expect(page.getByRole('button', { name: 'Einladen' })).toBeFocused();
  await expect(page.getByText('jonas@morgenrot.example')).toBeVisible();

  // In the language of the house, as this browser's country writes it.
  const colleague = await open(invitation, undefined, { locale: 'de-CH' });
  const written = () => colleague.evaluate(() => document.documentElement.lang);
  await expect(colleague.getByRole('heading', { name: 'Willkommen bei Pension Morgenrot' })).toBeVisible();
  await expect(colleague.getByLabel('Sprache')).toHaveValue('de-CH');
  await colleague.getByLabel('Passwort').fill('Kuchen-im-Wintergarten-4');
  await colleague.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(colleague).toHaveURL(/\/inbox/);
  await expect(colleague.getByRole('link', { name: /Jonas Ott/ })).toContainText('Teamleitung');
  await colleague.goto(`${server.url}/profile`);
  await expect(colleague.getByText('bis ich schliesse')).toBeVisible();
  expect(await written()).toBe('de-CH');
  await colleague.getByLabel('Sprache').selectOption('Deutsch (Österreich)');
  await expect.poll(written).toBe('de-AT');

  // Both links work once.
  await colleague.goto(invitation);
  await expect(colleague.getByRole('heading', { name: 'Diese Einladung gilt nicht mehr' })).toBeVisible();
  await colleague.goto(link);
  await expect(colleague.getByRole('heading', { name: 'Dieses Haus ist schon eingerichtet' })).toBeVisible();
});

test('signing in and out, with a clear word for a wrong password', async ({ open }) => {
  const page = await open(`${server.url}/wall`);
  await expect(page.getByRole('heading', { name: 'Guten Tag' })).toBeVisible();
  await page.getByLabel('E-Mail-Adresse').fill('eva@morgenrot.example');
  await page.getByLabel('Passwort').fill('Seeblick-und-Semmeln-8');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByText('E-Mail-Adresse oder Passwort stimmt nicht.')).toBeVisible();
  await page.getByLabel('Passwort').fill('Seeblick-und-Semmeln-7');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Wand', level: 1 })).toBeVisible();
  await page.goto(`${server.url}/profile`);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page.getByLabel('Passwort', { exact: true })).toBeVisible();
  await page.goto(`${server.url}/inbox`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('whoever is led to the door comes back to where they were, however slowly the door opens', async ({ open }) => {
  const page = await open(`${server.url}/sign-in?next=/sign-in?next=/wall`);
  const enter = async () => {
    await page.getByLabel('E-Mail-Adresse').fill('eva@morgenrot.example');
    await page.getByLabel('Passwort').fill('Seeblick-und-Semmeln-7');
    await page.getByRole('button', { name: 'Anmelden' }).click();
  };
  await enter();
  await expect(page).toHaveURL(/\/inbox/);
  await page.goto(`${server.url}/wall`);
  await expect(page.getByRole('heading', { name: 'Wand', level: 1 })).toBeVisible();
  await untilLive(page);
  const opens = Promise.withResolvers<void>();
  await page.route('**/sign-in-page*.js', (route) => opens.promise.then(() => route.continue()));
  await page.context().clearCookies();
  // What the page asks for meanwhile is refused as well.
  for (let i = 0; i < 2; i++) {
    const refused = page.waitForResponse((response) => response.status() === 401);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await refused;
    await expect(page).toHaveURL(/\/sign-in/);
  }
  opens.resolve();
  await expect(page).toHaveURL(`${server.url}/sign-in?next=%2Fwall`);
  await enter();
  await expect(page.getByRole('heading', { name: 'Wand', level: 1 })).toBeVisible();
});
