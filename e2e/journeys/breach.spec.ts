import type { Page } from '@playwright/test';
import type { Thread } from '@stammgast/shared/contract/threads';
import { addApiChannel, promiseOneMinute } from '../house.ts';
import { deliver, guestSays } from './comments.ts';
import { expect, longestWaitMs, rowOf, test, threadPane, untilLive } from './people.ts';

const atMost = 1_500;

/** The moment at which the page shows it, by the clock of this machine. */
const seenAt = (page: Page, selector: string, text: string): Promise<number> =>
  page
    .waitForFunction(
      ([where = '', wanted = '']) =>
        [...document.querySelectorAll(where)].some((found) => found.textContent?.includes(wanted)) ? Date.now() : false,
      [selector, text],
      { polling: 25 },
    )
    .then(async (handle) => Number(await handle.jsonValue()));

test('the lead sees a breach at its second: in the queue, in the thread and on the wall', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await promiseOneMinute(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  const inbox = await open(`${house.url}/inbox`, lead);
  const wall = await open(`${house.url}/wall`, lead);
  const breached = wall.getByRole('link', { name: /überfällig/ }).first();
  await expect(breached).toContainText('0');
  await untilLive(inbox);
  await untilLive(wall);

  // The minute began when the guest wrote: nearly over when we hear of it.
  await deliver(house.url, channel.token, [
    guestSays('Nie wieder, das Zimmer war schmutzig.', {
      author: { externalId: 'sabine', name: 'Sabine Keller' },
      postedAt: new Date(Date.now() - 52_000).toISOString(),
    }),
  ]);
  await expect(threadPane(inbox, 'Sabine Keller').getByTitle(/^knapp/)).toBeVisible();
  await expect(rowOf(inbox, 'Sabine Keller')).toContainText('knapp');
  const { threads } = await lead.call<{ threads: Thread['row'][] }>('GET', '/api/threads');
  const dueAt = Date.parse(threads[0]?.due?.dueAt ?? '');
  expect(dueAt).toBeGreaterThan(Date.now());

  const moments = await Promise.all([
    seenAt(inbox, '[data-row] .sla.over', 'überfällig'),
    seenAt(inbox, '.thread .sla.over', 'überfällig'),
    seenAt(wall, '.figure.c-over', '1'),
  ]);
  for (const moment of moments) {
    expect(moment).toBeGreaterThanOrEqual(dueAt);
    expect(moment - dueAt).toBeLessThanOrEqual(atMost + longestWaitMs);
  }
  const thread = await lead.call<Thread>('GET', `/api/threads/${threads[0]?.id}`);
  const late = Date.parse(thread.row.due?.breachedAt ?? '') - dueAt;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThanOrEqual(1_000);
  await breached.click();
  await expect(rowOf(wall, 'Sabine Keller')).toContainText('überfällig');
});

test('a deadline that passes while the server is dead is recorded at its second, once', async ({ house, open }) => {
  const channel = await addApiChannel(house.admin);
  await promiseOneMinute(house.admin);
  const lead = await house.invite('Clara Busch', 'lead', [channel.id]);
  await deliver(house.url, channel.token, [
    guestSays('Seit einer Stunde warten wir am Empfang.', {
      author: { externalId: 'uwe', name: 'Uwe Drescher' },
      postedAt: new Date(Date.now() - 54_000).toISOString(),
    }),
  ]);
  const dueOf = async () =>
    (await lead.call<{ threads: Thread['row'][] }>('GET', '/api/threads')).threads.map(({ due }) => due);
  const [before] = await dueOf();
  const dueAt = Date.parse(before?.dueAt ?? '');
  expect(before?.breachedAt).toBeNull();
  expect(dueAt).toBeGreaterThan(Date.now());

  await house.kill();
  await expect.poll(() => Date.now(), { timeout: 15_000 }).toBeGreaterThan(dueAt + 5_000);
  await house.start();

  await expect.poll(async () => (await dueOf())[0]?.breachedAt ?? null).toBe(before?.dueAt);
  const entries = async () =>
    (await house.admin.call<{ entries: { at: string }[] }>('GET', '/api/audit?kind=sla.breached')).entries;
  // The trail follows a moment later.
  await expect.poll(async () => (await entries()).map(({ at }) => Date.parse(at))).toEqual([dueAt]);
  const page = await open(`${house.url}/inbox`, lead);
  await expect(threadPane(page, 'Uwe Drescher').getByTitle(/^überfällig/)).toBeVisible();
});
