import type { Thread } from '@stammgast/shared/contract/threads';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { type Change, whatChanged } from '../guards/what-changed.ts';
import type { Page } from './pages.ts';
import { useDrafts } from './use-draft.ts';

export interface Said {
  /** What people outside have said or changed since the writer began; empty: the answer fits. */
  readonly changes: readonly Change[];
  /** The writer was shown it and may send. */
  readonly noticed: boolean;
  /** Shows it; the next time the answer goes out. `upTo`: the count that the server has named. */
  readonly notice: (upTo?: number) => void;
  /** Read: the answer counts as written after it. */
  readonly acknowledge: () => void;
  /** The count to send along. */
  readonly count: number;
}

/** Whether the text that is answered is still the text that was read. */
export function useSaid(thread: Thread, page: Page): Said {
  const drafts = useDrafts();
  const { id: me } = useMe();
  const { row, comments } = thread;
  const read = useRef<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState<number | null>(null);
  const writing = page.body.trim() !== '';
  const known = page.said ?? row.said;
  const missed = writing ? row.said - known : 0;
  useEffect(() => {
    // As long as nothing is missed, what stands here is what was read.
    if (missed <= 0) read.current = new Map(comments.map((comment) => [comment.id, comment.body]));
  }, [missed, comments]);
  const own = thread.drafts.find((draft) => draft.personId === me && draft.kind === 'answer');
  const changes = useMemo(() => {
    if (missed <= 0) return [];
    const kept: [string, string][] =
      own?.commentId && own.commentBody !== null ? [[own.commentId, own.commentBody]] : [];
    return whatChanged(comments, missed, read.current.size > 0 ? read.current : new Map(kept));
  }, [missed, comments, own]);
  const noticed = shown === row.said;
  const newest = changes.at(-1)?.comment.id;
  useEffect(() => {
    if (noticed && newest) document.querySelector(`[data-comment="${newest}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [noticed, newest]);
  return {
    changes,
    noticed,
    notice: (upTo = row.said) => setShown(upTo),
    acknowledge: () => drafts.change(row.id, { said: row.said }),
    count: noticed ? row.said : known,
  };
}
