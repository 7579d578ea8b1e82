import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestChannel, addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { listQueue, readThread } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';
import { reopenThread, resolveThread } from './resolve-threads.ts';

let house: TestHouse;
let blog: string;
let anna: Actor;
let threadId: string;
beforeEach(async () => {
  house = await openWorkingHouse();
  blog = await addTestChannel(house);
  anna = { personId: await addTestPerson(house, 'agent', [blog]), role: 'agent', channels: [blog] };
  await receiveComments(house, { id: blog, language: null }, [says('c1', { author: 'Müller' })], { history: false });
  const { threads } = await listQueue(house, anna, '', { limit: 1 });
  threadId = threads[0]?.id ?? '';
});
afterEach(() => house.database.close());

describe('resolution', () => {
  test('needs a reason when nothing was answered', async () => {
    await expect(resolveThread(house, anna, threadId, {})).rejects.toMatchObject({ code: 'thread.reason_needed' });
    await expect(resolveThread(house, anna, threadId, { reason: 'answered' })).rejects.toMatchObject({
      code: 'thread.reason_needed',
    });
    expect(await resolveThread(house, anna, threadId, { reason: 'praise' })).toMatchObject({
      status: 'resolved',
      resolvedReason: 'praise',
      resolvedBy: anna.personId,
      due: null,
    });
    await expect(resolveThread(house, anna, threadId, { reason: 'spam' })).rejects.toMatchObject({
      code: 'thread.already_resolved',
    });
  });
  test('taken back, the promises go on', async () => {
    const before = await readThread(house, anna, threadId);
    await resolveThread(house, anna, threadId, { reason: 'praise' });
    house.clock.forward(10 * 60_000);
    const row = await reopenThread(house, anna, threadId);
    expect(row).toMatchObject({ status: 'open', resolvedReason: null, due: { kind: 'first' } });
    expect(new Date(row.due?.dueAt ?? 0).getTime()).toBe(new Date(before.row.due?.dueAt ?? 0).getTime() + 10 * 60_000);
    await expect(reopenThread(house, anna, threadId)).rejects.toMatchObject({ code: 'thread.not_resolved' });
  });
});
