import { addApiChannel } from '../house.ts';
import { deliver, roomComplaints } from './comments.ts';
import { composer, expect, queueRows, rowOf, statusOf, test, threadPane, untilLive } from './people.ts';

test('keys of one’s own: changed, exchanged, switched off, on every device', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await deliver(house.url, channel.token, roomComplaints(['Sabine Keller', 'Tobias Gerlach', 'Miriam Vogt']));
  const agent = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const page = await open(`${house.url}/inbox`, agent);
  const { keyboard } = page;
  const choice = page.getByRole('listbox', { name: 'Befehle' }).getByRole('option', { selected: true });
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);
  const mapOf = async () =>
    (await agent.call<{ preferences: { keyMap?: object } }>('GET', '/api/session')).preferences.keyMap ?? {};

  await test.step('to the settings by the palette', async () => {
    await keyboard.press('ControlOrMeta+k');
    // Typed on at once, while the palette is still being fetched: no letter becomes a command.
    await keyboard.type('shortcuts ändern');
    await expect(choice).toContainText('Tasten ändern');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Tasten', level: 2 })).toBeFocused();
  });

  const key = (name: string) => page.getByRole('button', { name, exact: true });
  await test.step('another key for a command', async () => {
    await key('nächstes Gespräch: j ändern').focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'nächstes Gespräch: neue Taste drücken' })).toBeFocused();
    await keyboard.press('w');
    await expect(key('nächstes Gespräch: w ändern')).toBeFocused();
    await expect.poll(mapOf).toEqual({ next: ['w', 'ArrowDown'] });
  });

  await test.step('a key that another command has: named, and exchanged on demand', async () => {
    await keyboard.press('Enter');
    await keyboard.press('k');
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('„k“ gehört zu „voriges Gespräch“.');
    await expect.poll(mapOf).toEqual({ next: ['w', 'ArrowDown'] });
    await refusal.getByRole('button', { name: 'Tauschen' }).focus();
    await keyboard.press('Enter');
    await expect(key('voriges Gespräch: w ändern')).toBeVisible();
    await expect.poll(mapOf).toEqual({ next: ['k', 'ArrowDown'], previous: ['w', 'ArrowUp'] });
    await expect(key('nächstes Gespräch: k ändern')).toBeFocused();
  });

  await test.step('refused: hidden behind AltGr; left by Esc and by Tab', async () => {
    await keyboard.press('Enter');
    await keyboard.press('@');
    await expect(page.getByRole('alert')).toContainText('hinter AltGr');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await expect(key('nächstes Gespräch: k ändern')).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Taste wegnehmen' })).toBeFocused();
    await keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: /neue Taste/ })).toHaveCount(0);
  });

  await test.step('used in the inbox, and shown wherever keys are', async () => {
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(queueRows(page)).toHaveCount(3);
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await keyboard.press('j');
    await keyboard.press('k');
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await keyboard.press('w');
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await expect(page.locator('.queue-foot .kbd')).toContainText(['k', 'w']);
    await keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Tasten' }).locator('dl > div').first()).toContainText(/gesprächk/i);
    await keyboard.press('Escape');
  });

  await test.step('on another device', async () => {
    const other = await open(`${house.url}/inbox`, agent);
    await expect(threadPane(other, 'Sabine Keller')).toBeVisible();
    await other.keyboard.press('k');
    await expect(threadPane(other, 'Tobias Gerlach')).toBeVisible();
  });

  await test.step('a text of any kind keeps its letters, also while signs are composed', async () => {
    await page.evaluate(() => {
      const paper = document.createElement('div');
      paper.contentEditable = 'true';
      paper.id = 'any-text';
      document.querySelector('#content')?.append(paper);
      paper.focus();
    });
    await keyboard.type('egal?');
    await expect(page.locator('#any-text')).toHaveText('egal?');
    await page.evaluate(() => {
      const begun = { bubbles: true, cancelable: true, isComposing: true };
      for (const key of ['e', 'Enter', 'Escape', 'k'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ...begun }));
    });
    expect(await statusOf(agent, 'Sabine Keller')).toBe('open');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await page.evaluate(() => document.querySelector('#any-text')?.remove());
  });

  await test.step('single keys switched off: Ctrl, Esc and arrows remain', async () => {
    await keyboard.press('g');
    await keyboard.press('e');
    const single = page.getByRole('checkbox', { name: 'Einzelne Tasten verwenden' });
    await single.focus();
    await keyboard.press('Space');
    await expect(single).not.toBeChecked();
    await expect(page.locator('.nav .kbd')).toHaveText(['Strg k']);
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(single).toBeVisible();
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type('Posteingang');
    await expect(choice).toContainText('zum Posteingang');
    await keyboard.press('Enter');
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await expect(queueRows(page)).toHaveCount(3);
    for (const bare of ['k', 'e', 'n', '/', '?']) await keyboard.press(bare);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await keyboard.press('ArrowDown');
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await composer(page).focus();
    await keyboard.type('kein Befehl');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('article', { name: 'Antwort von Anna Hofer' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(rowOf(page, 'Tobias Gerlach')).toBeFocused();
  });

  await test.step('an undo that is refused says why and stays in the list; a message closed gives the focus back', async () => {
    await agent.call('PATCH', '/api/me', { preferences: { undoSeconds: 0 } });
    await page.reload();
    await expect(threadPane(page, 'Tobias Gerlach')).toBeVisible();
    await untilLive(page);
    await keyboard.press('j');
    await expect(threadPane(page, 'Miriam Vogt')).toBeVisible();
    await keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Ohne Antwort erledigen' })).toBeVisible();
    await keyboard.press('Enter');
    await expect.poll(() => statusOf(agent, 'Miriam Vogt')).toBe('resolved');
    const done = page.getByRole('status').filter({ hasText: /^ErledigtMiriam Vogt/ });
    // No time runs here: it stays until it is closed.
    await expect(done.locator('.left')).toHaveCount(0);
    await expect(page.locator('[data-row]:focus')).toHaveCount(1);
    await done.getByRole('button', { name: 'Schließen' }).focus();
    await keyboard.press('Enter');
    await expect(done).toHaveCount(0);
    await expect(page.locator('[data-row]:focus')).toHaveCount(1);

    const { threads } = await agent.call<{ threads: { id: string; author: { name: string } }[] }>(
      'GET',
      '/api/threads?q=',
    );
    const miriam = threads.find((thread) => thread.author.name === 'Miriam Vogt');
    await house.admin.call('DELETE', `/api/threads/${miriam?.id}/resolution`);
    await keyboard.press('z');
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('Nicht rückgängig zu machen: Erledigt (Miriam Vogt)');
    await expect(refusal).toContainText('schon offen');
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type('rückgängig');
    await expect(page.getByRole('option', { name: /^Rückgängig: Erledigt/ })).toContainText('schon offen');
    await keyboard.press('Escape');
    await keyboard.press('z');
    await expect(page.getByText('Es gibt nichts rückgängig zu machen.')).toBeVisible();
  });
});
