// Four eyes: what one person writes, another releases, changes or gives back; also somebody without an account.
import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type House, test, threadPane, untilLive } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '2' } });

const name = 'Sabine Keller';
const reply = (page: Page, by: string) => page.getByRole('article', { name: `Antwort von ${by}` });
const button = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label });

/** A channel on which every answer needs a second person, an agent, a lead, and one comment. */
async function open(house: House) {
  const channel = await addApiChannel(house.admin);
  await house.admin.call('PATCH', `/api/channels/${channel.id}`, { approval: 'always' });
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const lena = await house.invite('Lena Vogt', 'lead', [channel.id]);
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author: { externalId: 'sabine', name } })]);
  const waiting = async () => {
    const headers = { authorization: `Bearer ${channel.token}` };
    const answer = await fetch(`${house.url}/api/v1/replies`, { headers });
    return ((await answer.json()) as { replies: { body: string }[] }).replies.map(({ body }) => body);
  };
  return { channel, anna, lena, waiting };
}

async function submit(page: Page, text: string): Promise<void> {
  await expect(threadPane(page, name)).toBeVisible();
  await composer(page).fill(text);
  await expect(button(page, /^Zur Freigabe/)).toBeVisible();
  await composer(page).press('ControlOrMeta+Enter');
}

test('an answer waits, is changed and released by somebody else, and goes out once', async ({ house, open: page }) => {
  const { anna, lena, waiting } = await open(house);
  const annas = await page(`${house.url}/inbox`, anna);
  await submit(annas, 'Das tut uns leid.');
  await expect(reply(annas, 'Anna Hofer')).toContainText('auf diesem Kanal braucht jede Antwort eine zweite Person');
  await expect(button(annas, /^Freigeben/)).toHaveCount(0);

  const lenas = await page(`${house.url}/inbox`, lena);
  await reply(lenas, 'Anna Hofer').getByRole('button', { name: 'Ändern' }).click();
  const dialog = lenas.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Das tut uns sehr leid, Frau Keller.');
  await dialog.getByRole('button', { name: 'Geändert freigeben' }).click();
  await expect(reply(lenas, 'Anna Hofer')).toContainText(/wird in [12] s/);
  await expect.poll(waiting).toEqual(['Das tut uns sehr leid, Frau Keller.']);
  await expect(reply(annas, 'Anna Hofer')).toContainText('Geändert und freigegeben von Lena Vogt');
  await annas.getByText('Eingereichter Text').click();
  await expect(annas.getByText('Das tut uns leid.', { exact: true })).toBeVisible();
  expect(await waiting()).toHaveLength(1);
});

test('a release by key is taken back by z, and nothing goes out', async ({ house, open: page }) => {
  const { anna, lena, waiting } = await open(house);
  await submit(await page(`${house.url}/inbox`, anna), 'Das tut uns leid.');
  const lenas = await page(`${house.url}/inbox`, lena);
  await expect(button(lenas, /^Freigeben/)).toBeInViewport({ ratio: 1 });
  await lenas.keyboard.press('Shift+A');
  await expect(reply(lenas, 'Anna Hofer')).toContainText(/wird in/);
  await lenas.keyboard.press('z');
  await expect(button(lenas, /^Freigeben/)).toBeVisible();
  await lenas.waitForTimeout(2500);
  expect(await waiting()).toEqual([]);
});

test('given back with a reason it is a draft again; a new one replaces what waits', async ({ house, open: page }) => {
  const { anna, lena, waiting } = await open(house);
  const annas = await page(`${house.url}/inbox`, anna);
  await submit(annas, 'Pech gehabt.');
  const lenas = await page(`${house.url}/inbox`, lena);
  await expect(button(lenas, /^Freigeben/)).toBeVisible();
  await lenas.keyboard.press('Shift+R');
  await lenas.getByRole('dialog').getByRole('textbox').fill('Bitte freundlicher.');
  await lenas.keyboard.press('Tab');
  await lenas.getByRole('dialog').getByRole('button', { name: 'Zurückgeben' }).click();
  await expect(reply(annas, 'Anna Hofer')).toContainText('Bitte freundlicher.');
  await expect(threadPane(annas, name).getByTitle('zuständig: Anna Hofer')).toBeVisible();
  await button(annas, 'Text ins Antwortfeld').click();
  await expect(composer(annas)).toHaveValue(/Pech gehabt\./);

  await composer(annas).fill('Das bedauern wir.');
  await composer(annas).press('ControlOrMeta+Enter');
  await expect(reply(annas, 'Anna Hofer')).toContainText('Das bedauern wir.');
  await composer(annas).fill('Das bedauern wir sehr.');
  await composer(annas).press('ControlOrMeta+Enter');
  const dialog = annas.getByRole('dialog', { name: 'Wartende Antwort ersetzen' });
  await expect(dialog).toContainText('Das bedauern wir.');
  await expect(dialog).toContainText('Das bedauern wir sehr.');
  await dialog.getByRole('button', { name: 'Ersetzen' }).click();
  await expect(dialog).toBeHidden();
  await expect(annas.getByText('Ersetzt durch eine neue Antwort')).toBeVisible();
  await expect(button(lenas, /^Freigeben/)).toHaveCount(1);
  await button(lenas, /^Freigeben/).click();
  await expect.poll(waiting).toEqual(['Das bedauern wir sehr.']);
});

test('of two who release it the second is told who was first', async ({ house, open: page }) => {
  const { anna, lena, waiting } = await open(house);
  await submit(await page(`${house.url}/inbox`, anna), 'Das tut uns leid.');
  const lenas = await page(`${house.url}/inbox`, lena);
  const evas = await page(`${house.url}/inbox`, house.admin);
  for (const one of [lenas, evas]) await expect(button(one, /^Freigeben/)).toBeVisible();
  await untilLive(evas);
  // Eva's page stands still, so that she does not see what Lena does.
  await evas.keyboard.press('p');
  await lenas.keyboard.press('Shift+A');
  await expect(reply(lenas, 'Anna Hofer')).toContainText('Freigegeben von Lena Vogt');
  await evas.keyboard.press('Shift+A');
  await expect(evas.getByRole('alert')).toContainText('Darüber hat schon entschieden: Lena Vogt.');
  await expect.poll(waiting).toEqual(['Das tut uns leid.']);
});

test('somebody without an account writes an answer on a telephone, and releases another', async ({
  house,
  open: page,
}) => {
  const { anna, lena, waiting } = await open(house);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'de-DE' };
  const lenas = await page(`${house.url}/inbox`, lena);
  const linkFor = async (who: string): Promise<string> => {
    const dialog = lenas.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(who);
    await dialog.getByRole('button', { name: 'Link erstellen' }).click();
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await dialog.getByRole('button', { name: 'Fertig' }).click();
    return link;
  };

  await threadPane(lenas, name).getByRole('button', { name: 'Weitere Aktionen' }).click();
  await lenas.getByRole('menuitem', { name: 'Von außen schreiben lassen' }).click();
  const first = await linkFor('Dr. Huber');
  const guest = await page(first, undefined, phone);
  await expect(guest.getByText('Der Tee war kalt.')).toBeVisible();
  expect(await guest.context().cookies()).toEqual([]);
  await guest.getByRole('textbox', { name: `Ihre Antwort an ${name}` }).fill('Kalter Tee ist harmlos, aber ärgerlich.');
  await guest.reload();
  await expect(guest.getByRole('textbox')).toHaveValue('Kalter Tee ist harmlos, aber ärgerlich.');
  await guest.getByRole('button', { name: 'Antwort abgeben' }).tap();
  await expect(guest.getByRole('heading', { name: 'Vielen Dank' })).toBeVisible();
  await guest.reload();
  await expect(guest.getByRole('heading', { name: 'Dieser Link wurde schon benutzt' })).toBeVisible();
  await reply(lenas, 'Dr. Huber (Link)').getByRole('button', { name: 'Zurückgeben' }).click();
  await lenas.getByRole('dialog').getByRole('textbox').fill('Wir fragen anders.');
  await lenas.getByRole('dialog').getByRole('button', { name: 'Zurückgeben' }).click();
  await expect(lenas.getByText('Wir fragen anders.')).toBeVisible();

  await submit(await page(`${house.url}/inbox`, anna), 'Das tut uns leid.');
  await reply(lenas, 'Anna Hofer').getByRole('button', { name: 'Link für jemanden von außen' }).click();
  const second = await linkFor('Direktor Maier');
  const boss = await page(second, undefined, phone);
  await expect(boss.getByText('Das tut uns leid.')).toBeVisible();
  await boss.getByRole('button', { name: 'Freigeben' }).tap();
  await expect(boss.getByRole('heading', { name: 'Vielen Dank' })).toBeVisible();
  await expect.poll(waiting).toEqual(['Das tut uns leid.']);
  await expect(reply(lenas, 'Anna Hofer')).toContainText('Freigegeben von Direktor Maier (Link)');
});
