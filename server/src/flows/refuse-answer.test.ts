import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestPerson } from '../testing/cast.ts';
import { answerThread } from './answer-thread.ts';
import { assignThread } from './claim-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const refusedWith = (code: string, context: object) => expect.objectContaining({ code, status: 409, context });
const said = async () => (await stage.thread())?.said ?? -1;
const reply = (more: object = {}) =>
  answerThread(stage.house, stage.actor, stage.threadId, { ...stage.answer, ...more });
const remove = async (externalId: string) => {
  const change = { kind: 'removed' as const, externalId, at: stage.house.clock.now(), version: null };
  await receiveComments(stage.house, { id: stage.channelId, language: null }, [change], { history: false });
};

describe('a thread counts what people outside say', () => {
  test('a new word, another word, a word taken back and put back', async () => {
    expect(await said()).toBe(1);
    await stage.say('c2', { parent: 'c1' });
    expect(await said()).toBe(2);
    await stage.say('c2', { parent: 'c1', body: 'Das Frühstück war eiskalt.' });
    expect(await said()).toBe(3);
    await remove('c2');
    expect(await said()).toBe(4);
    await stage.say('c2', { parent: 'c1', body: 'Das Frühstück war eiskalt.' });
    expect(await said()).toBe(5);
  });

  test('but neither repeats nor our own words', async () => {
    await stage.say('c1');
    await stage.say('a1', { parent: 'c1', own: true, body: 'Das tut uns leid.' });
    await stage.say('a1', { parent: 'c1', own: true, body: 'Das tut uns sehr leid.' });
    expect(await said()).toBe(1);
  });

  test('two threads that become one have a number that nobody has read', async () => {
    stage.house.clock.forward(1000);
    await stage.say('c3', { parent: 'c2' });
    await stage.say('c3', { parent: 'c2', body: 'Und der Tee auch.' });
    await stage.say('c2', { parent: 'c1' });
    // The other thread had 2; then the word that stood between them.
    expect(await said()).toBe(4);
  });
});

describe('an answer to a text that has changed', () => {
  test('is refused until its writer has read the newest', async () => {
    const read = await said();
    await stage.say('c2', { parent: 'c1', body: 'Hat sich erledigt, danke.' });
    await expect(reply({ said: read })).rejects.toEqual(refusedWith('reply.text_changed', { said: '2' }));
    expect(await stage.replies()).toEqual([]);
    expect(await reply({ said: 2 })).toMatchObject({ state: 'queued' });
  });

  test('is refused at the same moment too: one of the two is first, and both are true', async () => {
    const [sent] = await Promise.allSettled([reply({ said: 1 }), stage.say('c2', { parent: 'c1' })]);
    const [written] = await stage.replies();
    expect(written?.state).toBe(sent?.status === 'fulfilled' ? 'queued' : undefined);
    if (sent?.status === 'rejected') expect(sent.reason).toMatchObject({ code: 'reply.text_changed' });
    expect(await said()).toBe(2);
  });

  test('without a number: nothing may have been said since the answered comment came', async () => {
    expect(await reply()).toMatchObject({ state: 'queued' });
    await stage.pass(10);
    stage.house.clock.forward(1000);
    await stage.say('c2', { parent: 'c1' });
    const older = reply({ idempotencyKey: 'the-next-editor', second: true });
    await expect(older).rejects.toEqual(refusedWith('reply.text_changed', { said: '2' }));
  });

  test('a repeat of what was taken already is no new answer', async () => {
    const first = await reply({ said: 1 });
    await stage.say('c2', { parent: 'c1' });
    expect(await reply({ said: 1 })).toMatchObject({ id: first.id });
  });
});

describe('a second answer to the same comment', () => {
  test('is refused with the first, unless it is meant', async () => {
    const first = await reply();
    await stage.pass(10);
    const again = { idempotencyKey: 'the-next-editor' };
    await expect(reply(again)).rejects.toEqual(refusedWith('reply.second_answer', { replyId: first.id }));
    expect(await reply({ ...again, second: true })).toMatchObject({ state: 'queued' });
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(2);
  });

  test('is never taken while the first is on its way, whatever its writer means', async () => {
    const first = await reply();
    const second = reply({ idempotencyKey: 'the-next-editor', second: true });
    await expect(second).rejects.toEqual(refusedWith('reply.already_open', { replyId: first.id }));
  });

  test('two that are meant at the same moment: one goes out', async () => {
    await reply();
    await stage.pass(10);
    const keys = ['key-of-editor-1', 'key-of-editor-2', 'key-of-editor-3'];
    const both = keys.map((idempotencyKey) => reply({ idempotencyKey, second: true }));
    const results = await Promise.allSettled(both);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await stage.pass(10);
    expect(stage.script.sent).toHaveLength(2);
  });
});

describe('an answer written before somebody else took the thread over', () => {
  const takeOver = async (personId: string, claim: number) => {
    await assignThread(stage.house, stage.actor, stage.threadId, { assigneeId: personId });
    await stage.house.database.transaction((tx) => tx.update(tx.tables.threads).set({ claim }));
  };

  test('is refused, with who has it now; naming the present number is a decision', async () => {
    const ben = await addTestPerson(stage.house, 'agent', [stage.channelId]);
    await takeOver(ben, 3);
    await expect(reply({ claim: 2 })).rejects.toEqual(refusedWith('thread.claim_lost', { personId: ben, claim: '3' }));
    expect(await reply({ claim: 3 })).toMatchObject({ state: 'queued' });
  });

  test('is taken from whoever is in charge', async () => {
    await takeOver(stage.actor.personId, 3);
    expect(await reply({ claim: 1 })).toMatchObject({ state: 'queued' });
  });
});

describe('while a colleague writes', () => {
  const writes = (personId: string, seconds: number) =>
    stage.house.database.transaction(async (tx) => {
      const since = stage.house.clock.now();
      const leaseUntil = new Date(since.getTime() + seconds * 1000);
      const { threadId, channelId } = stage;
      await tx
        .insert(tx.tables.presences)
        .values({ id: 'socket', threadId, channelId, personId, level: 'writes', since, leaseUntil });
    });

  test('an answer waits for a decision', async () => {
    await writes('ben', 90);
    await expect(reply()).rejects.toEqual(refusedWith('reply.someone_writes', { personId: 'ben' }));
    expect(await reply({ alongside: true })).toMatchObject({ state: 'queued' });
  });

  test('one’s own second window and a lease that has run out are nobody', async () => {
    await writes(stage.actor.personId, 90);
    expect(await reply()).toMatchObject({ state: 'queued' });
    await stage.house.database.transaction((tx) => tx.update(tx.tables.presences).set({ personId: 'ben' }));
    await stage.pass(90);
    expect(await reply({ idempotencyKey: 'the-next-editor', second: true })).toMatchObject({ state: 'queued' });
  });
});
