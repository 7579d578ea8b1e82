import type { Thread } from '@stammgast/shared/contract/threads';
import { Suspense } from 'react';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';

const PromiseList = lazyWithWords(() => import('./promise-list.tsx').then((part) => part.PromiseList));

/** Our promises in a thread, fetched with the first thread that has some. */
export function PromisePart({ thread }: { thread: Thread }) {
  if (thread.promises.length === 0) return null;
  return (
    <Suspense>
      <PromiseList thread={thread} />
    </Suspense>
  );
}
