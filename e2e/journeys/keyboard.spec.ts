import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { deliver, guestSays, roomComplaints } from './comments.ts';
import { composer, expect, queueRows, rowOf, statusOf, test, threadPane, untilLive } from './people.ts';

const assigneesOf = async (client: ApiClient) => {
  const { threads } = await client.call<{ threads: { author: { name: string }; assigneeId: string | null }[] }>(
    'GET',
    '/api/threads?q=',
  );
  return threads.flatMap((thread) => (thread.assigneeId === null ? [] : thread.author.name));
};

/** A stroke as a German keyboard makes it: the sign is on Shift and 7. */
async function germanSlash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const stroke = { modifiers: 8, key: '/', code: 'Digit7', windowsVirtualKeyCode: 55 };
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '/', ...stroke });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  await devtools.detach();
}

test('the whole loop with the mouse unplugged', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await deliver(
    house.url,
    channel.token,
    roomComplaints(['Sabine Keller', 'Tobias Gerlach', 'Miriam Vogt', 'Jens Ostermann']),
  );
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const page = await open(`${house.url}/inbox`, lead);
  const { keyboard } = page;
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await untilLive(page);

  await test.step('moving, opening, going back', async () => {
    await keyboard.press('j');
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await keyboard.press('j');
    await expect(threadPane(page, 'Miriam Vogt')).toBeVisible();
    await keyboard.press('k');
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await expect(rowOf(page, 'Tobias Gerlach')).toBeFocused();
    await expect(threadPane(page, 'Tobias Gerlach').getByText('Das Zimmer 2 war schmutzig')).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Gespräch', exact: true })).toBeFocused();
    await keyboard.press('u');
    await expect(rowOf(page, 'Tobias Gerlach')).toBeFocused();
  });

  await test.step('a note', async () => {
    await keyboard.press('n');
    await keyboard.type('egal, ein Einzelfall: er reist jedes Jahr an');
    await expect(composer(page)).toHaveValue('egal, ein Einzelfall: er reist jedes Jahr an');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('article', { name: 'Interne Notiz von Clara Busch' })).toContainText('egal, ein');
    await keyboard.press('Escape');
    await expect(rowOf(page, 'Tobias Gerlach')).toBeFocused();
  });

  const answer = page.getByRole('article', { name: 'Antwort von Clara Busch' });
  await test.step('an answer; letters are text in the composer and change nothing', async () => {
    await keyboard.press('r');
    await keyboard.type('eine ehrliche Entschuldigung?');
    await expect(composer(page)).toHaveValue('eine ehrliche Entschuldigung?');
    expect(await statusOf(lead, 'Tobias Gerlach')).toBe('open');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(answer).toContainText(/wird in \d+ s veröffentlicht/);
    await expect(composer(page)).toHaveValue('');
  });

  await test.step('taken back within the hold: the text is in the composer again, nothing goes out', async () => {
    await expect(page.getByRole('region', { name: 'Gespräch', exact: true })).toBeFocused();
    await keyboard.press('z');
    await expect(answer).toHaveCount(0);
    await expect(composer(page)).toHaveValue('eine ehrliche Entschuldigung?');
    const headers = { authorization: `Bearer ${channel.token}` };
    expect(await (await fetch(`${house.url}/api/v1/replies`, { headers })).json()).toEqual({ replies: [] });
  });

  await test.step('sent after all, from the same text', async () => {
    await keyboard.press('r');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(answer).toContainText('wartet auf Freigabe der Plattform', { timeout: 20_000 });
  });

  await test.step('asked for a reason why it needs no other answer', async () => {
    await keyboard.press('Escape');
    await keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: 'Ohne weitere Antwort erledigen' });
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('done, with a reason, and undone', async () => {
    await keyboard.press('j');
    await expect(threadPane(page, 'Miriam Vogt')).toBeVisible();
    await keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Ohne Antwort erledigen' });
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    // No commands behind a dialog.
    await keyboard.press('j');
    await keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: 'Doppelt' })).toBeChecked();
    await keyboard.press('Enter');
    await expect(rowOf(page, 'Miriam Vogt')).toContainText('erledigt');
    await expect.poll(() => statusOf(lead, 'Miriam Vogt')).toBe('resolved');
    await expect(page.getByRole('status').filter({ hasText: 'Miriam Vogt' })).toContainText('Erledigt');
    await keyboard.press('z');
    await expect.poll(() => statusOf(lead, 'Miriam Vogt')).toBe('open');
  });

  await test.step('claimed, and given away by the menu', async () => {
    await keyboard.press('g');
    await keyboard.press('p');
    const head = page.locator('.thread .facts');
    await keyboard.press('i');
    await expect(head.getByTitle('zuständig: Clara Busch')).toBeVisible();
    await keyboard.press('a');
    await expect(page.getByRole('menuitemradio', { name: 'Mir zuweisen' })).toBeFocused();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect(head.getByTitle(/^zuständig/)).toHaveCount(0);
  });

  await test.step('search, also from a German keyboard', async () => {
    const search = page.getByRole('combobox', { name: 'Suchen' });
    await keyboard.press('/');
    await expect(search).toBeFocused();
    await keyboard.type('Ostermann');
    await expect(queueRows(page)).toHaveCount(1);
    await expect(rowOf(page, 'Jens Ostermann')).toBeVisible();
    await keyboard.press('Escape');
    await expect(search).not.toBeFocused();
    await germanSlash(page);
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('Ostermann');
    await keyboard.press('Delete');
    await expect(queueRows(page)).toHaveCount(4);
    await expect(page).toHaveURL(/q=$/);
    await keyboard.press('Escape');
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(search).toHaveValue('ist:offen');
  });

  await test.step('what is new comes when asked for', async () => {
    await expect(page.locator('[data-row]:focus')).toHaveCount(1);
    await deliver(house.url, channel.token, [
      guestSays('Nie wieder!', { author: { externalId: 'neu', name: 'Nora Neumann' } }),
      // Due first: it would stand above the row with the focus.
      guestSays('Unverschämt, eine Katastrophe!', {
        author: { externalId: 'alt', name: 'Otto Alt' },
        postedAt: new Date(Date.now() - 3_600_000).toISOString(),
      }),
    ]);
    await expect(page.getByRole('button', { name: /^\d neue/ })).toBeVisible();
    await expect(rowOf(page, 'Otto Alt')).toHaveCount(0);
    await keyboard.press('.');
    await expect(rowOf(page, 'Otto Alt')).toBeVisible();
  });

  await test.step('to the wall, the keys, and back', async () => {
    await keyboard.press('g');
    await keyboard.press('w');
    await expect(page.getByRole('heading', { name: 'Wand', level: 1 })).toBeVisible();
    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Tasten' });
    await expect(help).toContainText('nächstes Gespräch');
    await keyboard.press('Escape');
    await expect(help).toBeHidden();
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(queueRows(page)).toHaveCount(6);
  });

  const palette = page.getByRole('dialog', { name: 'Befehle' });
  const choice = () => palette.getByRole('option', { selected: true });
  await test.step('any command by its name, however it is written', async () => {
    await rowOf(page, 'Otto Alt').focus();
    await keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox', { name: 'Befehl suchen' })).toBeFocused();
    await keyboard.type('kanaele');
    await expect(choice()).toContainText('zu den Kanälen');
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(rowOf(page, 'Otto Alt')).toBeFocused();
    await keyboard.press('ControlOrMeta+k');
    // A word of the other language, and of nothing that stands there.
    await keyboard.type('assign me');
    await expect(choice()).toContainText('mir zuweisen');
    await keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: /^Ihnen zugewiesenOtto Alt/ })).toBeVisible();
    await expect(rowOf(page, 'Otto Alt')).toBeFocused();
  });

  await test.step('a key pressed the moment a dialog closes is a command already', async () => {
    const help = page.getByRole('dialog', { name: 'Tasten' });
    await keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    // In one go: the page has not yet taken the closed dialog away, and its field has the focus still.
    await palette.evaluate((dialog: HTMLDialogElement) => {
      dialog.close();
      const pressed = new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true });
      dialog.querySelector('input')?.dispatchEvent(pressed);
    });
    await expect(help).toBeVisible();
    await keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(rowOf(page, 'Otto Alt')).toBeFocused();
  });

  await test.step('what was done, taken back out of order', async () => {
    await expect.poll(() => assigneesOf(lead)).toContain('Otto Alt');
    const before = (await assigneesOf(lead)).length + 1;
    await keyboard.press('ArrowDown');
    await keyboard.press('i');
    await expect.poll(async () => (await assigneesOf(lead)).length).toBe(before);
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type('rückgängig otto');
    await expect(choice()).toContainText('Rückgängig: Ihnen zugewiesen');
    await keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Rückgängig gemacht' })).toContainText('Otto Alt');
    await expect.poll(async () => (await assigneesOf(lead)).length).toBe(before - 1);
    expect(await assigneesOf(lead)).not.toContain('Otto Alt');
    // The other one is still there for `z`, and not only while its message stands.
    await keyboard.press('z');
    await expect.poll(async () => (await assigneesOf(lead)).length).toBe(before - 2);
  });

  await test.step('nothing but the thread, and back', async () => {
    await rowOf(page, 'Jens Ostermann').focus();
    await keyboard.press('Enter');
    await expect(threadPane(page, 'Jens Ostermann')).toBeVisible();
    await keyboard.press('f');
    await expect(page.getByRole('grid')).toBeHidden();
    await keyboard.press('r');
    await expect(composer(page)).toBeFocused();
    await keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Gespräch', exact: true })).toBeFocused();
    await keyboard.press('Escape');
    await expect(rowOf(page, 'Jens Ostermann')).toBeFocused();
  });

  await test.step('put off until later, and taken back', async () => {
    await keyboard.press('h');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: /^Zurückgestellt bis/ })).toContainText('Jens Ostermann');
    await expect(page.locator('[data-row]:focus')).toHaveCount(1);
    await keyboard.press('z');
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Rückgängig gemacht/ })
        .last(),
    ).toBeVisible();
    await expect(rowOf(page, 'Jens Ostermann')).toBeVisible();
  });

  await test.step('live held still and going on', async () => {
    await keyboard.press('p');
    await expect(page.getByText(/^Live angehalten – Stand/)).toBeVisible();
    await keyboard.press('p');
    await expect(page.getByText(/^Live angehalten – Stand/)).toHaveCount(0);
  });
});

test('what is typed while a dialog is still on its way is meant for it, not for the thread', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  await deliver(house.url, channel.token, roomComplaints(['Sabine Keller']));
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const page = await open(`${house.url}/inbox`, lead);
  let fetched = Promise.withResolvers<void>();
  await page.route('**/work-dialogs*.js', async (route) => {
    await fetched.promise;
    await route.continue();
  });
  /** With a dialog that is not fetched before the journey says so. */
  const begin = async () => {
    fetched = Promise.withResolvers();
    await page.reload();
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await untilLive(page);
  };
  await begin();
  // Who needs it no more, does not get it.
  await page.keyboard.press('l');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await page.keyboard.type('eilige i');
  // It would confirm what nobody has seen: lost on purpose, with all that was typed after it.
  await page.keyboard.press('Enter');
  await page.keyboard.type('e');
  fetched.resolve();
  const dialog = page.getByRole('dialog', { name: 'Schlagwörter' });
  await expect(dialog.getByRole('combobox')).toHaveValue('eilige i');
  await expect(dialog.getByText('Noch keine gewählt')).toBeVisible();
  await expect(page.locator('.thread .facts').getByTitle(/^zuständig/)).toHaveCount(0);
  expect(await statusOf(lead, 'Sabine Keller')).toBe('open');

  await test.step('a digit chooses, Enter does not', async () => {
    await begin();
    await page.keyboard.press('h');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    fetched.resolve();
    await expect(page.getByRole('dialog', { name: 'Zurückstellen' })).toBeVisible();
    await begin();
    await page.keyboard.press('h');
    await page.keyboard.type('12');
    fetched.resolve();
    await expect(page.getByRole('status').filter({ hasText: /^Zurückgestellt bis/ })).toContainText('Sabine Keller');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('what begins with a letter are words', async () => {
    await page.keyboard.press('z');
    await expect(page.getByRole('status').filter({ hasText: 'Rückgängig gemacht' })).toBeVisible();
    await begin();
    await page.keyboard.press('h');
    await page.keyboard.type('morgen 11 Uhr');
    fetched.resolve();
    const words = page.getByRole('dialog', { name: 'Zurückstellen' }).getByLabel('Oder in Worten');
    await expect(words).toHaveValue('morgen 11 Uhr');
  });
});

test('what is typed while a thread is still on its way is meant for its answer', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await deliver(house.url, channel.token, roomComplaints(['Sabine Keller', 'Tobias Gerlach']));
  const page = await open(`${house.url}/inbox`, house.admin);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);
  const asked = Promise.withResolvers<void>();
  const fetched = Promise.withResolvers<void>();
  await page.route(/\/api\/threads\/[0-9a-f-]{36}$/, async (route) => {
    asked.resolve();
    await fetched.promise;
    await route.continue();
  });
  await page.keyboard.press('j');
  await asked.promise;
  await page.keyboard.press('r');
  await page.keyboard.type('Guten Tag,');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ein Moment!');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // However long it takes: longer than is waited for what does not come.
  await page.waitForTimeout(3500);
  fetched.resolve();
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveValue('Guten Tag,\nein Moment!');
  expect(await statusOf(house.admin, 'Tobias Gerlach')).toBe('open');
});
