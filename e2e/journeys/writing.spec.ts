import { addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type House, test, threadPane, untilLive } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '0' } });

const body = 'Drei Nächte gebucht und jede Nacht die Lüftung direkt vor dem Fenster. Nie wieder!';

async function arrive(house: House) {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  await deliver(house.url, channel.token, [
    guestSays(body, { author: { externalId: 'sabine', name: 'Sabine Keller' } }),
  ]);
  return { channel, anna };
}

/** The other system fetches what waits and says that it is public. */
async function publishAll(house: House, token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${house.url}/api/v1/replies`, { headers });
  const { replies } = (await answer.json()) as { replies: { id: string; body: string }[] };
  for (const { id } of replies) {
    const confirmation = JSON.stringify({ externalId: `there-${id}` });
    await fetch(`${house.url}/api/v1/replies/${id}/published`, { method: 'POST', headers, body: confirmation });
  }
  return replies.map((reply) => reply.body);
}

test('a snippet, the checklist, the guards, and a look at how it will stand', async ({ house, open }) => {
  const { channel, anna } = await arrive(house);
  await house.admin.call('POST', '/api/snippets', {
    name: 'Lüftung zu laut',
    language: 'de',
    channelId: null,
    bodySie: 'Guten Tag Frau {{nachname}}, danke für Ihren Hinweis. Ihre {{ich}}',
    bodyDu: null,
  });
  const page = await open(`${house.url}/inbox`, anna);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await expect(composer(page)).toBeVisible();
  const check = page.getByRole('region', { name: 'Antwort-Check' });

  await test.step('a snippet comes by two colons and its beginning, with names filled in', async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('::lue');
    await expect(page.getByRole('option', { name: /Lüftung zu laut/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(composer(page)).toHaveValue('Guten Tag Frau Keller, danke für Ihren Hinweis. Ihre Anna Hofer');
    await expect(composer(page)).toBeFocused();
  });

  await test.step('the checklist says what is there and what to look at, and why', async () => {
    await expect(check.getByRole('button', { name: /^Dank vorhanden/ })).toBeVisible();
    await check.getByRole('button', { name: /^Konkreter Schritt/ }).click();
    await expect(check.getByRole('status')).toContainText('Nicht gefunden');
    await check.getByRole('button', { name: /^Konkreter Schritt/ }).click();
    await composer(page).fill('Guten Tag Frau Keller, es tut uns leid, dass Sie das so empfinden.');
    await expect(check.getByRole('button', { name: /^Klingt nach Abwehr/ })).toBeVisible();
    await expect(page.locator('.marks mark')).toContainText(['dass Sie das so empfinden']);
    await expectAccessible(page, 'the answer check');
  });

  await test.step('a wrong name stops the answer, a telephone number asks once more', async () => {
    await composer(page).fill('Guten Tag Frau Nowak, das hätte nicht passieren dürfen.');
    await composer(page).press('ControlOrMeta+Enter');
    const blocked = page.getByRole('region', { name: 'So geht die Antwort nicht hinaus.' });
    await expect(blocked).toContainText('Falscher Name');
    await expect(blocked.getByRole('button', { name: 'Trotzdem senden' })).toHaveCount(0);
    await expectAccessible(page, 'a blocked answer');
    await blocked.getByRole('button', { name: 'Text ändern' }).click();
    await composer(page).fill(
      'Guten Tag Frau Keller, rufen Sie uns an: 030 1234567. Bis Freitag sage ich Ihnen Bescheid.',
    );
    await composer(page).press('ControlOrMeta+Enter');
    await expect(page.getByRole('region', { name: 'Bitte noch einmal ansehen.' })).toContainText('Telefonnummer');
    expect(await publishAll(house, channel.token)).toEqual([]);
  });

  await test.step('how it will stand in public', async () => {
    await page.getByRole('button', { name: 'So steht es öffentlich' }).click();
    const preview = page.getByRole('region', { name: 'So steht die Antwort öffentlich' });
    await expect(preview).toContainText('Gästeforum');
    await expect(preview).toContainText('rufen Sie uns an');
    await expectAccessible(page, 'the preview');
    await page.getByRole('button', { name: 'So steht es öffentlich' }).click();
  });

  await test.step('confirmed, it goes out with what was seen', async () => {
    await page.getByRole('button', { name: 'Trotzdem senden' }).click();
    await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toBeVisible();
    await expect.poll(() => publishAll(house, channel.token)).toHaveLength(1);
  });
});

test('what an answer promises is confirmed by one key, kept, and that undone', async ({ house, open }) => {
  const { channel, anna } = await arrive(house);
  const page = await open(`${house.url}/inbox`, anna);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await untilLive(page);
  await composer(page).fill('Guten Tag Frau Keller, wir prüfen die Anlage. Bis morgen um 18 Uhr melden wir uns hier.');
  await composer(page).press('ControlOrMeta+Enter');
  await expect.poll(() => publishAll(house, channel.token)).toHaveLength(1);
  const promises = page.getByRole('list', { name: 'Zusagen' });
  await expect(promises).toContainText('Zusage erkannt:');
  await expect(promises).toContainText('Bis morgen um 18 Uhr melden wir uns hier.');
  await expectAccessible(page, 'a promise');

  await page.keyboard.press('Escape');
  await page.keyboard.press('y');
  await expect(promises).toContainText('Zugesagt bis');
  await promises.getByRole('button', { name: 'Gehalten' }).click();
  await expect(promises).toContainText('Zusage gehalten:');
  await page.keyboard.press('z');
  await expect(promises).toContainText('Zugesagt bis');
});
