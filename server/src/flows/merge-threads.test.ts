import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublishError } from '../connectors/connector.ts';
import { says } from '../testing/said.ts';
import { answerThread } from './answer-thread.ts';
import { assignThread } from './claim-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
let other: { commentId: string; threadId: string };
beforeEach(async () => {
  stage = await openStage();
  stage.house.clock.forward(1000);
  other = await stage.say('c3', { parent: 'c2' });
});
afterEach(() => stage.close());

/** Brings the comment that stood between the two threads. */
const link = () => stage.say('c2', { parent: 'c1' });
const answerOther = () => answerThread(stage.house, stage.actor, other.threadId, { ...stage.answer, ...other });

test('what became of an answer, and who is in charge, is not lost with the thread', async () => {
  stage.script.publish = async () => {
    throw new PublishError('rejected', 'comments are closed');
  };
  await answerOther();
  await stage.pass(10);
  await assignThread(stage.house, stage.actor, other.threadId, { assigneeId: stage.actor.personId });
  expect(await stage.thread()).toMatchObject({ replyState: null, assigneeId: null });

  await link();
  expect(await stage.thread()).toMatchObject({ comments: 3, replyState: 'failed', assigneeId: stage.actor.personId });
  expect((await stage.replies()).map((reply) => reply.threadId)).toEqual([stage.threadId]);
});

test('an answer that is on its way is published in the thread that is left', async () => {
  await answerOther();
  await link();
  expect(await stage.thread()).toMatchObject({ replyState: 'queued' });
  await stage.pass(10);
  expect(await stage.replies()).toMatchObject([{ state: 'published', threadId: stage.threadId }]);
  expect(await stage.thread()).toMatchObject({ replyState: null, status: 'waiting' });
});

test('an answer that is written at that moment is refused or moved, never left behind', async () => {
  const { house } = stage;
  const answers: Promise<unknown>[] = [];
  const { database } = house;
  // A slow transaction: the answer comes after the threads became one and before that is committed.
  const slow = {
    ...database,
    transaction: <T>(work: (tx: typeof database.reader) => Promise<T>) =>
      database.transaction(async (tx) => {
        const result = await work(tx);
        answers.push(answerOther().catch(() => null));
        await pause(150);
        return result;
      }),
  };
  const channel = { id: stage.channelId, language: null };
  await receiveComments({ ...house, database: slow }, channel, [says('c2', { parentExternalId: 'c1' })], {
    history: false,
  });
  await Promise.all(answers);
  const threads = await database.reader.select().from(database.reader.tables.threads);
  expect(threads.map((thread) => thread.id)).toEqual([stage.threadId]);
  for (const reply of await stage.replies()) expect(reply.threadId).toBe(stage.threadId);
});
