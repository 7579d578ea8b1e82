import type { Page } from '@playwright/test';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, type House, test, untilLive } from './people.ts';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const guest = (n: number) => ({ externalId: `gast-${n}`, name: `Gast ${n}` });

/** A house in which some guests wait since yesterday and some since a moment ago. */
async function openHouse(house: House): Promise<{ token: string; lead: ApiClient }> {
  const { id, token } = await addApiChannel(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [id]);
  await deliver(
    house.url,
    token,
    Array.from({ length: 14 }, (_, n) =>
      guestSays(n % 2 === 0 ? 'Nie wieder, das Zimmer war schmutzig.' : 'Gibt es im Winter einen Ladeplatz?', {
        author: guest(n),
        postedAt: ago(n < 5 ? 1440 + n : n),
      }),
    ),
  );
  return { token, lead };
}

const figureOf = (page: Page, list: string) => page.locator(`.figures [data-list="${list}"] .figure`);
const rows = (page: Page) => page.locator('[data-row]');

test('each number on the wall opens the list that it counts', async ({ house, open }) => {
  const { lead } = await openHouse(house);
  const page = await open(`${house.url}/wall`, lead);
  await expect(figureOf(page, 'open')).toHaveText('14');
  const lists: Record<string, number> = {};
  for (const list of ['open', 'overdue', 'unassigned', 'opened', 'running', 'promised']) {
    const link = page.locator(`[data-list="${list}"]`).last();
    await expect(link).toContainText(/\d/);
    const n = Number(/\d+/.exec((await link.innerText()).replace(/^[^\d]*/, ''))?.[0]);
    lists[list] = n;
    await link.click();
    await expect(page).toHaveURL(/\/inbox/);
    await expect(rows(page)).toHaveCount(n);
    await page.goBack();
    await expect(page.locator('.figures')).toBeVisible();
  }
  expect(lists.overdue).toBeGreaterThan(0);
  expect(lists.opened).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Als Tabelle' }).last().click();
  await expect(page.getByRole('table', { name: /Eingang/ })).toBeVisible();
  await expectAccessible(page, 'wall with tables');
});

test('the wall follows within two seconds, moves nothing, and stands still when it is held', async ({
  house,
  open,
}) => {
  const { token, lead } = await openHouse(house);
  const page = await open(`${house.url}/wall`, lead);
  await untilLive(page);
  await expect(figureOf(page, 'open')).toHaveText('14');
  await expect(page.locator('.heat')).toBeVisible();
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources?: { node?: Element }[] })[])
        shifts.push(...(entry.sources ?? []).map(({ node }) => node?.parentElement?.outerHTML.slice(0, 200) ?? 'gone'));
    }).observe({ type: 'layout-shift' });
  });
  const since = Date.now();
  await deliver(house.url, token, [guestSays('Und jetzt ist auch noch das Frühstück kalt.', { author: guest(20) })]);
  await expect(figureOf(page, 'open')).toHaveText('15', { timeout: 2000 });
  await expect(page.locator('[data-list="opened"]')).toContainText(/\d/);
  expect(Date.now() - since).toBeLessThanOrEqual(2000);
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);

  const other = await open(`${house.url}/wall`, lead);
  await untilLive(other);
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: /^Angehalten/, pressed: true }).first()).toBeVisible();
  await deliver(house.url, token, [guestSays('Niemand hat geantwortet.', { author: guest(21) })]);
  await expect(figureOf(other, 'open')).toHaveText('16');
  await expect(figureOf(page, 'open')).toHaveText('15');
  await page.keyboard.press('p');
  await expect(figureOf(page, 'open')).toHaveText('16');
});

test('on a big screen there is no menu, nobody by name, and no small text', async ({ house, open }) => {
  const { lead } = await openHouse(house);
  const page = await open(`${house.url}/wall?tv=1`, lead, { viewport: { width: 1920, height: 1080 } });
  await expect(figureOf(page, 'open')).toHaveText('14');
  await expect(page.locator('.hours .chart')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('Wer hat wie viel?')).toHaveCount(0);
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: element, textContent } = texts.currentNode;
      if (!element || !textContent?.trim() || element.closest('.sr, .skip, script, style')) continue;
      if (element.getClientRects().length === 0) continue;
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 28) found.push(textContent.trim());
    }
    return found;
  });
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'wall on a big screen');
});

test('figures per person: switched on with a reason, each look recorded', async ({ house, open }) => {
  const { lead } = await openHouse(house);
  const wall = await open(`${house.url}/wall`, lead);
  await expect(figureOf(wall, 'open')).toHaveText('14');
  await expect(wall.getByRole('button', { name: 'Antwortzeiten je Person' })).toHaveCount(0);

  const settings = await open(`${house.url}/codetermination`, house.admin);
  await expect(settings.getByText('Ausgeschaltet, wie in jedem neuen Haus.')).toBeVisible();
  await settings.getByRole('button', { name: 'Einschalten' }).click();
  await expect(settings.getByText('Bitte einen Grund angeben.')).toBeVisible();
  await settings.getByLabel('Grund').fill('Betriebsvereinbarung vom 2. März 2026');
  await settings.getByRole('button', { name: 'Einschalten' }).click();
  await expect(settings.getByText('Eingeschaltet.')).toBeVisible();
  await expectAccessible(settings, 'co-determination');

  await wall.reload();
  await wall.getByRole('button', { name: 'Antwortzeiten je Person' }).click();
  await expect(wall.getByRole('dialog')).toContainText('Weniger als 5 Personen haben geantwortet');
  await expectAccessible(wall, 'figures per person');

  await settings.reload();
  const log = settings.getByRole('table', { name: 'Protokoll' });
  await expect(log.getByRole('row').nth(1)).toContainText('Clara Busch');
  await expect(log.getByRole('row').nth(1)).toContainText('angesehen');
  await expect(log.getByRole('row').nth(2)).toContainText('Betriebsvereinbarung vom 2. März 2026');

  await wall.goto(`${house.url}/profile`);
  await expect(wall.getByText('Leitungen dürfen Antwortzeiten je Person sehen')).toBeVisible();
});
