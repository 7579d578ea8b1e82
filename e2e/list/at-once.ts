// what a key does to a thread is seen at once, however far away the server is.
import type { Page } from '@playwright/test';
import { push } from '../house.ts';
import { guestSays } from '../journeys/comments.ts';
import type { Place } from './trials.ts';

type Kind = 'read' | 'unread' | 'assigned' | 'tagged' | 'snoozed' | 'done';
interface Deed {
  readonly id: string;
  readonly kind: Kind;
  pressedAt: number;
  /** From the key to the end of the first frame in which the row shows it. */
  ms: number;
  /** Frames in which it was not shown any more. */
  lost: number;
}
interface Told {
  deeds: Deed[];
  await(id: string, kind: Kind): void;
}

/** Lets the page itself look at each frame whether the rows show what was done to them. */
const watchDeeds = (page: Page) =>
  page.evaluate(() => {
    const shows: Record<Kind, (row: Element) => boolean> = {
      read: (row) => !row.matches('.unread'),
      unread: (row) => row.matches('.unread'),
      assigned: (row) => row.matches('.ghost') || row.querySelector('.hands > .av') !== null,
      tagged: (row) => row.matches('.ghost') || /Nr\. \d/.test(row.querySelector('.what')?.textContent ?? ''),
      snoozed: (row) => row.matches('.ghost'),
      done: (row) => row.matches('.ghost'),
    };
    const deeds: Deed[] = [];
    const { port1: end, port2: drawn } = new MessageChannel();
    const once: (() => void)[] = [];
    drawn.onmessage = () => once.shift()?.();
    const look = () => {
      for (const deed of deeds) {
        const row = document.querySelector(`[data-row="${deed.id}"]`);
        if (Number.isNaN(deed.pressedAt) || !row) continue;
        const shown = shows[deed.kind](row);
        if (shown && Number.isNaN(deed.ms)) {
          // A message is read after the frame has been drawn.
          once.push(() => {
            deed.ms = performance.now() - deed.pressedAt;
          });
          end.postMessage(null);
        }
        if (!shown && deed.ms >= 0 && deed.kind !== 'read' && deed.kind !== 'unread') deed.lost += 1;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const wait = (id: string, kind: Kind) => {
      const deed: Deed = { id, kind, pressedAt: Number.NaN, ms: Number.NaN, lost: 0 };
      deeds.push(deed);
      const onKey = (event: KeyboardEvent) => {
        deed.pressedAt = event.timeStamp;
      };
      window.addEventListener('keydown', onKey, { capture: true, once: true });
    };
    Object.assign(window, { told: { deeds, await: wait } satisfies Told });
  });

const told = (page: Page): Promise<Deed[]> => page.evaluate(() => (window as unknown as { told: Told }).told.deeds);

/** The open thread, and its row read. */
async function openRow(page: Page, before: string): Promise<string> {
  const row = page.locator(`[data-row][aria-selected=true]:not(.unread):not([data-row="${before}"])`);
  return (await row.getAttribute('data-row')) ?? '';
}

/** The last of the keys is the one that does it; a dialog that the first opens is waited for. */
async function press(page: Page, id: string, kind: Kind, keys: readonly string[]): Promise<void> {
  const [first = '', ...rest] = keys;
  const arm = () =>
    page.evaluate(([row, what]) => (window as unknown as { told: Told }).told.await(row, what), [id, kind] as const);
  if (rest.length === 0) await arm();
  await page.keyboard.press(first);
  if (rest.length > 0) await page.getByRole('dialog').waitFor();
  for (const [index, key] of rest.entries()) {
    if (index === rest.length - 1) await arm();
    if (key.length > 1 && key !== 'Enter') await page.keyboard.type(key);
    else await page.keyboard.press(key);
  }
  const shown = ([row, what]: readonly [string, Kind]) =>
    (window as unknown as { told: Told }).told.deeds.some(
      (deed) => deed.id === row && deed.kind === what && deed.ms >= 0,
    );
  await page.waitForFunction(shown, [id, kind] as const);
}

/** A thread after the other: read, unread, assigned, tagged, and then snoozed or done. Nothing of it waits for the server. */
export async function doneAtOnce(page: Page, threads: number) {
  await watchDeeds(page);
  let id = '';
  for (let i = 0; i < threads; i++) {
    if (i > 0) await page.keyboard.press('j');
    id = await openRow(page, id);
    await press(page, id, 'unread', ['Shift+U']);
    await press(page, id, 'read', ['Shift+I']);
    await press(page, id, 'assigned', ['i']);
    await press(page, id, 'tagged', ['l', `Nr. ${i % 9}`, 'Enter', 'Enter']);
    await (i % 2 === 0 ? press(page, id, 'snoozed', ['h', '1']) : press(page, id, 'done', ['e', '1']));
  }
  await page.waitForLoadState('networkidle');
  const deeds = await told(page);
  return {
    deeds: deeds.map(({ kind, ms }) => ({ kind, ms })),
    lost: deeds.reduce((sum, deed) => sum + deed.lost, 0),
    refused: await page.getByRole('alert').count(),
  };
}

/** They have just been written, so nobody is late for them within the hour. */
export const sayLately = (place: Place, count: number) =>
  push(
    place.url,
    place.token,
    Array.from({ length: count }, (_, i) =>
      guestSays('Das Zimmer war schmutzig, eine Enttäuschung.', {
        postedAt: new Date(Date.now() - (count - i) * 1000).toISOString(),
      }),
    ),
  );
