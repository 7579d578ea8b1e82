import type { Fact, Facts } from '@stammgast/shared/contract/live';
import type { ShownPresence } from '@stammgast/shared/contract/presence';
import { expect, it } from 'vitest';
import { createLiveLine, type LineEvents } from './live-line.ts';

const serverNow = '2026-03-05T13:00:00.000Z';
const fact = (seq: number): Fact => ({
  seq,
  at: serverNow,
  kind: 'note.added',
  channelId: 'c',
  threadId: 't',
  personId: null,
  thread: null,
});
const facts = (seq: number, ...seqs: number[]): Facts => ({ facts: seqs.map(fact), seq, reset: false, serverNow });
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function stage(missed: (after: number) => Facts, onOpen: () => void = () => undefined) {
  const applied: number[] = [];
  const asked: number[] = [];
  const timers: { wait: number; run: () => void }[] = [];
  const seen = { fetchedAll: 0 };
  const shown: ShownPresence[] = [];
  let events: LineEvents | undefined;
  const clock = { now: 0 };
  const line = createLiveLine({
    open: async (given) => {
      onOpen();
      events = given;
      return { connect: () => undefined, close: () => undefined, show: (is) => shown.push(is) };
    },
    missed: async (after) => {
      asked.push(after);
      return missed(after);
    },
    apply: (given) => applied.push(...given.facts.map((one) => one.seq)),
    fetchAll: () => {
      seen.fetchedAll += 1;
    },
    meet: () => undefined,
    onRefused: () => undefined,
    now: () => clock.now,
    after: (wait, run) => {
      timers.push({ wait, run });
      return () => undefined;
    },
  });
  return { line, applied, asked, timers, seen, shown, clock, tell: () => events as LineEvents };
}

it('asks by number for what it missed while the line was down, and applies nothing twice', async () => {
  const { line, applied, asked, timers, seen, tell } = stage((after) =>
    facts(14, ...[12, 13, 14].filter((seq) => seq > after)),
  );
  line.start();
  await settle();
  tell().onFacts(facts(10));
  await settle();
  expect(seen.fetchedAll).toBe(1);
  tell().onFacts(facts(11, 11));
  tell().onDown('lost');
  expect(line.getState()).toMatchObject({ status: 'lost', retryAt: 1000 });
  timers.at(-1)?.run();
  tell().onFacts(facts(14));
  await settle();
  expect(asked).toEqual([11]);
  expect(applied).toEqual([11, 12, 13, 14]);
  expect(line.getState()).toMatchObject({ status: 'live', asOf: null });
});

it('waits longer from try to try', async () => {
  const { line, timers, tell } = stage(() => facts(1));
  line.start();
  await settle();
  for (let round = 0; round < 6; round += 1) tell().onDown('lost');
  expect(timers.map((timer) => timer.wait)).toEqual([1000, 2000, 5000, 10_000, 15_000, 15_000]);
});

it('fetches everything when too much was missed', async () => {
  const { line, applied, seen, tell } = stage(() => ({ facts: [], seq: 900, reset: true, serverNow }));
  line.start();
  await settle();
  tell().onFacts(facts(10));
  tell().onDown('lost');
  tell().onFacts(facts(900));
  await settle();
  expect(seen.fetchedAll).toBe(2);
  expect(applied).toEqual([]);
});

it('stands still while paused and catches up afterwards', async () => {
  const { line, applied, asked, tell } = stage(() => facts(12, 11, 12));
  line.start();
  await settle();
  tell().onFacts(facts(10));
  await settle();
  line.setPaused(true);
  tell().onFacts(facts(11, 11));
  expect(applied).toEqual([]);
  line.setPaused(false);
  await settle();
  expect(asked).toEqual([10]);
  expect(applied).toEqual([11, 12]);
});

it('fetches everything once the line stands, also when news comes before the greeting', async () => {
  const { line, applied, seen, asked, tell } = stage(() => facts(12, 12));
  line.start();
  await settle();
  tell().onFacts(facts(11, 11));
  tell().onFacts(facts(11));
  await settle();
  expect(applied).toEqual([11]);
  expect(seen.fetchedAll).toBe(1);
  tell().onDown('lost');
  tell().onFacts(facts(12));
  await settle();
  expect(asked).toEqual([11]);
  expect(seen.fetchedAll).toBe(1);
});

it('knows where it stands although it was paused before the line stood', async () => {
  const { line, seen, asked, tell } = stage(() => facts(20, 20));
  line.start();
  await settle();
  line.setPaused(true);
  line.setPaused(false);
  await settle();
  tell().onFacts(facts(10));
  tell().onDown('lost');
  tell().onFacts(facts(20));
  await settle();
  expect(seen.fetchedAll).toBeGreaterThan(0);
  expect(asked).toEqual([10]);
});

it('fetches the code of the line again when that failed', async () => {
  let tries = 0;
  const { line, timers, tell } = stage(
    () => facts(1),
    () => {
      tries += 1;
      if (tries === 1) throw new Error('no network');
    },
  );
  line.start();
  await settle();
  expect(line.getState().status).toBe('lost');
  timers.at(-1)?.run();
  await settle();
  tell().onFacts(facts(1));
  await settle();
  expect(line.getState().status).toBe('live');
});

it('tells where the window is, again after each return of the line', async () => {
  const { line, shown, tell } = stage(() => facts(10));
  line.start();
  await settle();
  line.show({ threadId: 't', level: 'writes' });
  tell().onFacts(facts(10));
  tell().onDown('lost');
  tell().onFacts(facts(10));
  expect(shown).toEqual(Array.from({ length: 3 }, () => ({ threadId: 't', level: 'writes' })));
});

it('held again before what was missed has come, it takes none of it and stays at what it showed', async () => {
  const { line, applied, asked, tell } = stage((after) => facts(12, ...[11, 12].filter((seq) => seq > after)));
  line.start();
  await settle();
  tell().onFacts(facts(10));
  await settle();
  line.setPaused(true);
  tell().onFacts(facts(12, 11, 12));
  const { asOf } = line.getState();
  line.setPaused(false);
  line.setPaused(true);
  await settle();
  expect([asked, applied]).toEqual([[10], []]);
  expect(line.getState()).toMatchObject({ paused: true, asOf });
  expect(asOf).not.toBeNull();
  line.setPaused(false);
  await settle();
  expect(applied).toEqual([11, 12]);
  expect(line.getState()).toMatchObject({ paused: false, asOf: null });
});

it('held while the line is away, it names the moment that is shown', async () => {
  const { line, clock, tell } = stage(() => facts(10));
  line.start();
  await settle();
  tell().onFacts(facts(10));
  await settle();
  tell().onDown('lost');
  clock.now = 5000;
  line.setPaused(true);
  expect(line.getState()).toMatchObject({ paused: true, asOf: 0 });
});
