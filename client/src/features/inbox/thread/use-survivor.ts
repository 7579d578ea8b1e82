import type { Thread } from '@stammgast/shared/contract/threads';
import { useEffect, useRef } from 'react';
import { useDrafts } from '../composer/use-draft.ts';

/** The thread has become part of another one: the page goes there, with what was being written. */
export function useSurvivor(threadId: string, thread: Thread | undefined, go: (threadId: string) => void): void {
  const drafts = useDrafts();
  const latest = useRef(go);
  latest.current = go;
  const survivor = thread && thread.row.id !== threadId ? thread.row.id : null;
  useEffect(() => {
    if (!survivor) return;
    drafts.move(threadId, survivor);
    latest.current(survivor);
  }, [survivor, threadId, drafts]);
}
