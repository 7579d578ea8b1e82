import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPromise, changePromise } from './keep-promises.ts';
import { readThread } from './read-threads.ts';
import { openStage, type Stage } from './replies.suite.ts';

const HOUR = 3600;
const words = 'Bis Freitag sage ich Ihnen hier, was dabei herauskam.';
/** Friday, 6 March 2026, 18:00 in Berlin. */
const friday = '2026-03-06T17:00:00.000Z';
let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const seen = () => readThread(stage.house, stage.actor, stage.threadId);
const promises = async () => (await seen()).promises.map(({ state, dueAt, words }) => ({ state, dueAt, words }));
const states = async () => (await seen()).promises.map(({ state }) => state);
const promise = async (index = 0) => (await seen()).promises[index]?.id ?? '';
const step = async (name: Parameters<typeof changePromise>[3]['step'], more: { dueAt?: string; index?: number } = {}) =>
  changePromise(stage.house, stage.actor, await promise(more.index), { step: name, ...more });
/** Publishes an answer with that text. */
async function answer(body: string, idempotencyKey: string) {
  await stage.reply({ body, idempotencyKey, second: true });
  await stage.pass(10);
}
const promiseByFriday = () => answer(`Guten Tag, das prüfen wir. ${words} Viele Grüße, Anna`, 'first-key');

describe('what an answer promises', () => {
  test('is suggested once the answer is public, with its sentence and its time', async () => {
    await stage.reply({ body: words });
    expect(await promises()).toEqual([]);
    await stage.pass(10);
    expect(await promises()).toEqual([{ state: 'suggested', dueAt: friday, words }]);
    // The resolution rests while the critic is asked.
    expect(await stage.thread()).toMatchObject({ dueKind: null, promiseDueAt: null, status: 'waiting' });
    expect(await stage.facts()).toContain('promise.suggested');
  });

  test('is due like any other promise once somebody has confirmed it', async () => {
    await promiseByFriday();
    await step('confirm');
    const due = new Date(friday);
    expect(await stage.thread()).toMatchObject({ dueKind: 'promise', dueAt: due, queueAt: due, promiseDueAt: due });
  });

  test('is not confirmed by whoever does not see the channel, and nothing is said of it', async () => {
    await promiseByFriday();
    const stranger = { ...stage.actor, channels: ['another'] };
    const wanted = changePromise(stage.house, stranger, await promise(), { step: 'confirm' });
    await expect(wanted).rejects.toMatchObject({ status: 404 });
    const added = addPromise(stage.house, stranger, stage.threadId, { words, dueAt: friday });
    await expect(added).rejects.toMatchObject({ status: 404 });
    expect(await states()).toEqual(['suggested']);
  });

  test('confirmed by two at once it is one promise, and its first confirmation stands', async () => {
    await promiseByFriday();
    const id = await promise();
    const second = { ...stage.actor, personId: 'somebody-else' };
    const both = [stage.actor, second].map((actor) => changePromise(stage.house, actor, id, { step: 'confirm' }));
    const [one, other] = await Promise.all(both);
    expect(one?.confirmedBy).toBe(other?.confirmedBy);
    expect(await promises()).toEqual([{ state: 'open', dueAt: friday, words }]);
    const later = await changePromise(stage.house, second, id, { step: 'confirm' });
    expect(later.confirmedBy).toBe(one?.confirmedBy);
  });

  test('gets another time, but none that is over', async () => {
    await promiseByFriday();
    await expect(step('confirm', { dueAt: '2026-03-05T12:00:00.000Z' })).rejects.toMatchObject({ status: 422 });
    expect(await step('confirm', { dueAt: '2026-03-09T08:00:00.000Z' })).toMatchObject({ state: 'open' });
    expect(await stage.thread()).toMatchObject({ dueAt: new Date('2026-03-09T08:00:00.000Z') });
  });

  test('can be dismissed, and that taken back', async () => {
    await promiseByFriday();
    await step('dismiss');
    await expect(step('keep')).rejects.toMatchObject({ code: 'promise.wrong_state', status: 409 });
    await step('suggest');
    expect(await states()).toEqual(['suggested']);
  });
});

describe('a confirmed promise', () => {
  beforeEach(async () => {
    await promiseByFriday();
    await step('confirm');
  });
  /** From Thursday 14:00 to Friday 18:00 it is 28 hours; the reminder comes four hours before. */
  const untilReminder = () => stage.pass(24 * HOUR);
  const untilDue = () => stage.pass(28 * HOUR);

  test('comes back to the queue before it is due, once', async () => {
    await stage.pass(23 * HOUR);
    expect(await stage.thread()).toMatchObject({ status: 'waiting' });
    await stage.pass(HOUR);
    expect(await stage.thread()).toMatchObject({ status: 'open', resolvedReason: null });
    await stage.pass(60);
    expect((await stage.facts()).filter((kind) => kind === 'promise.due-soon')).toHaveLength(1);
  });

  test('is broken when its time has come, stays due, and tells so once', async () => {
    await untilReminder();
    await untilDue();
    expect(await states()).toEqual(['broken']);
    expect(await stage.thread()).toMatchObject({ breachedAt: new Date(friday), status: 'open' });
    await stage.pass(HOUR);
    expect((await stage.facts()).filter((kind) => kind === 'promise.broken')).toHaveLength(1);
  });

  test('is kept by the next public answer, which ends it', async () => {
    await untilReminder();
    await answer('Die Lüftung ist repariert.', 'second-key');
    expect(await states()).toEqual(['kept']);
    expect(await stage.thread()).toMatchObject({ dueKind: null, promiseDueAt: null });
    await untilDue();
    expect(await states()).toEqual(['kept']);
  });

  test('that is answered too late is and stays broken', async () => {
    await untilDue();
    await answer('Die Lüftung ist repariert.', 'second-key');
    expect(await states()).toEqual(['broken']);
    expect((await seen()).promises[0]?.endedAt).not.toBeNull();
    expect(await stage.thread()).toMatchObject({ dueKind: null, promiseDueAt: null });
  });

  test('is marked as kept by hand, and that taken back brings it and its reminder back', async () => {
    await step('keep');
    expect(await stage.thread()).toMatchObject({ promiseDueAt: null });
    await step('reopen');
    expect(await stage.thread()).toMatchObject({ promiseDueAt: new Date(friday) });
    await untilDue();
    expect(await states()).toEqual(['broken']);
  });

  test('with another time is not reminded of at the first one', async () => {
    await step('confirm', { dueAt: '2026-03-09T17:00:00.000Z' });
    await untilReminder();
    await untilDue();
    expect(await states()).toEqual(['open']);
    await stage.pass(48 * HOUR);
    expect(await states()).toEqual(['broken']);
  });
});

test('nothing is promised on a channel that is disconnected', async () => {
  await stage.house.database.transaction(async (tx) => {
    await tx.update(tx.tables.channels).set({ removedAt: stage.house.clock.now() });
  });
  const added = addPromise(stage.house, stage.actor, stage.threadId, { words, dueAt: friday });
  await expect(added).rejects.toMatchObject({ code: 'channel.not_manageable' });
  expect(await promises()).toEqual([]);
});

test('a promise made elsewhere is written down by hand and is due at once', async () => {
  await addPromise(stage.house, stage.actor, stage.threadId, {
    words: 'Rückruf zugesagt',
    dueAt: '2026-03-05T13:30:00.000Z',
  });
  expect(await promises()).toEqual([{ state: 'open', dueAt: '2026-03-05T13:30:00.000Z', words: 'Rückruf zugesagt' }]);
  await stage.pass(31 * 60);
  expect(await states()).toEqual(['broken']);
});
