import type { Page } from '@playwright/test';
import { addApiChannel } from '../house.ts';
import { acrossABreak, cuttable, keepsTheFocus, type Place, say, underTheStorm } from '../list/trials.ts';
import { watchPage } from '../list/watch.ts';
import { deliver, roomComplaints } from './comments.ts';
import { expect, type House, rowOf, test, threadPane, untilLive } from './people.ts';

test.slow();

async function arrive(house: House): Promise<Place> {
  const channel = await addApiChannel(house.admin);
  const place = { url: house.url, token: channel.token, client: house.admin };
  await say(place, 12);
  return place;
}

test('while new ones pour in nothing under the pointer moves, and a click opens what one aimed at', async ({
  house,
  open,
}) => {
  const place = await arrive(house);
  const page = await open(`${house.url}/livez`, house.admin);
  await watchPage(page);
  await page.goto(`${house.url}/inbox`);
  await untilLive(page);
  // What comes with the page itself, such as the person beside the thread, has found its place by then.
  await page.waitForLoadState('networkidle');
  const storm = await underTheStorm(page, place, 8);
  expect(storm).toMatchObject({ moved: 0, shifts: [], opened: storm.aimed });
});

test('after a break what was missed is fetched by its number, and nothing stands there twice', async ({
  house,
  open,
}) => {
  const place = await arrive(house);
  const page = await open(`${house.url}/livez`, house.admin);
  const line = await cuttable(page);
  await page.goto(`${house.url}/inbox`);
  await untilLive(page);
  const outcome = await acrossABreak(page, place, line, 3);
  expect(outcome).toMatchObject({ listsFetched: 0, doubles: 0, first: true });
  expect(outcome.bySequence).toBeGreaterThan(0);
});

/** What waits for a second or longer waits for ever: whatever happens now has another cause. */
const standTimersStill = (page: Page) =>
  page.evaluate(() => {
    const later = window.setTimeout;
    for (let id = later(() => undefined); id > 0; id -= 1) clearTimeout(id);
    window.setTimeout = ((run: () => void, wait = 0) => (wait < 1000 ? later(run, wait) : 0)) as typeof setTimeout;
  });

test('a thread that could not be had while the server was away comes as soon as it is back', async ({
  house,
  open,
}) => {
  const channel = await addApiChannel(house.admin);
  await deliver(house.url, channel.token, roomComplaints(['Sabine Keller', 'Tobias Gerlach']));
  const page = await open(`${house.url}/inbox`, house.admin);
  await expect(threadPane(page, 'Sabine Keller')).toBeVisible();
  await untilLive(page);
  await page.context().setOffline(true);
  await expect(page.getByText(/^Verbindung weg/).first()).toBeVisible();
  await rowOf(page, 'Tobias Gerlach').click();
  await expect(page.getByText('Gespräch nicht geladen')).toBeVisible({ timeout: 15_000 });
  await standTimersStill(page);
  await expect(page.getByText(/neuer Versuch in \d+ s/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(threadPane(page, 'Tobias Gerlach').getByText('Das Zimmer 2')).toBeVisible();
  await expect(page.getByText(/nicht geladen/i)).toHaveCount(0);
});

test('the focus stays on its thread, whatever happens around it', async ({ house, open }) => {
  const place = await arrive(house);
  const page = await open(`${house.url}/inbox`, house.admin);
  await untilLive(page);
  expect(await keepsTheFocus(page, place, 100)).toMatchObject({ lost: 0 });
});
