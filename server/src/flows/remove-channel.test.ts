import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { removeChannel } from './manage-channels.ts';
import { listQueue } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

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
