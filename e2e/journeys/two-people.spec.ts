import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { composer, expect, rowOf, test, threadPane, untilLive } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '3' } });

const replies = (page: Page) => page.getByRole('article', { name: /^Antwort von/ });

test('two people on one thread see each other’s changes live', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const ben = await house.invite('Ben Lang', 'agent', [channel.id]);
  await deliver(house.url, channel.token, [
    guestSays('Die Heizung war defekt, und niemand hat sich gekümmert. Sehr enttäuschend!', {
      author: { externalId: 'sabine', name: 'Sabine Keller' },
    }),
  ]);
  const annas = await open(`${house.url}/inbox`, anna);
  const bens = await open(`${house.url}/inbox`, ben);
  for (const page of [annas, bens]) {
    await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
    await untilLive(page);
  }

  await test.step('a note', async () => {
    await annas.keyboard.press('n');
    await expect(composer(annas)).toBeFocused();
    await annas.keyboard.type('Ich frage beim Haustechniker nach.');
    await annas.keyboard.press('ControlOrMeta+Enter');
    const note = bens.getByRole('article', { name: 'Interne Notiz von Anna Hofer' });
    await expect(note).toContainText('Ich frage beim Haustechniker nach.', { timeout: 2_000 });
  });

  await test.step('an assignment', async () => {
    await bens.getByRole('button', { name: /^Zuweisen/ }).click();
    await bens.getByRole('menuitemradio', { name: 'Mir zuweisen' }).click();
    await expect(threadPane(annas, 'Sabine Keller').getByTitle('zuständig: Ben Lang')).toBeVisible({ timeout: 2_000 });
  });

  await test.step('both answer at the same moment: one answer goes out, the other text stays', async () => {
    for (const [page, text] of [
      [annas, 'Das tut uns leid. Anna'],
      [bens, 'Das bedauern wir. Ben'],
    ] as const) {
      await composer(page).fill(text);
      await composer(page).focus();
    }
    // Each is told that the other one writes, and both send all the same.
    for (const page of [annas, bens]) {
      await expect(threadPane(page, 'Sabine Keller').getByTitle(/schreibt gerade$/)).toBeVisible();
      await composer(page).press('ControlOrMeta+Enter');
      await expect(page.getByRole('button', { name: 'Trotzdem senden' })).toBeVisible();
    }
    await Promise.all([annas, bens].map((page) => page.getByRole('button', { name: 'Trotzdem senden' }).click()));
    for (const page of [annas, bens]) await expect(replies(page)).toHaveCount(1);
    const refusals = [annas, bens].map((page) => page.getByRole('alert'));
    await expect
      .poll(async () => (await Promise.all(refusals.map((one) => one.allTextContents()))).flat())
      .toEqual([expect.stringContaining('schon eine Antwort unterwegs')]);
    const left = await Promise.all([annas, bens].map((page) => composer(page).inputValue()));
    const sent = await replies(annas).locator('p').first().textContent();
    expect([...left, sent].filter(Boolean).sort()).toEqual(['Das bedauern wir. Ben', 'Das tut uns leid. Anna']);
  });

  await test.step('the state of the answer, through to the platform', async () => {
    for (const page of [annas, bens]) await expect(replies(page)).toContainText('wartet auf Freigabe der Plattform');
    const headers = { authorization: `Bearer ${channel.token}`, 'content-type': 'application/json' };
    const waiting = (await (await fetch(`${house.url}/api/v1/replies`, { headers })).json()) as {
      replies: { id: string }[];
    };
    expect(waiting.replies).toHaveLength(1);
    const body = JSON.stringify({ externalId: 'answer-1' });
    const confirm = `${house.url}/api/v1/replies/${waiting.replies[0]?.id}/published`;
    expect((await fetch(confirm, { method: 'POST', headers, body })).status).toBe(200);
    for (const page of [annas, bens])
      await expect(replies(page).getByText('veröffentlicht', { exact: true })).toBeVisible({ timeout: 2_000 });
  });

  await test.step('a resolution', async () => {
    await bens.getByRole('button', { name: /^Erledigt/ }).click();
    await expect(threadPane(annas, 'Sabine Keller').getByTitle('erledigt')).toBeVisible({ timeout: 2_000 });
    await expect(threadPane(annas, 'Sabine Keller').getByRole('button', { name: /^Erledigt/ })).toHaveCount(0);
  });
  await expect(rowOf(annas, 'Sabine Keller')).toHaveCount(0);
});
