import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { aComment, aRow } from '../testing/rows.ts';
import { changePart, putPart, withUnansweredParts } from './parts.ts';
import { threadKey } from './patch-cache.ts';

const comment = aComment({ id: 'c1', liked: false });
const threadOf = (...comments: Comment[]) => ({ row: aRow(), comments, promises: [] as unknown[] }) as Thread;
const liked = { ...comment, liked: true };

function aHouse() {
  const client = new QueryClient();
  const key = threadKey('t1');
  client.setQueryData(key, threadOf(comment));
  /** What the server was asked, and the ways to answer that. */
  const asked: { readonly what: boolean; readonly take: (told?: Comment) => void; readonly refuse: () => void }[] = [];
  const shown = () => client.getQueryData<Thread>(key)?.comments[0];
  return {
    asked,
    shown,
    /** The thread is fetched again, and the server says this. */
    tell: (told: Comment) => client.setQueryData(key, withUnansweredParts(client, threadOf(told))),
    put: (told: Comment) => putPart(client, 't1', 'comments', told),
    like: (what: boolean, stands = shown() ?? comment) =>
      changePart(client, {
        ...{ threadId: 't1', list: 'comments', stands, step: { liked: what }, partOf: (answer: Comment) => answer },
        send: () =>
          new Promise<Comment>((resolve, reject) => {
            const take = (told: Comment = { ...stands, liked: what }) => resolve(told);
            asked.push({ what, take, refuse: () => reject(new Error('refused')) });
          }),
      }).then(
        () => 'taken',
        () => 'refused',
      ),
  };
}

it('shows what was done until it is answered, whatever is fetched meanwhile', async () => {
  const { like, tell, put, shown, asked } = aHouse();
  const liking = like(true);
  expect(shown()).toEqual(liked);
  tell(comment);
  expect(shown()).toEqual(liked);
  // What else was told of it is shown at once.
  tell({ ...comment, likes: 7 });
  expect(shown()).toEqual({ ...liked, likes: 7 });
  put({ ...comment, likes: 8 });
  expect(shown()).toEqual({ ...liked, likes: 8 });
  await expect.poll(() => asked).toHaveLength(1);
  asked[0]?.take({ ...liked, likes: 9 });
  expect(await liking).toBe('taken');
  expect(shown()).toEqual({ ...liked, likes: 9 });
  tell(comment);
  expect(shown()).toEqual(comment);
});

it('stands on what is known by now, not on what the caller remembers', async () => {
  const { like, tell, shown, asked } = aHouse();
  const edited = { ...liked, body: 'Das Zimmer war kalt, und laut.' };
  tell(edited);
  const unliking = like(false, liked);
  expect(shown()).toEqual({ ...edited, liked: false });
  await expect.poll(() => asked).toHaveLength(1);
  asked[0]?.refuse();
  expect(await unliking).toBe('refused');
  expect(shown()).toEqual(edited);
});

it('is as the server told it last when it refuses', async () => {
  const { like, tell, shown, asked } = aHouse();
  const liking = like(true);
  const newest = { ...comment, body: 'Geändert.' };
  tell(newest);
  await expect.poll(() => asked).toHaveLength(1);
  asked[0]?.refuse();
  expect(await liking).toBe('refused');
  expect(shown()).toEqual(newest);
});

it('sends two quick presses one after the other, and shows the last all the time', async () => {
  const { like, shown, asked } = aHouse();
  const liking = like(true);
  const taking = like(false);
  expect(shown()).toEqual(comment);
  await expect.poll(() => asked).toHaveLength(1);
  asked[0]?.take();
  expect(await liking).toBe('taken');
  expect(shown()).toEqual(comment);
  await expect.poll(() => asked.map(({ what }) => what)).toEqual([true, false]);
  asked[1]?.refuse();
  expect(await taking).toBe('refused');
  expect(shown()).toEqual(liked);
});
