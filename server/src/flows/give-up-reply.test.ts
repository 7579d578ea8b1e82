import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDue } from '../jobs/worker.ts';
import type { Database } from '../storage/database.ts';
import { publishReply } from './publish-reply.ts';
import { openStage, type Stage } from './replies.suite.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Time passes while something inside the house is broken: every `nth` transaction of an attempt fails. */
async function passBroken(rounds: number, nth: number): Promise<void> {
  const { house } = stage;
  for (let round = 0; round < rounds; round++) {
    let seen = 0;
    const database: Database = {
      ...house.database,
      transaction: (work) => {
        seen += 1;
        return seen === nth ? Promise.reject(new Error('broken')) : house.database.transaction(work);
      },
    };
    house.clock.forward(6 * 60_000);
    await runDue(house, { ...stage.handlers, 'publish-reply': publishReply({ ...house, database }) });
  }
}

test('an answer that cannot even be claimed fails in sight of its author, who can send it again', async () => {
  await stage.reply();
  await passBroken(9, 1);
  expect(await stage.replies()).toMatchObject([{ state: 'queued' }]);
  await passBroken(1, 1);
  expect(await stage.replies()).toMatchObject([{ state: 'failed', failureKind: 'retry', openFor: null }]);
  expect(await stage.thread()).toMatchObject({ replyState: 'failed' });
  expect(await stage.jobs()).toEqual([]);
  expect(stage.script.sent).toEqual([]);
});

test('one whose sending could not be written down is looked for, not sent again', async () => {
  stage.script.findPublished = async () => stage.published;
  await stage.reply();
  await passBroken(1, 2);
  expect(stage.script.sent).toHaveLength(1);
  await passBroken(2, 0);
  expect(await stage.replies()).toMatchObject([{ state: 'published' }]);
  expect(stage.script.sent).toHaveLength(1);
});
