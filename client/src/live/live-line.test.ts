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

function stage(missed: (after: number) => Facts) {
  const applied: number[] = [];
  const asked: number[] = [];
  const timers: { wait: number; run: () => void }[] = [];
  const seen = { fetchedAll: 0 };
  const shown: ShownPresence[] = [];
  let events: LineEvents | undefined;
  const line = createLiveLine({
    open: async (given) => {
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
    now: () => 0,
    after: (wait, run) => {
      timers.push({ wait, run });
      return () => undefined;
    },
  });
  return { line, applied, asked, timers, seen, shown, tell: () => events as LineEvents };
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
