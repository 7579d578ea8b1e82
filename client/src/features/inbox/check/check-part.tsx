import type { Thread } from '@stammgast/shared/contract/threads';
import { Suspense } from 'react';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { useDraft } from '../composer/use-draft.ts';
import { answeredComment } from '../thread/lead-comment.ts';
import { useCheck, useChecked } from './use-check.ts';

const CheckPane = lazyWithWords(() => import('./check-pane.tsx').then((part) => part.CheckPane));

/** The answer checklist beside the composer, while there is an answer to check. */
export function CheckPart({ thread }: { thread: Thread }) {
  const draft = useDraft(thread.row.id);
  useCheck(thread, answeredComment(thread, draft.commentId), draft);
  const checked = useChecked(thread.row.id);
  if (!checked) return null;
  return (
    <Suspense>
      <CheckPane checked={checked} threadId={thread.row.id} />
    </Suspense>
  );
}
