import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelError, type HttpRequest, PublishError } from '../connectors/connector.ts';
import { claim, dueJobs, LostLeaseError } from '../jobs/jobs.queries.ts';
import type { Database } from '../storage/database.ts';
import { lookForUnconfirmed } from './look-for-reply.ts';
import { publishReply } from './publish-reply.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const only = async () => (await stage.replies())[0];

describe('a worker that dies or stalls', () => {
  /** Claims the job as another worker would that nobody hears of again. */
  async function begin(house = stage.house) {
    stage.house.clock.forward(10_000);
    const db = house.database.reader;
    const [due] = await dueJobs(db, house.clock.now(), { kinds: ['publish-reply'], fullLanes: [], limit: 1 });
    const job = due && (await house.database.transaction((tx) => claim(tx, due, house.clock.now(), 60_000)));
    if (!job) throw new Error('nothing to publish');
    return publishReply(house)(job, async () => undefined);
  }
  /** The house of a process that ends at its n-th transaction. */
  const dying = (after: number) => {
    let count = 0;
    const transaction: Database['transaction'] = (work) => {
      count += 1;
      return count > after ? Promise.reject(new Error('killed')) : stage.house.database.transaction(work);
    };
    return { ...stage.house, database: { ...stage.house.database, transaction } };
  };

  test('before it has claimed the answer: another worker publishes it', async () => {
    await stage.reply();
    await expect(begin(dying(1))).rejects.toThrow('killed');
    await stage.pass(59);
    expect(stage.script.sent).toEqual([]);
    await stage.pass(1);
    expect(await only()).toMatchObject({ state: 'published', attempts: 1 });
    expect(stage.script.sent).toHaveLength(1);
  });

  test('between request and confirmation: found on the platform, not sent twice', async () => {
    await stage.reply();
    await expect(begin(dying(2))).rejects.toThrow('killed');
    expect(stage.script.sent).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'publishing' });
    stage.script.findPublished = async () => stage.published;
    await stage.pass(44);
    expect(await only()).toMatchObject({ state: 'publishing' });
    await stage.pass(1);
    expect(await only()).toMatchObject({ state: 'unconfirmed', failureDetail: 'interrupted while publishing' });
    await stage.pass(2);
    expect(await only()).toMatchObject({ state: 'published' });
    expect(stage.script.sent).toHaveLength(1);
  });

  test('a stalled worker may not send after its time, nor write, unless it brings proof', async () => {
    await stage.reply();
    stage.script.publish = async () => {
      await stage.pass(46);
      expect(await only()).toMatchObject({ state: 'unconfirmed' });
      throw new PublishError('rejected', 'too late to count');
    };
    await expect(begin()).rejects.toBeInstanceOf(LostLeaseError);
    expect(await only()).toMatchObject({ state: 'unconfirmed' });
  });

  test('proof counts even from a worker that was taken over', async () => {
    await stage.reply();
    stage.script.publish = async () => {
      for (let i = 0; i < 20; i += 1) await stage.pass(10);
      expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
      return stage.published;
    };
    await begin();
    expect(await only()).toMatchObject({ state: 'published', externalId: 'a1' });
  });

  test('held up while it asks the platform something before, it does not send what would be public', async () => {
    await stage.close();
    const requests: string[] = [];
    const http = () => async (url: string, request?: HttpRequest) => {
      if (request?.maySend?.() === false) throw new ChannelError('channel.timeout', 'too late', { unsent: true });
      requests.push(`${request?.method ?? 'GET'} ${url}`);
      return { status: 201, headers: {}, body: '', url };
    };
    stage = await openStage({ http });
    await stage.reply();
    stage.script.publish = async (_reply, tools) => {
      await tools.http('https://platform.example/parent');
      // Another worker takes over, a person is told that nothing was found, and sends again.
      for (let i = 0; i < 20; i += 1) await stage.pass(10);
      await tools.http('https://platform.example/answers', { method: 'POST' });
      return stage.published;
    };
    await expect(begin()).rejects.toBeInstanceOf(LostLeaseError);
    expect(requests).toEqual(['GET https://platform.example/parent']);
    expect(await only()).toMatchObject({ state: 'failed', failureKind: 'absent' });
  });

  test('in a look: another one looks soon, so that a person is told in time', async () => {
    stage.script.publish = async () => Promise.reject(new PublishError('unconfirmed', '500'));
    await stage.reply();
    await stage.pass(10);
    stage.house.clock.forward(2000);
    const db = stage.house.database.reader;
    const [due] = await dueJobs(db, stage.house.clock.now(), { kinds: ['look-for-reply'], fullLanes: [], limit: 1 });
    const job =
      due && (await stage.house.database.transaction((tx) => claim(tx, due, stage.house.clock.now(), 60_000)));
    if (!job) throw new Error('nothing to look for');
    await expect(lookForUnconfirmed(dying(1))(job, async () => undefined)).rejects.toThrow('killed');
    expect(stage.script.looks).toBe(1);
    stage.script.findPublished = async () => stage.published;
    await stage.pass(20);
    expect(await only()).toMatchObject({ state: 'published' });
    expect(stage.script.sent).toHaveLength(1);
  });

  test('one that was held up between claim and request does not send', async () => {
    await stage.reply();
    let held = true;
    const clock = {
      ...stage.house.clock,
      now: () => new Date(stage.house.clock.now().getTime() + (held ? 0 : 40_000)),
    };
    const transaction: Database['transaction'] = async (work) => {
      const result = await stage.house.database.transaction(work);
      held = false;
      return result;
    };
    stage.house.clock.forward(10_000);
    const slow = { ...stage.house, clock, database: { ...stage.house.database, transaction } };
    const [due] = await dueJobs(slow.database.reader, clock.now(), {
      kinds: ['publish-reply'],
      fullLanes: [],
      limit: 1,
    });
    const job =
      due && (await stage.house.database.transaction((tx) => claim(tx, due, stage.house.clock.now(), 60_000)));
    if (!job) throw new Error('nothing to publish');
    await publishReply(slow)(job, async () => undefined);
    expect(stage.script.sent).toEqual([]);
    expect(await only()).toMatchObject({ state: 'queued', failureKind: 'retry' });
  });
});
