import { chromium } from '@playwright/test';
import { browserLaunch } from '../browser.ts';
import { addApiChannel, founder, openAlways, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { doneAtOnce, sayLately } from '../list/at-once.ts';
import { slowLine } from '../list/slow-line.ts';
import {
  acrossABreak,
  cuttable,
  keepsTheFocus,
  type Place,
  say,
  throughTheList,
  underTheStorm,
  whileTimePasses,
} from '../list/trials.ts';
import { watchPage } from '../list/watch.ts';
import { cookieOf } from './browser.ts';
import { fill } from './fill.ts';
import { ms, quantile, report } from './table.ts';

/** Every third thread of five comments each is open: 5,000 of them. */
const COMMENTS = 75_000;
const ROUND_TRIP_MS = 400;
const SCROLL_MINUTES = Number(process.env.STAMMGAST_SCROLL_MINUTES ?? 10);

/** What the list of the inbox bears: a storm, five thousand threads, time, a break of the line, a hundred events. */
export async function benchList(): Promise<void> {
  await withPage({ said: 12 }, async (page, place) => {
    const storm = await underTheStorm(page, place, 60);
    report('20 new threads a second for 60 s: the row under the pointer moved', `${storm.moved} px`, '0 px');
    report('… layout shifts', [storm.shifts.length, ...storm.shifts].join(' '), '0');
    report('… a click opened the thread that was aimed at', storm.opened === storm.aimed ? 'yes' : 'no', 'yes');
  });
  await withPage({ filled: COMMENTS }, async (page) => {
    const { frames, mostRows, memory } = await throughTheList(page, SCROLL_MINUTES);
    report('5,000 threads: most rows in the page', String(mostRows), '≤ 60');
    report('… frame while scrolling, p95', ms(quantile(frames, 0.95)), '≤ 32 ms');
    const [from = 0, to = 0] = [memory[0], memory.at(-1)];
    report(`… memory at the start / after ${SCROLL_MINUTES} min`, `${from.toFixed(1)} / ${to.toFixed(1)} MB`, 'stable');
  });
  await withPage({ said: 200 }, async (page) => {
    const quiet = await whileTimePasses(page, 60);
    report('200 running promises, 60 s without events: React commits', String(quiet.commits), '0');
    report('… timers', String(quiet.intervals), '1');
    report('… texts that change when the clock of the desk is 10 min ahead', String(quiet.changed), '0');
  });
  await withPage({ said: 12 }, async (page, place, line) => {
    const { bySequence, listsFetched, doubles } = await acrossABreak(page, place, line, 30);
    report(
      'A break of 30 s with 100 events: asked for by number / whole lists',
      `${bySequence} / ${listsFetched}`,
      '≥ 1 / 0',
    );
    report('… threads shown twice', String(doubles), '0');
  });
  await withPage({ lately: 60, roundTripMs: ROUND_TRIP_MS }, async (page) => {
    const { deeds, lost, refused } = await doneAtOnce(page, 30);
    const p95 = (some: typeof deeds) => {
      const times = some.map((deed) => deed.ms);
      return ms(quantile(times, 0.95));
    };
    const kinds = [...Map.groupBy(deeds, ({ kind }) => kind)].map(([kind, some]) => `${kind} ${p95(some)}`);
    const what = `${deeds.length} actions by key, ${ROUND_TRIP_MS} ms to the server and back: key → the row shows it, p95`;
    report(what, `${p95(deeds)} (${kinds.join(', ')})`, '≤ 100 ms');
    report('… frames in which it was not shown any more / refused', `${lost} / ${refused}`, '0 / 0');
  });
  await withPage({ said: 40 }, async (page, place) => {
    report('100 events: times the focus left its thread', String((await keepsTheFocus(page, place, 100)).lost), '0');
  });
}

type Page = Parameters<typeof watchPage>[0];
type Line = Awaited<ReturnType<typeof cuttable>>;

interface Scene {
  /** Threads in which something urgent was said, and such in which it was said just now. */
  readonly said?: number;
  readonly lately?: number;
  /** Comments of a house that has been at work for long. */
  readonly filled?: number;
  readonly roundTripMs?: number;
}

/** A house, and its inbox in a browser. */
async function withPage(
  { said = 0, lately = 0, filled = 0, roundTripMs = 0 }: Scene,
  run: (page: Page, place: Place, line: Line) => Promise<void>,
): Promise<void> {
  let server = await startServer();
  const admin = await setUp(server);
  await openAlways(admin);
  const { token } = await addApiChannel(admin);
  if (filled > 0) {
    await server.stop();
    fill(server.dataDir, 0, filled);
    server = await startServer({ dataDir: server.dataDir });
  }
  const client = await signIn(server.url, founder.email, founder.password);
  const place = { url: server.url, token, client };
  if (said > 0) await say(place, said);
  if (lately > 0) await sayLately(place, lately);
  const way = roundTripMs > 0 ? await slowLine(server.url, roundTripMs) : null;
  const browser = await chromium.launch(browserLaunch());
  const storageState = { cookies: [cookieOf(client.headers, server.url)], origins: [] };
  const page = await browser.newPage({ storageState, locale: 'de-DE', viewport: { width: 1440, height: 900 } });
  await watchPage(page);
  const line = await cuttable(page);
  await page.goto(`${way?.url ?? server.url}/inbox`);
  await page.locator('[data-row]').first().waitFor();
  await page.getByRole('button', { name: /^Live · Stand/ }).waitFor();
  await page.waitForTimeout(4000);
  await run(page, place, line);
  await browser.close();
  way?.close();
  await server.stop();
  removeDataDir(server.dataDir);
}
