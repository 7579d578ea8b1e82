import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTestChannel, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { gatherComments } from './gather-comments.ts';

let house: TestHouse;
let channel: { id: string; language: null };
beforeEach(async () => {
  house = await openWorkingHouse();
  channel = { id: await addTestChannel(house), language: null };
});
afterEach(() => house.database.close());

test('callers at the same time share transactions, and each hears of its own comments', async () => {
  let transactions = 0;
  const database = {
    ...house.database,
    transaction: (work: Parameters<typeof house.database.transaction>[0]) => {
      transactions++;
      return house.database.transaction(work);
    },
  } as typeof house.database;
  const receive = gatherComments({ ...house, database });
  const pushes = Array.from({ length: 30 }, (_, i) =>
    receive(channel, [says(`c${i % 20}`), says(`d${i}`)], { history: false }),
  );
  const received = await Promise.all(pushes);
  expect(received.map((r) => r.map((one) => one.externalId))).toEqual(
    Array.from({ length: 30 }, (_, i) => [`c${i % 20}`, `d${i}`]),
  );
  expect(received.flat().filter((one) => one.outcome === 'added')).toHaveLength(50);
  expect(transactions).toBeLessThan(5);
});

test('a failure reaches everybody who waited, and the next push works', async () => {
  let broken = true;
  const classify: TestHouse['classify'] = (comment) => {
    if (broken) throw new Error('broken');
    return house.classify(comment);
  };
  const receive = gatherComments({ ...house, classify });
  const pushes = await Promise.allSettled([1, 2].map((i) => receive(channel, [says(`c${i}`)], { history: false })));
  expect(pushes.map((p) => p.status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await receive(channel, [says('c1')], { history: false })).toEqual([{ externalId: 'c1', outcome: 'added' }]);
});

test('more than a push may hold is taken in several steps', async () => {
  const receive = gatherComments(house);
  const many = (from: number) => Array.from({ length: 300 }, (_, i) => says(`c${from + i}`));
  const received = await Promise.all([0, 300, 600].map((from) => receive(channel, many(from), { history: false })));
  expect(received.map((r) => r.length)).toEqual([300, 300, 300]);
});
