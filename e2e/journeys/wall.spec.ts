import type { Locator, Page } from '@playwright/test';
import type { Thread } from '@stammgast/shared/contract/threads';
import { guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import { type ApiClient, addApiChannel, promiseMinutes } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, type House, test, untilLive } from './people.ts';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const guest = (n: number) => ({ externalId: `gast-${n}`, name: `Gast ${n}` });

/** A house in which some guests wait since yesterday and some since a moment ago. */
async function openHouse(house: House, others: readonly string[] = []): Promise<{ token: string; lead: ApiClient }> {
  const { id, token } = await addApiChannel(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [id, ...others]);
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

/** Besides them: guests of another channel who are nearly late, and twelve who wrote in one hour of another day. */
async function busyHouse(house: House): Promise<{ lead: ApiClient; token: string; blogId: string }> {
  await promiseMinutes(house.admin, 60);
  const blog = await addApiChannel(house.admin, 'Hausblog');
  const { lead, token } = await openHouse(house, [blog.id]);
  const hour = (Math.floor(Date.now() / 3_600_000) - 6 * 24) * 60;
  const at = (minutes: number) => new Date((hour + minutes) * 60_000).toISOString();
  const early = Array.from({ length: 12 }, (_, n) =>
    guestSays('Das Frühstück war leider kalt.', { author: guest(100 + n), postedAt: at(n) }),
  );
  const soon = [1, 2, 3].map((n) => guestSays('Wann öffnet die Sauna?', { author: guest(200 + n), postedAt: ago(50) }));
  await deliver(house.url, blog.token, [...early, ...soon]);
  return { lead, token, blogId: blog.id };
}

/** Two of the newest get their answers, and two of the oldest a colleague. */
async function workThrough(url: string, lead: ApiClient, token: string): Promise<void> {
  const rowsOf = async (q: string) =>
    (await lead.call<{ threads: Thread['row'][] }>('GET', `/api/threads?q=${q}&limit=2`)).threads;
  const { id: assigneeId } = await lead.call<{ id: string }>('GET', '/api/session');
  const assign = async (id: string) => {
    const { version } = (await lead.call<Thread>('GET', `/api/threads/${id}`)).row;
    await lead.call('POST', `/api/threads/${id}/assignment`, { assigneeId, version });
  };
  // That they are late may be written down at this moment, and makes another version of them.
  for (const { id } of await rowsOf('is:overdue')) await expect(() => assign(id)).toPass();
  for (const { id } of await rowsOf('is:open+account:G%C3%A4steforum+sort:newest')) {
    const { comments } = await lead.call<Thread>('GET', `/api/threads/${id}`);
    const reply = { commentId: comments[0]?.id, body: 'Ja, den gibt es.', idempotencyKey: `answer-${id}` };
    await lead.call('POST', `/api/threads/${id}/replies`, { ...reply, confirmed: guardCodes });
  }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const waiting = async () => {
    const answer = await fetch(`${url}/api/v1/replies`, { headers });
    return ((await answer.json()) as { replies: { id: string }[] }).replies;
  };
  await expect.poll(async () => (await waiting()).length, { timeout: 40_000 }).toBe(2);
  for (const { id } of await waiting()) {
    const body = JSON.stringify({ externalId: `answer-${id}` });
    await fetch(`${url}/api/v1/replies/${id}/published`, { method: 'POST', headers, body });
  }
}

test('each number on the wall opens the list that it counts', async ({ house, open }) => {
  const { lead, token } = await busyHouse(house);
  await workThrough(house.url, lead, token);
  const page = await open(`${house.url}/wall?period=month`, lead);
  await expect(figureOf(page, 'open')).toHaveText('27');
  /** What the link shows, or where its number stands else; it is the number of rows behind it. */
  const opens = async (link: Locator, number: Locator = link, pattern = /(\d+)\D*$/) => {
    await expect(number).toHaveText(pattern);
    const n = pattern.exec(await number.innerText())?.[1];
    expect(Number(n)).toBeGreaterThan(0);
    await link.click();
    await expect(page).toHaveURL(/\/inbox/);
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(n));
    await page.goBack();
    await expect(page.locator('.figures')).toBeVisible();
  };
  const linkOf = (list: string) => page.locator(`[data-list="${list}"]`);
  for (const list of ['open', 'soon', 'overdue']) await opens(linkOf(list), figureOf(page, list));
  for (const list of ['kept', 'negative'])
    await opens(linkOf(list), page.locator('.figures li').filter({ has: linkOf(list) }), /davon (\d+)/);
  for (const list of ['unassigned', 'decided', 'opened', 'promised', 'running', 'answered']) {
    const links = linkOf(list);
    await expect(links.first()).toBeVisible();
    for (const [i] of (await links.all()).entries()) {
      const median = links.nth(i).filter({ has: page.locator('.figure') });
      await opens(links.nth(i), (await median.count()) > 0 ? links.nth(i).locator('.meta') : undefined);
    }
  }
  await opens(page.locator('.chan a').first());
  await opens(page.locator('.chan a').last());
  const clara = page.locator('.people li').filter({ hasText: 'Clara Busch' });
  await opens(clara.getByRole('link', { name: '2 überfällig' }));
  await opens(clara.getByRole('link').last());

  const flow = page.locator('.hours');
  await flow.getByRole('button', { name: 'Als Tabelle' }).click();
  await expect(page.getByRole('table', { name: /Eingang/ })).toBeVisible();
  await expectAccessible(page, 'wall with tables');
  await opens(flow.getByRole('link', { name: /^[1-9]/ }).first());
});

test('a team limits the wall, each list behind it, and what hangs on the wall', async ({ house, open }) => {
  const { lead, blogId } = await busyHouse(house);
  await house.admin.call('POST', '/api/teams', { name: 'Haus Wien', channelIds: [blogId] });
  const page = await open(`${house.url}/wall?period=month`, lead);
  await expect(figureOf(page, 'open')).toHaveText('29');
  await page.getByRole('combobox', { name: 'Team' }).selectOption('Haus Wien');
  await expect(figureOf(page, 'open')).toHaveText('15');
  await expect(page.getByRole('combobox', { name: 'Kanal' }).getByRole('option')).toHaveCount(2);
  await expectAccessible(page, 'wall of a team');
  await page.locator('[data-list="soon"]').click();
  await expect(page).toHaveURL(/inbox.*team/);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
  await page.goBack();
  await page.getByRole('link', { name: 'Auf großem Bildschirm zeigen' }).click();
  await expect(page).toHaveURL(/tv=1/);
  await expect(page.locator('.page-head')).toContainText('Haus Wien');
  await expect(figureOf(page, 'open')).toHaveText('15');
});

test('the hours of the week show when people write, and how long they wait', async ({ house, open }) => {
  const { lead } = await busyHouse(house);
  const page = await open(`${house.url}/wall`, lead);
  const heat = page.locator('.heat');
  const opensTwelve = async (cell: Locator) => {
    await cell.click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '12');
    await page.goBack();
  };
  // In the first minutes of a day they lie in two hours, twelve in each.
  await opensTwelve(heat.getByRole('link', { name: /: 12 Gespräche$/ }).first());

  await heat.getByRole('radio', { name: 'Eingang' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/heat=answers/);
  // Nobody of them has an answer: that is no time of zero, and no missing one.
  const cell = heat.getByRole('link', { name: /: noch nicht die Hälfte \(n = 12\)$/ }).first();
  await expect(cell).toHaveText('offen');
  // The five of yesterday, in whichever hours that was.
  await expect(heat.getByRole('link', { name: /: zu wenige \(n = [1-5]\)$/ }).first()).toHaveText('< 10');
  await expect(heat.getByRole('link', { name: /: noch keine Daten \(n = 0\)$/ }).first()).toHaveText('–');
  await expectAccessible(page, 'hours of the week with answers');
  await opensTwelve(cell);
  await expect(heat.getByRole('radio', { name: 'Zeit bis zur ersten Antwort' })).toBeChecked();
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
  // The names of the channels widen their list in the head of the page; what comes with the page is in its place by then.
  await page.waitForLoadState('networkidle');
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
  await expect(page.locator('.hours [data-list="opened"]')).toContainText(/\d/);
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
