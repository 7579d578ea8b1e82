// A small storm rises while somebody watches the demo: once, however often the server is started.
import { reasonOf } from '../config/log.ts';
import { demoChannelRows, isWatched } from '../demo/demo.queries.ts';
import { channels } from '../demo/hotel.ts';
import { type Gust, storm } from '../demo/storm.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import { authorOf, postOf } from './enact-stories.ts';
import type { House } from './house.ts';
import { receiveComments } from './receive-comments.ts';

/** Runs something later and returns the way to call it off; tests make their own. */
export type Later = (ms: number, run: () => Promise<void>) => () => void;

const inTime: Later = (ms, run) => {
  const timer = setTimeout(() => void run(), ms);
  return () => clearTimeout(timer);
};
const LOOK_MS = 1000;

/** Waits for the first demo sign-in, then plays what has not been played yet. Ends by itself. */
export function playStorm(house: House, later: Later = inTime): { stop(): Promise<void> } {
  let stopped = false;
  let cancel = (): void => undefined;
  let playing = Promise.resolve();

  const plan = (ms: number, act: () => Promise<void>): void => {
    if (stopped) return;
    cancel = later(ms, () => {
      playing = stopped ? playing : act().catch(giveUp);
      return playing;
    });
  };
  const giveUp = (error: unknown): void =>
    house.log.error({ error: reasonOf(error) }, 'the storm of the demo broke off');

  async function wait(): Promise<void> {
    const next = await nextGust(house);
    if (!next) return;
    if (await isWatched(house.database.reader, house.clock.now())) plan(next.wait * 1000, blow);
    else plan(LOOK_MS, wait);
  }
  async function blow(): Promise<void> {
    const next = await nextGust(house);
    if (!next) return;
    await receiveGust(house, next);
    const after = await nextGust(house);
    if (after) plan(after.wait * 1000, blow);
  }
  plan(0, wait);

  return {
    async stop() {
      stopped = true;
      cancel();
      await playing;
    },
  };
}

type Numbered = Gust & { readonly number: number };

/** null: all are played, or the demo is gone. */
async function nextGust(house: House): Promise<Numbered | null> {
  const demo = await readSetting(house.database.reader, 'demo');
  const gust = demo ? storm[demo.gusts] : undefined;
  return demo && gust ? { ...gust, number: demo.gusts + 1 } : null;
}

async function receiveGust(house: House, gust: Numbered): Promise<void> {
  const { database, clock } = house;
  const rows = await demoChannelRows(database.reader);
  const channel = rows.find((row) => row.platform === channels[gust.channel].platform);
  if (!channel) return;
  const comment = {
    externalId: `storm-${gust.number}`,
    parentExternalId: null,
    post: gust.post ? postOf(gust.post) : null,
    author: authorOf(gust.guest),
    body: gust.text,
    postedAt: clock.now(),
    visibility: 'public',
    url: null,
    likes: 0,
    version: null,
  } as const;
  // Known by its id: should this be the last thing before a crash, it is not heard twice.
  await receiveComments(house, channel, [{ kind: 'comment', comment }], { history: false });
  await database.transaction(async (tx) => {
    const demo = await readSetting(tx, 'demo');
    if (demo) await writeSetting(tx, 'demo', { ...demo, gusts: gust.number });
  });
}
