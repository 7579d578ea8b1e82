import type { Locator, Page } from '@playwright/test';
import type { MyReview } from '@stammgast/shared/contract/feedback';
import type { ReviewCase } from '@stammgast/shared/contract/review';
import { type ApiClient, addApiChannel } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, type House, test } from './people.ts';

test.use({ env: { STAMMGAST_UNDO_SECONDS: '0' } });

const REVIEWS = 20;
/** Which of them are done with Tab and arrows, a critical error and a remark included. */
const byTab: readonly number[] = [1, 7];
/** What a supervisor may take for twenty threads. */
const LONGEST_MS = 10 * 60_000;

interface Row {
  readonly id: string;
  readonly author: { readonly name: string };
}

/** Lea answers so many guests; the other system publishes each answer, and each thread is done with it. */
async function answered(house: House, count: number) {
  const channel = await addApiChannel(house.admin);
  const settings = { percent: 100, channels: {}, twicePercent: 0, goal: 20, hideAuthor: true };
  await house.admin.call('PUT', '/api/review/settings', settings);
  const lea = await house.invite('Lea Sommer', 'agent', [channel.id]);
  const guests = Array.from({ length: count }, (_, i) => `Gast Nummer ${i + 1}`);
  await deliver(
    house.url,
    channel.token,
    guests.map((name, i) =>
      guestSays(`Das Zimmer ${100 + i} war kalt, gebucht war eines mit Kamin.`, {
        author: { externalId: name, name },
        postedAt: new Date(Date.now() - (60 - i) * 60_000).toISOString(),
      }),
    ),
  );
  const { threads } = await lea.call<{ threads: Row[] }>('GET', '/api/threads?q=&limit=50');
  for (const { id, author } of threads) {
    const { comments } = await lea.call<{ comments: { id: string }[] }>('GET', `/api/threads/${id}`);
    await lea.call('POST', `/api/threads/${id}/replies`, {
      commentId: comments[0]?.id,
      body: `Guten Tag ${author.name},\n\ndas war unser Fehler. Wir heizen bis heute Abend.\n\nLea Sommer`,
      idempotencyKey: crypto.randomUUID(),
      resolve: true,
    });
  }
  await publishAll(house, channel.token, count);
  return { channel, lea };
}

async function publishAll(house: House, token: string, count: number): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let published = 0;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${house.url}/api/v1/replies`, { headers });
        const { replies } = (await answer.json()) as { replies: { id: string }[] };
        for (const { id } of replies) {
          const body = JSON.stringify({ externalId: `there-${id}` });
          await fetch(`${house.url}/api/v1/replies/${id}/published`, { method: 'POST', headers, body });
        }
        published += replies.length;
        return published;
      },
      { timeout: 60_000 },
    )
    .toBe(count);
}

/** Every case as the server sent it before its review was saved. */
function unsaved(page: Page): ReviewCase[] {
  const seen: ReviewCase[] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'GET' || !/\/api\/review\/samples\/[^?]+$/.test(response.url())) return;
    const found = (await response.json().catch(() => null)) as ReviewCase | null;
    if (found && found.mine === null) seen.push(found);
  });
  return seen;
}

/** Names of what Tab leads to, one after the other; each shows that it has the focus. */
async function tabsThrough(page: Page, stops: readonly Locator[]): Promise<void> {
  for (const stop of stops) {
    await page.keyboard.press('Tab');
    await expect(stop).toBeFocused();
    await expect.poll(() => stop.evaluate(ringed)).toBe(true);
  }
}

/** Whether there is a ring round it; a score cannot be seen itself, its number can. */
const ringed = (element: Element): boolean =>
  getComputedStyle(element.closest('.seg label') ?? element).outlineStyle !== 'none';

const SCORES = [3, 2, 2, 3, 3];
const scorecard = (page: Page) => page.getByRole('form', { name: 'Bewertung' });

/** Digits lead to a criterion and give its score. */
async function rateByDigits(page: Page): Promise<void> {
  for (const key of ['1', ...SCORES.map(String)]) await page.keyboard.press(key);
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** Tab and arrows, as in any form: every part of the scorecard in its order, and Enter on the button. */
async function rateByTab(page: Page): Promise<void> {
  const card = scorecard(page);
  const groups = card.getByRole('group').filter({ has: page.getByRole('radio') });
  await expect(groups).toHaveCount(SCORES.length);
  for (const [i, score] of SCORES.entries()) {
    await tabsThrough(page, [groups.nth(i).getByRole('radio').first()]);
    for (let step = 0; step < score; step += 1) await page.keyboard.press('ArrowRight');
    await expect(groups.nth(i).getByRole('radio').nth(score)).toBeChecked();
  }
  await tabsThrough(page, [card.locator('summary')]);
  await page.keyboard.press('Enter');
  const flaws = card.locator('.crit').getByRole('checkbox');
  await expect(flaws.first()).toBeVisible();
  await tabsThrough(page, await flaws.all());
  await page.keyboard.press('Space');
  await expect(card.locator('summary')).toContainText('zulässige Kritik gelöscht oder verborgen');
  await tabsThrough(page, [card.getByLabel('Rückmeldung an die Verfasser:in')]);
  await page.keyboard.type('Bitte beim nächsten Mal einen Termin nennen.');
  await tabsThrough(page, [card.getByRole('button', { name: 'Speichern' })]);
  await page.keyboard.press('Enter');
}

const toldTo = async (client: ApiClient) => {
  const { notifications } = await client.call<{ notifications: { event: string }[] }>('GET', '/api/notifications');
  return notifications.map(({ event }) => event);
};

const myReviews = async (client: ApiClient) =>
  (await client.call<{ reviews: MyReview[] }>('GET', '/api/me/reviews?limit=100')).reviews;

test('twenty reviews with the mouse unplugged, blind until each is saved; their author answers', async ({
  house,
  open,
}) => {
  test.setTimeout(LONGEST_MS);
  const { channel, lea } = await answered(house, REVIEWS + 1);
  const martin = await house.invite('Martin Vogel', 'supervisor', [channel.id]);
  const page = await open(`${house.url}/inbox`, martin);
  const seen = unsaved(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const sample = page.getByRole('region', { name: 'Stichprobe' });
  await expect(sample.getByRole('listitem')).toHaveCount(REVIEWS + 1);
  await expect(page.getByText('Verfasser:in verdeckt')).toBeVisible();
  await expectAccessible(page, 'scorecard');

  const begun = Date.now();
  for (let i = 0; i < REVIEWS; i += 1) {
    const before = await page.getByRole('region', { name: /^Gespräch \d+$/ }).getAttribute('aria-label');
    await expect(page.getByText('werden nach dem Speichern sichtbar.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Antwort-Check' })).toHaveCount(0);
    await (byTab.includes(i) ? rateByTab(page) : rateByDigits(page));
    await expect(page.getByText('Ihre Bewertung')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Antwort-Check' })).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.getByRole('region', { name: /^Gespräch \d+$/ })).not.toHaveAttribute('aria-label', before ?? '');
    await expect(scorecard(page)).toBeFocused();
  }
  expect(Date.now() - begun).toBeLessThan(LONGEST_MS);
  await expect(page.getByText(`${REVIEWS} von 20 geprüft`)).toBeVisible();
  await expect(sample.getByRole('listitem')).toHaveCount(1);

  expect(seen.length).toBeGreaterThanOrEqual(REVIEWS);
  for (const one of seen) {
    expect(one).toMatchObject({ hints: null, authorName: null, others: [] });
    expect(JSON.stringify(one)).not.toContain('Lea');
  }

  const anna = await house.invite('Anna Hofer', 'agent', [channel.id]);
  const others = await open(`${house.url}/review`, anna);
  await expect(others.getByText('Noch keine Rückmeldungen')).toBeVisible();
  expect(await myReviews(anna)).toEqual([]);
  const points = Array.from({ length: REVIEWS }, (_, i) => (byTab.includes(i) ? 0 : 25)).toReversed();
  expect((await myReviews(lea)).map(({ review }) => review.points)).toEqual(points);

  expect(await toldTo(lea)).toContain('review');
  const own = await open(`${house.url}/review`, lea);
  await expect(own.getByRole('article')).toHaveCount(REVIEWS);
  await expectAccessible(own, 'own reviews');
  await own.getByRole('button', { name: 'Widersprechen' }).first().click();
  await own.getByLabel('Warum sehen Sie es anders?').fill('Der Schritt ist genannt.');
  await own.getByRole('button', { name: 'Widerspruch senden' }).click();
  await expect(own.getByText('Der Schritt ist genannt.')).toBeVisible();
  await expect.poll(() => toldTo(martin)).toContain('disputed');

  await page.goto(`${house.url}/review?view=disputed`);
  await page.getByLabel('Begründung der Entscheidung').fill('Das stimmt.');
  await page.getByRole('button', { name: 'Bewertung streichen' }).click();
  await expect(page.getByText('Nichts ist strittig')).toBeVisible();
  await expect(own.getByText('Martin Vogel: Die Bewertung ist gestrichen und zählt nicht mehr.')).toBeVisible();
  await expect.poll(() => toldTo(lea)).toContain('settled');
});
