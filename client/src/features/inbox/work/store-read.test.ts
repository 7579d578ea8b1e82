import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '../../../api/query-client.ts';
import { readsIn } from '../../../live/reads.ts';
import { storeRead } from './store-read.ts';

const noon = '2026-03-05T12:00:00.000Z';

/** What the server was asked, and the way to answer that. */
const asked: { readonly what: string; readonly answer: (status?: number) => void }[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('window', {
    fetch: (url: string, { method }: RequestInit) =>
      new Promise((resolve) => {
        const answer = (status = 200) => resolve(Response.json({}, { status }));
        asked.push({ what: `${method} ${url}`, answer });
      }),
  });
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

const mark = (threadId: string, until?: string) => {
  const stored = storeRead(queryClient, threadId, until);
  return stored.then(
    () => 'stored',
    () => 'refused',
  );
};
const requests = () => asked.map(({ what }) => what);

it('asks for two quick marks of a thread one after the other, so that the last one holds', async () => {
  const read = mark('t1', noon);
  const unread = mark('t1');
  expect(readsIn(queryClient)).toEqual({});
  // Another thread waits for neither.
  const other = mark('t2', noon);
  await expect.poll(requests).toHaveLength(2);
  expect(requests()).toEqual(['PUT /api/threads/t1/read', 'PUT /api/threads/t2/read']);
  asked[1]?.answer();
  expect(await other).toBe('stored');
  asked[0]?.answer();
  expect(await read).toBe('stored');
  await expect.poll(requests).toHaveLength(3);
  expect(requests()[2]).toBe('DELETE /api/threads/t1/read');
  asked[2]?.answer();
  expect(await unread).toBe('stored');
  expect(readsIn(queryClient)).toEqual({ t2: noon });
});

it('asks for the next also when the one before was refused', async () => {
  const read = mark('t1', noon);
  const unread = mark('t1');
  const again = mark('t1', noon);
  await expect.poll(requests).toHaveLength(1);
  asked[0]?.answer(500);
  expect(await read).toBe('refused');
  await expect.poll(requests).toHaveLength(2);
  asked[1]?.answer();
  expect(await unread).toBe('stored');
  await expect.poll(requests).toHaveLength(3);
  asked[2]?.answer(500);
  expect(await again).toBe('refused');
  // What the server has taken is what is left.
  expect(readsIn(queryClient)).toEqual({});
});
