import type { DraftKind } from '@stammgast/shared/contract/drafts';
import type { Thread } from '@stammgast/shared/contract/threads';
import { Suspense } from 'react';
import { useMe } from '../../../api/me.ts';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { useColleaguesAt } from '../../../live/presence.ts';
import type { Answering, Sending } from './use-answering.ts';
import type { Draft } from './use-draft.ts';

const GuardPanel = lazyWithWords(() => import('../guards/guard-panel.tsx').then((part) => part.GuardPanel));
const ColleagueDrafts = lazyWithWords(() =>
  import('../guards/colleague-drafts.tsx').then((part) => part.ColleagueDrafts),
);

interface GuardsProps {
  readonly thread: Thread;
  readonly mode: DraftKind;
  /** There is nothing to answer any more. */
  readonly gone: boolean;
  readonly draft: Draft;
  readonly answering: Answering;
  readonly onSend: (sending: Sending) => void;
}

/** Fetched when there is something to say: most answers meet nobody. */
export function Guards({ thread, mode, gone, draft, answering, onSend }: GuardsProps) {
  const { id: me } = useMe();
  const { question, said, lostTo } = answering;
  // An answer without its comment is still a text that somebody wrote.
  const kind = gone && draft.answer.trim() !== '' ? 'answer' : mode;
  const page = draft.pages[kind];
  const along = useColleaguesAt(thread.row.id).some(({ level }) => level === 'writes');
  const shared = thread.drafts.some((one) => one.personId !== me);
  const guarded = page.elsewhere || question || lostTo || said.changes.length > 0;
  return (
    <Suspense>
      {(along || shared) && <ColleagueDrafts thread={thread} />}
      {guarded && (
        <GuardPanel thread={thread} page={page} kind={kind} gone={gone} answering={answering} onSend={onSend} />
      )}
    </Suspense>
  );
}
