import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clocksOfThread } from '../sla/present.ts';
import { markAnswered } from './decide-reply.ts';
import { openStage, type Stage } from './replies.suite.ts';
import { reopenThread, resolveThread } from './resolve-threads.ts';
import { snoozeThread, WAKE, wakeDueThreads } from './snooze-threads.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const clockOf = async (kind: 'first' | 'next' | 'resolution') =>
  (await stage.clocks()).find((clock) => clock.kind === kind);
const now = () => stage.house.clock.now();
const log = async () => {
  const clocks = await clocksOfThread(stage.house.database.reader, stage.threadId, now());
  const resolution = clocks.find((clock) => clock.kind === 'resolution');
  return (resolution?.intervals ?? [])
    .filter((line) => line.state !== 'outside')
    .map(({ state, reason, actorId }) => [state, reason, actorId]);
};
/** The answer is out, and an hour has passed since. */
async function answered() {
  await stage.reply();
  await stage.pass(10);
  const at = now();
  await stage.pass(3600);
  return at;
}

describe('our answer', () => {
  test('fulfils the response and pauses the resolution at the moment the platform took it', async () => {
    const at = await answered();
    expect(await clockOf('first')).toMatchObject({ metAt: at });
    expect(await clockOf('resolution')).toMatchObject({ metAt: null, pausedAt: at, nextFactAt: null });
    expect(await stage.thread()).toMatchObject({ status: 'waiting', dueKind: null });
    expect((await log()).at(-1)).toEqual(['paused', 'waits-for-critic', stage.actor.personId]);
  });
  test('does neither while it is held back, on its way again, or of unknown outcome', async () => {
    stage.script.publish = async () => {
      throw new Error('the line broke');
    };
    const running = { metAt: null, pausedAt: null };
    const { id } = await stage.reply();
    expect(await clockOf('first')).toMatchObject(running);
    await stage.pass(10);
    expect(await stage.replies()).toMatchObject([{ state: 'unconfirmed' }]);
    expect(await clockOf('first')).toMatchObject(running);
    expect(await clockOf('resolution')).toMatchObject(running);
    await markAnswered(stage.house, stage.actor, id, null);
    expect(await clockOf('first')).toMatchObject({ metAt: now() });
    expect(await clockOf('resolution')).toMatchObject({ pausedAt: now() });
  });
});

describe('a promise to resolve that stands still', () => {
  test("goes on by itself with the critic's next comment, and what was left is left", async () => {
    const before = await clockOf('resolution');
    const at = await answered();
    await stage.say('c2', { parent: 'c1' });
    const after = await clockOf('resolution');
    expect(after?.pausedAt).toBeNull();
    expect((after?.dueAt.getTime() ?? 0) - (before?.dueAt.getTime() ?? 0)).toBe(now().getTime() - at.getTime());
    expect((await log()).map(([state, reason]) => [state, reason])).toEqual([
      ['running', 'comment'],
      ['paused', 'waits-for-critic'],
      ['running', 'comment'],
    ]);
    expect(await clockOf('next')).toMatchObject({ metAt: null });
  });
  test('goes on when a person says that it is our turn', async () => {
    await answered();
    await reopenThread(stage.house, stage.actor, stage.threadId);
    expect(await clockOf('resolution')).toMatchObject({ pausedAt: null });
    expect((await log()).at(-1)).toEqual(['running', 'reopened', stage.actor.personId]);
  });
  test('is kept when the thread is resolved long after, however long the critic took', async () => {
    await answered();
    await stage.pass(30 * 86_400);
    await resolveThread(stage.house, stage.actor, stage.threadId, {});
    expect(await clockOf('resolution')).toMatchObject({ metAt: now(), breachedAt: null, nextFactAt: null });
  });
});

describe('snoozing', () => {
  test('pauses nothing', async () => {
    const before = await stage.clocks();
    const until = new Date(now().getTime() + 60_000).toISOString();
    await snoozeThread(stage.house, stage.actor, stage.threadId, { until });
    expect(await stage.clocks()).toEqual(before);
  });
  test('of a thread that waits for its critic ends with our turn', async () => {
    await answered();
    const until = new Date(now().getTime() + 60_000);
    await snoozeThread(stage.house, stage.actor, stage.threadId, { until: until.toISOString() });
    stage.handlers[WAKE as keyof typeof stage.handlers] = wakeDueThreads(stage.house);
    await stage.pass(60);
    expect(await stage.thread()).toMatchObject({ status: 'open', dueKind: 'resolution', queueAt: until });
    expect((await log()).at(-1)).toEqual(['running', 'woken', null]);
  });
});

test('no answer needed ends every promise with its reason', async () => {
  await resolveThread(stage.house, stage.actor, stage.threadId, { reason: 'no-answer-needed' });
  expect(await clockOf('first')).toMatchObject({ stoppedAt: now(), stopReason: 'no-answer-needed' });
});
