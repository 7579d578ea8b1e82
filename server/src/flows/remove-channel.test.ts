import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { inviteGuest, listGuests } from './invite-guest.ts';
import { addPromise } from './keep-promises.ts';
import { removeChannel } from './manage-channels.ts';
import { listModerations, moderateComment } from './moderate-comments.ts';
import { listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { openStage } from './replies.suite.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openWorkingHouse();
});
afterEach(() => house.database.close());

test('what nobody can answer any more leaves the queue, with its promises; other channels stay as they are', async () => {
  const [blog, forum] = [await addTestChannel(house), await addTestChannel(house)];
  const eva = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' } as const;
  for (const id of [blog, forum]) {
    await receiveComments(house, { id, language: null }, [says('c1'), says('c2')], { history: false });
  }
  await removeChannel(house, eva, blog);
  const queue = async (state: 'open' | 'done') => (await listQueue(house, eva, `is:${state}`, { limit: 10 })).threads;
  expect((await queue('open')).map((row) => row.channelId)).toEqual([forum, forum]);
  expect(await queue('done')).toMatchObject([
    { channelId: blog, resolvedReason: 'disconnected', resolvedBy: eva.personId, due: null },
    { channelId: blog, resolvedReason: 'disconnected', due: null },
  ]);
  const { clocks } = house.database.reader.tables;
  const stopped = (await house.database.reader.select().from(clocks)).filter((clock) => clock.stoppedAt !== null);
  expect(stopped.every((clock) => clock.channelId === blog && clock.stopReason === 'disconnected')).toBe(true);
  expect(stopped).toHaveLength(4);
  const facts = (await factsAfter(house.database.reader, 0, 100)).slice(-3);
  expect(facts.map((fact) => fact.kind)).toEqual(['channel.removed', 'thread.resolved', 'thread.resolved']);
});

test('nothing waits there any more: answers go back to their writers; requests, links and promises end', async () => {
  const stage = await openStage();
  stage.script.can = { ...stage.script.can, acts: ['hide'] };
  const eva = { personId: await addTestPerson(stage.house, 'admin'), role: 'admin', channels: 'all' } as const;
  const { threadId, commentId } = stage;
  await moderateComment(stage.house, stage.actor, commentId, { verdict: 'hide', reason: 'other', remark: 'Nein.' });
  const dueAt = new Date(stage.house.clock.now().getTime() + 86_400_000).toISOString();
  await addPromise(stage.house, stage.actor, threadId, { words: 'Morgen wissen wir mehr.', dueAt });
  const reply = await stage.reply({ approval: true });
  await inviteGuest(stage.house, eva, threadId, { purpose: 'approve', replyId: reply.id, guestName: 'H.', hours: 48 });

  await removeChannel(stage.house, eva, stage.channelId);
  expect((await listModerations(stage.house, eva)).waiting).toEqual([]);
  expect((await listQueue(stage.house, eva, 'is:approval', { limit: 5 })).threads).toEqual([]);
  expect((await listGuests(stage.house, eva, threadId)).guests).toMatchObject([{ state: 'revoked' }]);
  const thread = await readThread(stage.house, stage.actor, threadId);
  expect(thread).toMatchObject({
    row: { status: 'resolved', due: null },
    replies: [{ state: 'draft', approval: { decision: 'withdrawn' } }],
    drafts: [{ personId: stage.actor.personId, body: reply.body }],
    moderations: [{ decision: 'withdrawn' }],
    promises: [{ state: 'dismissed' }],
  });
  expect(await stage.facts()).toEqual(
    expect.arrayContaining(['channel.removed', 'reply.withdrawn', 'moderation.decided', 'promise.changed']),
  );

  await stage.pass(2 * 86_400);
  expect(await stage.thread()).toMatchObject({ status: 'resolved', dueAt: null });
  await stage.close();
});
