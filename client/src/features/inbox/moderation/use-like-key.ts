import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { useMay } from '../../../api/me.ts';
import { useKeys } from '../../../keys/keys.tsx';
import { useActs } from './use-acts.ts';

/** `+` likes the comment that would be answered, where its platform takes likes. */
export function useLikeKey(threadId: string, thread: Thread | undefined, comment: Comment | undefined): void {
  const acts = useActs(threadId);
  const mayLike = useMay('thread.work') && thread?.channel.can.acts.includes('like');
  useKeys(mayLike && comment ? { like: () => acts.like(comment, !comment.liked) } : {});
}
