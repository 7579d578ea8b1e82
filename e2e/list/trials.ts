// What a list must bear, as functions: a short round of each is a journey, the long one is measured (npm run measure:list).
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, WebSocketRoute } from '@playwright/test';
import { type ApiClient, push } from '../house.ts';
import { guestSays } from '../journeys/comments.ts';
import { watchAnew, watched } from './watch.ts';

export interface Place {
  readonly url: string;
  readonly token: string;
  readonly client: ApiClient;
}

const MINUTE = 60_000;
let number = 0;
/** Each later one is due earlier, so that it belongs above everything that is there. */
const urgent = () => {
  number += 1;
  const name = `Eilig ${number}`;
  return guestSays(`Nie wieder! Schmutzig, laut und frech. Nr. ${number}`, {
    author: { externalId: name, name },
    postedAt: new Date(Date.now() - 60 * MINUTE - number * 1000).toISOString(),
  });
};
export const say = (place: Place, count: number) => push(place.url, place.token, Array.from({ length: count }, urgent));

const rowUnder = (page: Page, x: number, y: number) =>
  page.evaluate(
    ([left, top]) => {
      const row = document.elementFromPoint(left, top)?.closest<HTMLElement>('[data-row]');
      return { id: row?.dataset.row, top: row?.getBoundingClientRect().top ?? Number.NaN };
    },
    [x, y] as const,
  );

/** twenty new ones a second; what is under the pointer stays, and a click opens what one aimed at. */
export async function underTheStorm(page: Page, place: Place, seconds: number) {
  const box = await page.locator('[data-row]').nth(4).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 120, (box?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  const aimed = await rowUnder(page, x, y);
  await watchAnew(page);
  let moved = 0;
  for (let second = 0; second < seconds; second++) {
    const until = sleep(1000);
    await say(place, 20);
    await until;
    const now = await rowUnder(page, x, y);
    moved = Math.max(moved, now.id === aimed.id ? Math.abs(now.top - aimed.top) : Number.POSITIVE_INFINITY);
  }
  const { shifts } = await watched(page);
  const target = await rowUnder(page, x, y);
  const more = say(place, 20);
  await sleep(500);
  await page.mouse.click(x, y);
  await more;
  await page.waitForURL(`**/inbox/${target.id}*`);
  return { moved, shifts, opened: new URL(page.url()).pathname.split('/').at(-1), aimed: target.id };
}

/** through a long list and back. */
export async function throughTheList(page: Page, minutes: number) {
  const heap = async () => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    await devtools.detach();
    return usedSize / 1e6;
  };
  await page.mouse.move(400, 500);
  const scroll = async (by: number, times: number) => {
    for (let i = 0; i < times; i++) {
      await page.mouse.wheel(0, by);
      await sleep(16);
    }
  };
  const atEnd = () =>
    page.evaluate(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > 0);
  // Once to the end, so that everything is loaded.
  for (let i = 0; i < 400 && !(await atEnd()); i++) await scroll(4000, 4);
  await watchAnew(page);
  const memory = [await heap()];
  const until = Date.now() + minutes * MINUTE;
  while (Date.now() < until) {
    await scroll(-900, 120);
    await scroll(900, 120);
    memory.push(await heap());
  }
  const { frames, mostRows } = await watched(page);
  return { frames, mostRows, memory };
}

/** nothing happens; only time passes. */
export async function whileTimePasses(page: Page, seconds: number) {
  const chips = () => page.locator('[data-row] .sla').allTextContents();
  await page.mouse.move(900, 20);
  await watchAnew(page);
  await sleep(seconds * 1000);
  const { commits, intervals } = await watched(page);
  const before = await chips();
  await page.evaluate(() => {
    const real = Date.now;
    Date.now = () => real() + 10 * 60_000;
  });
  await sleep(1500);
  const after = await chips();
  // A minute may have passed meanwhile; ten have not.
  const minutes = (words: string | undefined) => Number(/\d+$|\d+(?= Min)/.exec(words ?? '')?.[0] ?? Number.NaN);
  const changed = before.filter((words, index) => Math.abs(minutes(words) - minutes(after[index])) > 1).length;
  return { commits, intervals, chips: before.length, changed };
}

/** Lets one cut the line of a page; call it before the page is opened. */
export async function cuttable(page: Page) {
  let cut = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (cut) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut: async () => {
      cut = true;
      for (const socket of open) await socket.close();
      await page.context().setOffline(true);
    },
    mend: async () => {
      cut = false;
      await page.context().setOffline(false);
    },
  };
}

/** the line is cut, much happens, it comes back. */
export async function acrossABreak(
  page: Page,
  place: Place,
  line: Awaited<ReturnType<typeof cuttable>>,
  seconds: number,
) {
  // What was on its way when the line broke would be asked for anew, beside what was missed.
  await page.waitForLoadState('networkidle');
  const before = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  // Nobody looking, the new ones would come by themselves.
  await page.locator('[data-row]').nth(2).focus();
  await line.cut();
  await page.getByText(/^Verbindung weg – Stand/).waitFor();
  await page.keyboard.press('i');
  await page.getByRole('alert').getByText('nicht erreichbar').waitFor();
  for (let i = 0; i < 100; i++) await say(place, 1);
  await sleep(seconds * 1000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await line.mend();
  await page.getByRole('button', { name: /^100 neue/ }).waitFor({ timeout: 30_000 });
  await page.keyboard.press('.');
  await page.waitForFunction(
    (rows) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) === rows,
    before + 100,
  );
  const { threads } = await place.client.call<{ threads: { id: string }[] }>('GET', '/api/threads?limit=100');
  const shown = await page
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row));
  return {
    bySequence: asked.filter((path) => path === '/api/facts').length,
    listsFetched: asked.filter((path) => path === '/api/threads').length,
    doubles: shown.length - new Set(shown).size,
    first: shown[0] === threads[0]?.id,
  };
}

/** whatever happens around it, the focus stays on its thread. */
export async function keepsTheFocus(page: Page, place: Place, events: number) {
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row);
  await page.locator('[data-row]').nth(3).focus();
  const held = await focused();
  const { threads } = await place.client.call<{ threads: { id: string }[] }>('GET', '/api/threads?limit=40');
  const others = threads.map((thread) => thread.id).filter((id) => id !== held);
  const me = await place.client.call<{ id: string }>('GET', '/api/session');
  let lost = 0;
  for (let i = 0; i < events; i++) {
    const id = others[(i * 7) % others.length] ?? '';
    const path = `/api/threads/${id}`;
    const deeds = [
      () => say(place, 1),
      () => place.client.call('POST', `${path}/assignment`, { assigneeId: i % 2 ? me.id : null }),
      () => place.client.call('PATCH', `${path}/tags`, { add: [`Wort ${i % 5}`] }),
      () => place.client.call('POST', `${path}/resolution`, { reason: 'praise' }),
      () => place.client.call('DELETE', `${path}/resolution`),
      () => place.client.call('POST', `/api/threads/${held}/notes`, { body: `Notiz ${i}` }),
    ];
    // A deed that is not possible just then is none.
    await deeds[i % deeds.length]?.().catch(() => undefined);
    if ((await focused()) !== held) lost += 1;
  }
  await sleep(6000);
  if ((await focused()) !== held) lost += 1;
  return { held, lost };
}
