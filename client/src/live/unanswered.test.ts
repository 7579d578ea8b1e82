import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { aRow } from '../testing/rows.ts';
import { putRow, rowKey } from './patch-cache.ts';
import { beginStep, endStep, toldOf } from './unanswered.ts';

const mine = { assigneeId: 'anna' };
const tagged = { tags: ['Lüftung'] };

function aHouse() {
  const client = new QueryClient();
  const row = aRow();
  const begin = (step: object) => putRow(client, beginStep(client, aRow(), step), 'anna');
  return {
    begin,
    /** The server has taken it: its answer shows that and nothing else. */
    taken: (step: object, answer: object) => putRow(client, endStep(client, row, step, aRow(answer)), 'anna'),
    refused: (step: object) => putRow(client, endStep(client, row, step), 'anna'),
    /** Part of a row, as a refusal names who has it now. */
    toldInPart: (more: object) => {
      const shown = client.getQueryData<ThreadRow>(rowKey(row.id)) ?? row;
      putRow(client, { ...toldOf(client, shown), ...more }, 'anna');
    },
    told: (more: object) => putRow(client, aRow(more), 'anna'),
    shown: () => client.getQueryData(rowKey(row.id)),
  };
}

it('shows the second of two quick steps also when the answer to the first comes', () => {
  const { begin, taken, shown } = aHouse();
  begin(mine);
  begin(tagged);
  expect(shown()).toEqual(aRow({ ...mine, ...tagged }));
  taken(mine, { ...mine, version: 2 });
  expect(shown()).toEqual(aRow({ ...mine, ...tagged, version: 2 }));
  taken(tagged, { ...mine, ...tagged, version: 3 });
  expect(shown()).toEqual(aRow({ ...mine, ...tagged, version: 3 }));
});

it('keeps what was told meanwhile when the answer is older', () => {
  const { begin, taken, told, shown } = aHouse();
  begin(mine);
  told({ assigneeId: 'ben', version: 3 });
  taken(mine, { ...mine, version: 2 });
  expect(shown()).toEqual(aRow({ assigneeId: 'ben', version: 3 }));
});

it('takes back only what was refused, in whatever order', () => {
  const { begin, refused, shown } = aHouse();
  begin(mine);
  begin(tagged);
  refused(mine);
  expect(shown()).toEqual(aRow(tagged));
  refused(tagged);
  expect(shown()).toEqual(aRow());
});

it('keeps a step on top of what is told meanwhile, and falls back to that', () => {
  const { begin, told, refused, shown } = aHouse();
  begin(mine);
  told({ status: 'waiting', version: 4 });
  told({ version: 3 });
  expect(shown()).toEqual(aRow({ ...mine, status: 'waiting', version: 4 }));
  refused(mine);
  expect(shown()).toEqual(aRow({ status: 'waiting', version: 4 }));
});

it('does not take for told what stands on top of a row that is told in part', () => {
  const { begin, refused, toldInPart, shown } = aHouse();
  begin(mine);
  begin(tagged);
  refused(mine);
  toldInPart({ assigneeId: 'ben', claim: 1 });
  expect(shown()).toEqual(aRow({ ...tagged, assigneeId: 'ben', claim: 1 }));
  refused(tagged);
  expect(shown()).toEqual(aRow({ assigneeId: 'ben', claim: 1 }));
});
