// A storm: told live on every page, gathered in one place, worked through together, and read afterwards.
import type { Page } from '@playwright/test';
import type { ApiClient } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, queueRows, test, untilLive } from './people.ts';

/** So many people complain, each once, within the last minutes. */
async function complain(url: string, token: string, from: number, count: number): Promise<void> {
  const comments = Array.from({ length: count }, (_, index) => ({
    externalId: `storm-${from + index}`,
    post: { externalId: 'terrace', title: 'Unsere neue Dachterrasse', url: 'https://hotel.example/terrasse' },
    author: { externalId: `guest-${from + index}`, name: `Gast ${from + index}` },
    body: 'Die Lüftung war die ganze Nacht unerträglich laut. Sehr schlecht, wir sind enttäuscht.',
    postedAt: new Date().toISOString(),
  }));
  const answer = await fetch(`${url}/api/v1/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ comments }),
  });
  expect(answer.status).toBe(200);
}

async function addChannel(admin: ApiClient, name: string): Promise<{ channel: { id: string }; token: string }> {
  const settings = { platform: 'api', name, settings: {}, allowPrivateAddress: false, replyRegister: 'sie' };
  return admin.call('POST', '/api/channels', { ...settings, language: null });
}

const bar = (page: Page) => page.getByRole('region', { name: 'Radar' });

test('a storm rises, is led, worked through and written up', async ({ house, open }) => {
  const { channel, token } = await addChannel(house.admin, 'Gästekreis');
  const lea = await house.invite('Lea Sommer', 'agent', [channel.id]);
  const clara = await house.invite('Clara Busch', 'lead', [channel.id]);
  const agent = await open(`${house.url}/inbox`, lea);
  const lead = await open(`${house.url}/radar`, clara);
  await untilLive(agent);
  await untilLive(lead);

  await test.step('before it there is nothing to see', async () => {
    await expect(lead.getByText('Das Radar lernt noch')).toBeVisible();
    await expect(lead.getByRole('heading', { name: 'Kein Vorfall' })).toBeVisible();
    await expectAccessible(lead, 'the radar without incidents');
    await complain(house.url, token, 1, 7);
    await expect(lead.getByText('7 kritische Kommentare in den letzten 24 Stunden.')).toBeVisible({ timeout: 15_000 });
    await expect(bar(agent)).toHaveCount(0);
  });

  await test.step('the eighth complaint tips the scales, and everybody is told where they are', async () => {
    await complain(house.url, token, 8, 1);
    await expect(bar(agent)).toContainText('Windstärke 3 · frische Brise', { timeout: 15_000 });
    await expect(bar(agent)).toContainText('8 kritische Kommentare von 8 Personen');
    await expectAccessible(agent, 'the inbox in a storm');
    await complain(house.url, token, 9, 3);
    await expect(bar(agent)).toContainText('Windstärke 5 · Sturm', { timeout: 15_000 });
    await bar(agent).getByRole('link', { name: 'Offene Gespräche' }).click();
    await expect(agent.getByRole('combobox', { name: 'Suchen' })).toHaveValue('vorfall:1 ist:offen');
    await expect.poll(() => queueRows(agent).count()).toBe(11);
    const head = agent.getByRole('region', { name: 'Vorfall 1' });
    await expect(head).toContainText(/Windstärke 5 · Sturm.*seit (gestern, )?\d\d:\d\d · 11 Gespräche/);
    await expect(head.getByRole('link', { name: 'Vorfall 1' })).toHaveAttribute('href', '/radar/1');
    await expect(head).toContainText('vor allem unter dem Beitrag Unsere neue Dachterrasse (11 Kommentare)');
  });

  await test.step('whoever leads ticks what is done, and colleagues see it at once', async () => {
    await expectAccessible(lead, 'the radar in a storm');
    await lead.getByRole('link', { name: 'Vorfall 1' }).click();
    await lead.getByRole('button', { name: 'Leitung übernehmen' }).click();
    await expect(lead.getByText('Leitung: Clara Busch')).toBeVisible();
    const post = lead.getByRole('link', { name: 'Unsere neue Dachterrasse' });
    await expect(post).toHaveAttribute('href', 'https://hotel.example/terrasse');
    await bar(agent).getByRole('link', { name: 'Vorfall öffnen' }).click();
    await expect(agent.getByRole('heading', { name: 'Vorfall 1', level: 1 })).toBeVisible();
    await expect(agent.getByRole('checkbox', { name: 'Ruhe bewahren' })).toBeDisabled();
    await lead.getByRole('checkbox', { name: 'Ruhe bewahren' }).click();
    await expect(lead.getByRole('checkbox', { name: 'Ruhe bewahren' })).toBeChecked();
    await expect(agent.getByRole('checkbox', { name: 'Ruhe bewahren' })).toBeChecked();
    await expect(agent.getByText('Clara Busch: Ruhe bewahren')).toBeVisible();
    await expect(agent.getByRole('button', { name: 'Leitung übernehmen' })).toHaveCount(0);
  });

  await test.step('the numbers stand in a table too, and lead to exactly their list', async () => {
    await lead.getByRole('button', { name: 'Als Tabelle' }).click();
    const table = lead.getByRole('region', { name: 'Kritische Kommentare je Stunde und was üblich ist' });
    await expect(table.getByRole('row').last()).toContainText('0 von 11');
    await expect(lead.locator('[data-list=incident]')).toHaveText('11 Gespräche');
    await lead.locator('[data-list=incident]').click();
    await expect.poll(() => queueRows(lead).count()).toBe(11);
    await lead.goBack();
  });

  await test.step('what was learnt stays', async () => {
    await lead.getByRole('button', { name: 'War ein Vorfall' }).click();
    await expect(lead.getByRole('button', { name: 'War ein Vorfall' })).toHaveAttribute('aria-pressed', 'true');
    await lead.getByLabel('Notiz für das nächste Mal').fill('Am ersten Abend einen Stand veröffentlichen.');
    await lead.getByRole('button', { name: 'Notiz speichern' }).click();
    await expect(agent.getByText('Am ersten Abend einen Stand veröffentlichen.')).toBeVisible();
    await expectAccessible(lead, 'an incident, for a lead');
    await expectAccessible(agent, 'an incident, for an agent');
    await clara.call('PATCH', '/api/me', { locale: 'en' });
    await lead.reload();
    await expect(lead.getByRole('heading', { name: 'Incident 1', level: 1 })).toBeVisible();
    await expect(lead.getByText('Wind force 5 · storm').first()).toBeVisible();
    await expectAccessible(lead, 'an incident, in English');
    await lead.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(lead, 'an incident, on a phone');
    expect(await lead.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  await test.step('a screen on the wall says it too, and no colleague’s name', async () => {
    await lead.setViewportSize({ width: 1920, height: 1080 });
    await lead.goto(`${house.url}/wall?tv=1`);
    await expect(bar(lead)).toContainText('Wind force 5 · storm');
    expect(await bar(lead).evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(
      28,
    );
    await expect(lead.getByText('Clara Busch')).toHaveCount(0);
  });
});
