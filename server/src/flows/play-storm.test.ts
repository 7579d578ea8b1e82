import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClassifier } from '../classify/classify.ts';
import { storm } from '../demo/storm.ts';
import { readSetting } from '../storage/settings.ts';
import { demoPerson } from '../team/people.queries.ts';
import { beginSession } from '../team/sessions.ts';
import { openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { type Later, playStorm } from './play-storm.ts';
import { readRadar } from './read-radar.ts';
import { removeDemo } from './remove-demo.ts';
import { seedDemo } from './seed-demo.ts';
import { watchRadar } from './watch-radar.ts';

const SLOW = 60_000;
let house: TestHouse;
beforeEach(async () => {
  house = await openWorkingHouse({ demo: true, classify: createClassifier().classify });
  await seedDemo(house);
}, SLOW);
afterEach(() => house.database.close());

/** Time that passes only when the test says so. */
function handTimer() {
  let next: { ms: number; run: () => Promise<void> } | null = null;
  const later: Later = (ms, run) => {
    next = { ms, run };
    return () => {
      next = null;
    };
  };
  return {
    later,
    waits: () => next?.ms ?? null,
    async pass() {
      const due = next;
      next = null;
      if (due) house.clock.forward(due.ms);
      await due?.run();
    },
  };
}

async function signIn(): Promise<void> {
  await house.database.transaction(async (tx) => {
    const lea = await demoPerson(tx, 'agent');
    await beginSession(tx, lea?.id ?? '', house.clock.now(), null);
  });
}
async function played() {
  const { comments } = house.database.reader.tables;
  const rows = await house.database.reader.select().from(comments);
  return rows.filter((row) => row.externalId.startsWith('storm-')).sort((a, b) => a.seq - b.seq);
}

describe('the storm', () => {
  test('waits for somebody to watch, then rises comment by comment at its own pace', { timeout: SLOW }, async () => {
    const timer = handTimer();
    playStorm(house, timer.later);
    for (let i = 0; i < 3; i++) await timer.pass();
    expect(await played()).toEqual([]);
    await signIn();
    await timer.pass();
    const began = house.clock.now().getTime();
    const waits: (number | null)[] = [];
    while (timer.waits() !== null) {
      waits.push(timer.waits());
      await timer.pass();
    }
    expect(waits).toEqual(storm.map((gust) => gust.wait * 1000));
    const rows = await played();
    expect(rows.map((row) => row.body)).toEqual(storm.map((gust) => gust.text));
    const times = storm.map((_, i) => began + storm.slice(0, i + 1).reduce((sum, gust) => sum + gust.wait * 1000, 0));
    expect(rows.map((row) => row.postedAt.getTime())).toEqual(times);
  });

  test('is seen by the radar while it rises, and by nothing before', { timeout: SLOW }, async () => {
    const watch = await watchRadar(house);
    const weather = () => readRadar(house, { personId: 'eva', role: 'admin', channels: 'all' });
    await vi.waitFor(async () => expect((await weather()).expected).toBeGreaterThan(0), { timeout: 10_000 });
    expect(await weather()).toMatchObject({ level: 0, learning: false, incident: null });
    await signIn();
    const timer = handTimer();
    playStorm(house, timer.later);
    while (timer.waits() !== null) await timer.pass();
    await vi.waitFor(async () => expect((await weather()).count).toBeGreaterThan(10), { timeout: 10_000 });
    const { events } = house.database.reader.tables;
    const rises = (await house.database.reader.select().from(events)).filter(({ kind }) => kind === 'radar.rose');
    const levels = rises.map(({ payload }) => Number(payload?.level));
    expect(levels.at(-1)).toBe(5);
    expect(levels).toEqual([...new Set(levels)].toSorted());
    await watch.stop();
  });

  test('goes on after a restart and is never heard twice', { timeout: SLOW }, async () => {
    await signIn();
    const first = handTimer();
    const storming = playStorm(house, first.later);
    for (let i = 0; i < 6; i++) await first.pass();
    await storming.stop();
    expect(await played()).toHaveLength(5);
    expect(first.waits()).toBeNull();
    const second = handTimer();
    playStorm(house, second.later);
    while (second.waits() !== null) await second.pass();
    expect(await played()).toHaveLength(storm.length);
    const third = handTimer();
    playStorm(house, third.later);
    await third.pass();
    expect(third.waits()).toBeNull();
    expect(await readSetting(house.database.reader, 'demo')).toMatchObject({ gusts: storm.length });
  });

  test('is over when the demo is removed', { timeout: SLOW }, async () => {
    await signIn();
    const timer = handTimer();
    playStorm(house, timer.later);
    for (let i = 0; i < 4; i++) await timer.pass();
    await removeDemo(house);
    await timer.pass();
    expect(timer.waits()).toBeNull();
    expect(await played()).toEqual([]);
    expect(await readSetting(house.database.reader, 'demo')).toBeNull();
  });
});

test('with real timers it begins by itself and stops with the server', { timeout: SLOW }, async () => {
  await signIn();
  const storming = playStorm(house);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await storming.stop();
  expect(await played()).toEqual([]);
});
