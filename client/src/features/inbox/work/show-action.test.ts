import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { latestRow, putRow, rowKey } from '../../../live/patch-cache.ts';
import { glanceAtReads, readsIn } from '../../../live/reads.ts';
import { beginStep, endStep } from '../../../live/unanswered.ts';
import { aRow } from '../../../testing/rows.ts';
import { showAction } from './show-action.ts';

const rows = ['t1', 't2'].map((id) => aRow({ id }));
const [, second] = rows as [ThreadRow, ThreadRow];
const mine = { assigneeId: 'anna' };
const tagged = { tags: ['Presse'] };

function aHouse() {
  const client = new QueryClient();
  for (const row of rows) putRow(client, row, 'anna');
  const shown = () => rows.map(({ id }) => client.getQueryData<ThreadRow>(rowKey(id)) as ThreadRow);
  return {
    client,
    shown,
    tell: (row: ThreadRow) => putRow(client, row, 'anna'),
    claimAll: () => showAction(client, { kind: 'claim' }, shown(), 'anna'),
    /** A single quick step, and the way to refuse it. */
    tag: (row: ThreadRow) => {
      const step = { ...tagged };
      const before = beginStep(client, latestRow(client, row), step);
      putRow(client, before, 'anna');
      return () => putRow(client, endStep(client, before, step), 'anna');
    },
  };
}

it('keeps what was done, and what was not stands as the server has it', () => {
  const { claimAll, shown } = aHouse();
  const end = claimAll();
  expect(shown()).toEqual(rows.map((row) => ({ ...row, ...mine })));
  end(['t1']);
  expect(shown()).toEqual([{ ...rows[0], ...mine }, second]);
});

it('leaves nothing of a quick step that was refused meanwhile, be it older or newer', () => {
  const { claimAll, tag, shown } = aHouse();
  const older = tag(second);
  const end = claimAll();
  const newer = tag(second);
  expect(shown()[1]).toEqual({ ...second, ...mine, ...tagged });
  older();
  end(['t1']);
  expect(shown()[1]).toEqual({ ...second, ...tagged });
  newer();
  expect(shown()[1]).toEqual(second);
});

it('shows what was told meanwhile where nothing was done, however the answers are ordered', () => {
  const { claimAll, tag, tell, shown } = aHouse();
  const end = claimAll();
  const refuse = tag(second);
  const bens = { ...second, assigneeId: 'ben', version: 2 };
  tell(bens);
  refuse();
  end(['t1']);
  expect(shown()[1]).toEqual(bens);
});

it('marks as read only what was done, and learns nothing of it from a list that was asked for before', () => {
  const { client } = aHouse();
  const learn = glanceAtReads(client);
  const end = showAction(client, { kind: 'read' }, rows, 'anna');
  learn(rows, {});
  expect(Object.keys(readsIn(client))).toEqual(['t1', 't2']);
  end(['t1']);
  expect(Object.keys(readsIn(client))).toEqual(['t1']);
});
