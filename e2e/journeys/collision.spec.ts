import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type House, rowOf, test, threadPane, untilLive } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '8' } });

type Open = (url: string, client: ApiClient) => Promise<Page>;
const author = { externalId: 'sabine', name: 'Sabine Keller' };
const guard = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

async function twoPeople(house: House, open: Open) {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  await deliver(house.url, channel.token, [guestSays('Der Tee war kalt.', { author, externalId: 'tee' })]);
  const [annas, bens] = [await open(`${house.url}/inbox`, anna), await open(`${house.url}/inbox`, ben)];
  for (const page of [annas, bens]) {
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await untilLive(page);
  }
  return { channel, anna, annas, bens };
}

test('each sees the other within a second, and that they write; both decide what happens', async ({ house, open }) => {
  const { annas, bens } = await twoPeople(house, open);
  await expect(rowOf(bens, 'Sabine Keller').getByTitle('Anna Hofer sieht das Gespräch')).toBeVisible();
  await expect(threadPane(annas, 'Sabine Keller').getByTitle('Ben Lang sieht das Gespräch')).toBeVisible();

  await composer(annas).pressSequentially('Das tut uns leid.');
  await expect(rowOf(bens, 'Sabine Keller').getByText('schreibt', { exact: true })).toBeVisible({ timeout: 2_000 });
  await expect(threadPane(bens, 'Sabine Keller').getByTitle('Anna Hofer schreibt gerade')).toBeVisible();
  const along = guard(bens, 'Entwürfe im Team');
  await along.getByText('Entwurf von Anna Hofer').click();
  await expect(along).toContainText('Das tut uns leid.', { timeout: 5_000 });

  await composer(bens).fill('Das bedauern wir.');
  await composer(bens).press('ControlOrMeta+Enter');
  const question = guard(bens, 'Anna Hofer schreibt gerade');
  await expect(question.getByRole('alert')).toBeVisible();
  await expectAccessible(bens, 'who else is here');
  await question.getByRole('button', { name: 'Warten' }).click();
  await expect(question).toHaveCount(0);
  await expect(bens.getByRole('article', { name: /^Antwort von/ })).toHaveCount(0);

  await composer(bens).press('ControlOrMeta+Enter');
  await question.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(guard(annas, 'Ben Lang hat übernommen').getByRole('alert')).toBeVisible();
  await expect(composer(annas)).toHaveValue('Das tut uns leid.');

  await composer(bens).press('ControlOrMeta+Enter');
  await expect(bens.getByRole('article', { name: 'Antwort von Ben Lang' })).toBeVisible();

  await expect(threadPane(annas, 'Sabine Keller').getByTitle('Ben Lang sieht das Gespräch')).toBeVisible();
  await guard(annas, 'Ben Lang hat übernommen').getByRole('button', { name: 'Trotzdem weiterschreiben' }).click();
  await composer(annas).press('ControlOrMeta+Enter');
  const first = guard(annas, /schon eine Antwort unterwegs/);
  await expect(first).toContainText('Das bedauern wir.');
  await expect(first).toContainText('Das tut uns leid.');
  await expectAccessible(annas, 'who else is here');
  await expect(composer(annas)).toHaveValue('Das tut uns leid.');
});

test('a browser that dies is not there any more', async ({ house, open }) => {
  const { annas, bens } = await twoPeople(house, open);
  await composer(annas).pressSequentially('Das');
  const anna = rowOf(bens, 'Sabine Keller').getByTitle('Anna Hofer schreibt gerade');
  await expect(anna).toBeVisible();
  await annas.context().close();
  await expect(anna).toHaveCount(0);
});

test('what the critic says or changes meanwhile stops the first sending and is shown', async ({ house, open }) => {
  const { channel, annas } = await twoPeople(house, open);
  await composer(annas).fill('Das tut uns leid.');

  await test.step('another word', async () => {
    await deliver(house.url, channel.token, [
      guestSays('Und der Kuchen war trocken.', { author, externalId: 'kuchen', parentExternalId: 'tee' }),
    ]);
    await expect(guard(annas, /Neues von der Person/)).toContainText('Und der Kuchen war trocken.');
    await composer(annas).press('ControlOrMeta+Enter');
    await expect(guard(annas, /Nicht gesendet/).getByRole('alert')).toBeVisible();
    await expect(annas.getByRole('article', { name: /^Antwort von/ })).toHaveCount(0);
    await expectAccessible(annas, 'who else is here');
    await guard(annas, /Nicht gesendet/)
      .getByRole('button', { name: 'Gelesen' })
      .click();
    await expect(guard(annas, /Nicht gesendet/)).toHaveCount(0);
  });

  await test.step('an edit, word by word', async () => {
    await deliver(house.url, channel.token, [
      guestSays('Der Tee war eiskalt.', { author, externalId: 'tee', version: 2 }),
    ]);
    const changed = guard(annas, /Neues von der Person/);
    await expect(changed.locator('del')).toHaveText('kalt.');
    await expect(changed.locator('ins')).toHaveText('eiskalt.');
    await composer(annas).press('ControlOrMeta+Enter');
    await expect(guard(annas, /Nicht gesendet/)).toBeVisible();
    await composer(annas).press('ControlOrMeta+Enter');
    await expect(annas.getByRole('article', { name: 'Antwort von Anna Hofer' })).toContainText('Das tut uns leid.');
  });
});

test('a comment that is taken back, and a second answer to the same one', async ({ house, open }) => {
  const { channel, annas } = await twoPeople(house, open);
  await test.step('a second answer stands beside the first and is asked about', async () => {
    await composer(annas).fill('Das tut uns leid.');
    await composer(annas).press('ControlOrMeta+Enter');
    await expect(annas.getByRole('article', { name: 'Antwort von Anna Hofer' })).toBeVisible();
    const headers = { authorization: `Bearer ${channel.token}`, 'content-type': 'application/json' };
    const waiting = async () => {
      const answer = await fetch(`${house.url}/api/v1/replies`, { headers });
      return ((await answer.json()) as { replies: { id: string }[] }).replies;
    };
    await expect.poll(async () => (await waiting()).length, { timeout: 40_000 }).toBe(1);
    const [reply] = await waiting();
    const body = JSON.stringify({ externalId: 'answer-1' });
    await fetch(`${house.url}/api/v1/replies/${reply?.id}/published`, { method: 'POST', headers, body });
    await expect(annas.getByText('veröffentlicht', { exact: true })).toBeVisible();
    await composer(annas).fill('Noch etwas dazu.');
    await composer(annas).press('ControlOrMeta+Enter');
    const both = guard(annas, 'Dieser Kommentar hat schon eine öffentliche Antwort.');
    await expect(both).toContainText('Das tut uns leid.');
    await expect(both).toContainText('Noch etwas dazu.');
    await expectAccessible(annas, 'who else is here');
    await both.getByRole('button', { name: 'Text behalten, nicht senden' }).click();
    await expect(composer(annas)).toHaveValue('Noch etwas dazu.');
  });

  await test.step('the comment goes: it is said, and the text is still there', async () => {
    await deliver(house.url, channel.token, [{ externalId: 'tee', removed: true, version: 9 }]);
    const gone = guard(annas, /Neues von der Person/);
    await expect(gone).toContainText('Gelöscht von Sabine Keller');
    await expect(gone).toContainText('Noch etwas dazu.');
  });
});
