import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { composer, expect, queueRows, rowOf, test, untilLive } from './people.ts';

// Says so when the server process opens a connection to anybody.
const tattle = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  import dgram from 'node:dgram';
  for (const kind of [net.Socket.prototype, dgram.Socket.prototype])
    for (const name of ['connect', 'send']) {
      const real = kind[name];
      if (real) kind[name] = function (...args) { process.stderr.write('LEAVES THE MACHINE\\n'); return real.apply(this, args); };
    }
`)}`;

let server: ServerProcess;
test.beforeAll(async () => {
  server = await startServer({ env: { STAMMGAST_DEMO: '1', NODE_OPTIONS: `--import=${tattle}` } });
});
test.afterAll(async () => {
  await server?.stop();
  if (server) removeDataDir(server.dataDir);
});

/** The picture of the README. Only when asked for, so that a normal run leaves the folder as it was. */
async function takePicture(page: Page): Promise<void> {
  await rowOf(page, 'Sabine Keller').first().click();
  await expect(page.getByRole('complementary')).toContainText('Frühere Gespräche');
  await expect(page.locator('.skel')).toHaveCount(0);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(import.meta.dirname, '../../docs/screenshot.png') });
}

test('the demo from the first page to the first answer, and away again with one click', async ({ open }) => {
  const page = await open(server.url, undefined, { colorScheme: 'light' });
  await page.addInitScript(() => {
    addEventListener(
      'click',
      () => sessionStorage.setItem('clicks', `${Number(sessionStorage.getItem('clicks')) + 1}`),
      true,
    );
  });
  await page.reload();
  await expect(page.getByText('Hotel Sonnenblick ist erfunden. Nichts wird veröffentlicht.')).toBeVisible();
  await page.getByRole('button', { name: 'Als Community-Managerin ansehen' }).click();
  await expect(page.getByText('Beispieldaten – nichts wird veröffentlicht')).toBeVisible();
  await expect.poll(() => queueRows(page).count()).toBeGreaterThanOrEqual(11);
  await untilLive(page);
  if (process.env.STAMMGAST_SCREENSHOT === '1') await takePicture(page);

  await test.step('the storm plays live', async () => {
    const numberOpen = async () => Number(/\((\d+)\)/.exec(await page.title())?.[1]);
    const before = await numberOpen();
    await expect.poll(numberOpen, { timeout: 60_000 }).toBeGreaterThan(before);
  });

  await test.step('the first answer, in at most 12 clicks', async () => {
    const region = page.locator('section.thread');
    await composer(page).click();
    await composer(page).fill('Vielen Dank für Ihre Rückmeldung. Wir kümmern uns darum.');
    await region.getByRole('button', { name: /^Senden/ }).click();
    const answer = region.getByRole('article', { name: 'Antwort von Lea Winter' }).last();
    await expect(answer).toContainText('Wir kümmern uns darum.');
    await expect(answer.getByText('veröffentlicht', { exact: true })).toBeVisible({ timeout: 30_000 });
    const clicks = Number(await page.evaluate(() => sessionStorage.getItem('clicks')));
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(12);
  });
  expect(server.output()).not.toContain('LEAVES THE MACHINE');

  await test.step('all of it goes with one click of an administrator', async () => {
    await page.goto(`${server.url}/profile`);
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('button', { name: 'Als Verwaltung ansehen' }).click();
    await page.getByRole('button', { name: 'Beispieldaten entfernen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Beispieldaten entfernen' });
    await dialog.getByRole('button', { name: 'Beispieldaten löschen' }).click();
    const done = page.getByRole('dialog', { name: 'Die Beispieldaten sind entfernt' });
    await expect(done).toContainText(/Gespräche\s*\d/);
    // What the page behind it still asks for is refused, and shows nobody out before they have read how much went.
    const refused = page.waitForResponse((response) => response.status() === 401);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await refused;
    await expect(page).not.toHaveURL(/sign-in/);
    await done.getByRole('button', { name: 'Weiter' }).click();
    await expect(page).toHaveURL(/\/setup$/);
    // The console has the link to the house of one's own.
    await expect.poll(() => server.output()).toContain(`${server.url}/setup?token=`);
    const link = /http\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? '';
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'Richten Sie Ihr Haus ein' })).toBeVisible();
  });
});
