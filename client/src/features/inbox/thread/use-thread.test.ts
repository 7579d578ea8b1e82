import type { PromiseMade } from '@stammgast/shared/contract/promises';
import type { Thread } from '@stammgast/shared/contract/threads';
import { afterEach, expect, it, vi } from 'vitest';
import { queryClient } from '../../../api/query-client.ts';
import { changePart } from '../../../live/parts.ts';
import { aComment, aRow } from '../../../testing/rows.ts';
import { threadQuery } from './use-thread.ts';

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

it('a thread that is fetched keeps showing likes and promises that are not answered yet', async () => {
  const comment = aComment({ liked: false });
  const promise = { id: 'p1', state: 'open' } as PromiseMade;
  const told = { row: aRow(), comments: [comment], promises: [promise], drafts: [] as unknown[] };
  vi.stubGlobal('window', { fetch: async () => Response.json(told) });
  const query = threadQuery({ glance: () => () => undefined }, 'anna', 't1');
  const shown = () => {
    const thread = queryClient.getQueryData<Thread>(query.queryKey);
    return thread && { liked: thread.comments[0]?.liked, promise: thread.promises[0]?.state };
  };
  await queryClient.fetchQuery(query);
  expect(shown()).toEqual({ liked: false, promise: 'open' });
  const send = () => new Promise<never>(() => undefined);
  const unanswered = { threadId: 't1', send, partOf: (answer: never) => answer };
  void changePart(queryClient, { ...unanswered, list: 'comments', stands: comment, step: { liked: true } });
  void changePart(queryClient, { ...unanswered, list: 'promises', stands: promise, step: { state: 'kept' } });
  await queryClient.fetchQuery({ ...query, staleTime: 0 });
  expect(shown()).toEqual({ liked: true, promise: 'kept' });
});
