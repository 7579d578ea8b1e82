import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, type House, queueRows, rowOf, slowScreen, test, threadPane, untilLive } from './people.ts';

const guests = ['Sabine Keller', 'Tobias Gerlach', 'Miriam Vogt', 'Jens Ostermann'];
const MINUTE = 60_000;

/** Four angry guests, due one after the other. */
async function arrive(house: House) {
  const channel = await addApiChannel(house.admin);
  const said = guests.map((name, index) =>
    guestSays(`Zimmer ${index + 1} war schmutzig, eine Enttäuschung.`, {
      author: { externalId: name, name },
      postedAt: new Date(Date.now() - (10 - index) * MINUTE).toISOString(),
    }),
  );
  await deliver(house.url, channel.token, said);
  return { channel, firstId: said[0]?.externalId ?? '' };
}

interface Row {
  readonly id: string;
  readonly author: { readonly name: string };
  readonly status: string;
  readonly assigneeId: string | null;
  readonly tags: readonly string[];
  readonly snoozedUntil: string | null;
}
const rowsOf = async (client: ApiClient) => (await client.call<{ threads: Row[] }>('GET', '/api/threads?q=')).threads;
const threadOf = async (client: ApiClient, name: string) =>
  (await rowsOf(client)).find((row) => row.author.name === name);

test('of two people who take a thread at once one gets it, and the other is told who', async ({ house, open }) => {
  const { channel } = await arrive(house);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  const pages = [
    await open(`${house.url}/inbox`, anna),
    await open(`${house.url}/inbox`, ben, { timezoneId: 'Europe/Athens' }),
  ];
  for (const page of pages) {
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await untilLive(page);
  }
  await Promise.all(pages.map((page) => page.keyboard.press('i')));
  const refusals = pages.map((page) => page.getByRole('alert').filter({ hasText: 'ist schon zuständig' }));
  await expect.poll(async () => (await Promise.all(refusals.map((one) => one.count()))).toSorted()).toEqual([0, 1]);
  const loser = (await refusals[0]?.count()) === 1 ? 0 : 1;
  const [winnerName, loserName] = loser === 0 ? ['Ben Lang', 'Anna Hofer'] : ['Anna Hofer', 'Ben Lang'];
  for (const page of pages) await expect(threadPane(page, 'Sabine Keller')).toContainText(winnerName);
  await expect(refusals[loser] as NonNullable<(typeof refusals)[0]>).toContainText(winnerName);

  await test.step('taking over on purpose', async () => {
    const page = pages[loser] as Page;
    await expectAccessible(page, 'a lost race');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    for (const one of pages) await expect(threadPane(one, 'Sabine Keller')).toContainText(loserName);
    await expect(page.getByRole('status').filter({ hasText: 'Übernommen' })).toBeVisible();
  });

  await test.step('what is mine I give back by the same key', async () => {
    const page = pages[loser] as Page;
    await page.keyboard.press('i');
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.assigneeId).toBeNull();
    await page.keyboard.press('z');
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.assigneeId).not.toBeNull();
  });

  await test.step('a day is chosen by the own clock, and both clocks are named where they differ', async () => {
    const page = pages[1] as Page;
    await page.keyboard.press('h');
    const day = page.getByRole('dialog', { name: 'Zurückstellen' }).getByLabel(/^Oder ein Tag \(OES?Z\)$/);
    await day.fill(`${new Date().getFullYear() + 1}-01-15T16:00`);
    await expect(day).toHaveAccessibleDescription(/15:00 MEZ$/);
  });
});

test('a snoozed thread leaves, warns of its deadline, and comes back with the next word', async ({ house, open }) => {
  const { channel, firstId } = await arrive(house);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const page = await open(`${house.url}/inbox`, anna);
  const { keyboard } = page;
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);

  const dialog = page.getByRole('dialog', { name: 'Zurückstellen' });
  await test.step('for an hour, by two keys', async () => {
    await keyboard.press('h');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'the snooze dialog');
    await keyboard.press('1');
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, 'Sabine Keller')).toContainText('nicht mehr in dieser Ansicht');
    await expect(rowOf(page, 'Tobias Gerlach')).toBeFocused();
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.snoozedUntil).not.toBeNull();
  });

  await test.step('undone', async () => {
    await keyboard.press('z');
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.snoozedUntil).toBeNull();
    await expect(rowOf(page, 'Sabine Keller')).toContainText('Zimmer 1');
  });

  await test.step('past the deadline only when one knows', async () => {
    await rowOf(page, 'Sabine Keller').click();
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await keyboard.press('h');
    await expect(dialog).toBeVisible();
    // Letters are words: neither a choice nor a command.
    await keyboard.type('in 3 Wochen');
    await expect(dialog.getByLabel('Oder in Worten')).toHaveValue('in 3 Wochen');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Die Frist läuft vorher ab');
    await expectAccessible(page, 'the warning');
    await dialog.getByRole('button', { name: 'Trotzdem zurückstellen' }).click();
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.snoozedUntil).not.toBeNull();
  });

  await test.step('among the snoozed', async () => {
    await page.getByRole('link', { name: /^Zurückgestellt/ }).click();
    await expect(queueRows(page)).toHaveCount(1);
    await expect(rowOf(page, 'Sabine Keller')).toBeVisible();
    await page.getByRole('link', { name: /^Jetzt dran/ }).click();
    await expect(queueRows(page)).toHaveCount(3);
  });

  await test.step('awake when the person writes', async () => {
    await deliver(house.url, channel.token, [
      guestSays('Und niemand antwortet mir.', {
        author: { externalId: 'Sabine Keller', name: 'Sabine Keller' },
        parentExternalId: firstId,
      }),
    ]);
    await expect.poll(async () => (await threadOf(anna, 'Sabine Keller'))?.snoozedUntil).toBeNull();
    await keyboard.press('.');
    await expect(rowOf(page, 'Sabine Keller')).toContainText('Und niemand antwortet mir.');
  });
});

test('many at once: done, told honestly, and taken back as a whole', async ({ house, open }) => {
  const { channel } = await arrive(house);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  const page = await open(`${house.url}/inbox`, anna);
  const { keyboard } = page;
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);
  const bar = page.getByRole('toolbar', { name: 'Auswahl bearbeiten' });

  await test.step('selected by keys; nothing moves', async () => {
    await keyboard.press('j');
    await keyboard.press('k');
    const before = await rowOf(page, 'Sabine Keller').boundingBox();
    await keyboard.press('x');
    await keyboard.press('Shift+J');
    await keyboard.press('Shift+J');
    await expect(bar).toContainText('3 gewählt');
    expect(await rowOf(page, 'Sabine Keller').boundingBox()).toEqual(before);
    await expectAccessible(page, 'the bar');
  });

  await test.step('and by mouse', async () => {
    await rowOf(page, 'Jens Ostermann').getByRole('checkbox').click();
    await expect(bar).toContainText('4 gewählt');
    await rowOf(page, 'Jens Ostermann').getByRole('checkbox').click();
    await rowOf(page, 'Jens Ostermann').click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('4 gewählt');
    await keyboard.press('*');
    await keyboard.press('n');
    await expect(bar).toHaveCount(0);
    await keyboard.press('*');
    await keyboard.press('a');
    await expect(bar).toContainText('4 gewählt');
  });

  await test.step('tags, by typing', async () => {
    await keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: 'Schlagwörter für 4 Gespräche' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await keyboard.type('Housekeeping');
    await keyboard.press('Enter');
    await expectAccessible(page, 'the tags');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, 'Miriam Vogt')).toContainText('Housekeeping');
    await expect
      .poll(async () => (await rowsOf(anna)).map((row) => row.tags))
      .toEqual(guests.map(() => ['Housekeeping']));
    await keyboard.press('z');
    await expect.poll(async () => (await rowsOf(anna)).flatMap((row) => row.tags)).toEqual([]);
  });

  await test.step('what a colleague has is left alone, and says so', async () => {
    const taken = await threadOf(anna, 'Tobias Gerlach');
    await ben.call('POST', `/api/threads/${taken?.id}/claim`, {});
    await keyboard.press('*');
    await keyboard.press('a');
    await keyboard.press('i');
    const told = page.getByRole('status').filter({ hasText: '3 Ihnen zugewiesen, 1 übersprungen' });
    await told.getByRole('button', { name: 'Warum?' }).click();
    const list = page.getByRole('dialog', { name: '1 übersprungen' });
    await expect(list).toContainText('Tobias Gerlach');
    await expect(list).toContainText('Ben Lang ist zuständig.');
    await expectAccessible(page, 'the skipped');
    await keyboard.press('Enter');
    await expect(list).toBeHidden();
    await keyboard.press('z');
    await expect
      .poll(async () => (await rowsOf(anna)).filter((row) => row.assigneeId !== null).map((row) => row.author.name))
      .toEqual(['Tobias Gerlach']);
  });

  await test.step('resolved with one reason, and back', async () => {
    await keyboard.press('*');
    await keyboard.press('a');
    await keyboard.press('m');
    await page.getByRole('dialog').getByText('4 Gespräche').waitFor();
    await keyboard.press('3');
    await expect.poll(async () => (await rowsOf(anna)).map((row) => row.status)).toEqual(guests.map(() => 'resolved'));
    const told = page
      .getByRole('status')
      .filter({ hasText: '4 erledigt', has: page.getByRole('button', { name: /^Rückgängig/ }) });
    await expect(told).toBeVisible();
    await keyboard.press('z');
    await expect.poll(async () => (await rowsOf(anna)).map((row) => row.status)).toEqual(guests.map(() => 'open'));
  });
});

test('a colleague who is mentioned is called, until they have looked', async ({ house, open }) => {
  const { channel } = await arrive(house);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  await house.invite('Berta Fremd', 'agent', []);
  const annas = await open(`${house.url}/inbox`, anna);
  const bens = await open(`${house.url}/inbox`, ben);
  for (const page of [annas, bens]) {
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await untilLive(page);
  }
  await annas.keyboard.press('j');
  await expect(threadPane(annas, 'Tobias Gerlach').getByText('Zimmer 2')).toBeVisible();
  await expect(composer(annas)).toBeVisible();
  await annas.keyboard.press('n');
  await annas.keyboard.type(' Bitte schau nach.');
  await annas.keyboard.press('Home');
  await annas.keyboard.type('@Be');
  const list = annas.getByRole('listbox', { name: 'Kollegen' });
  await expect(list.getByRole('option')).toHaveText([/Ben Lang$/]);
  await expectAccessible(annas, 'the names');
  await slowScreen(annas);
  await annas.keyboard.press('Enter');
  await annas.keyboard.type('hallo. ');
  await expect(composer(annas)).toHaveValue('@Ben Lang hallo. Bitte schau nach.');
  await annas.keyboard.press('ControlOrMeta+Enter');
  const call = bens.getByRole('status').filter({ hasText: 'Anna Hofer hat Sie erwähnt' });
  await expect(call).toBeVisible({ timeout: 5_000 });
  const mentions = async () =>
    (await ben.call<{ views: { mentioned: number } }>('GET', '/api/threads/counts')).views.mentioned;
  expect(await mentions()).toBe(1);
  await call.getByRole('button', { name: 'Öffnen' }).click();
  await expect(threadPane(bens, 'Tobias Gerlach').getByText('Bitte schau nach')).toBeVisible();
  await expect.poll(mentions).toBe(0);

  await test.step('who goes back while a note is being kept is not moved about there', async () => {
    let keep = () => {};
    const kept = new Promise<void>((resolve) => (keep = resolve));
    await annas.route('**/notes', (route) => kept.then(() => route.continue()));
    for (const name of ['Sabine Keller', 'Tobias Gerlach']) {
      await rowOf(annas, name).click();
      await expect(threadPane(annas, name).locator('#composer-paper')).toBeVisible();
    }
    await annas.keyboard.press('n');
    await annas.keyboard.type('Danke.');
    await annas.keyboard.press('ControlOrMeta+Enter');
    await annas.goBack();
    await expect(threadPane(annas, 'Sabine Keller').locator('#composer-paper')).toBeVisible();
    const answer = annas.waitForResponse('**/notes');
    keep();
    await (await answer).finished();
    await annas.evaluate(() => new Promise((later) => setTimeout(later, 100)));
    await expect(threadPane(annas, 'Sabine Keller').locator('.talk')).not.toBeFocused();
  });

  await test.step('of a thread that is not there one hears once', async () => {
    await bens.goto(`${house.url}/inbox/nowhere`);
    await expect(bens.getByRole('alert')).toHaveText([/^Gespräch nicht geladen/]);
    await expectAccessible(bens, 'no such thread');
  });
});
