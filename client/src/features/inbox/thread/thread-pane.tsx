import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../../components/states.tsx';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { useDraft, useDrafts } from '../composer/use-draft.ts';
import { useLikeKey } from '../moderation/use-like-key.ts';
import { PromisePart } from '../promises/promise-part.tsx';
import type { Question } from '../work/use-asking.ts';
import { useReadWhileOpen } from '../work/use-reads.ts';
import { Conversation } from './conversation.tsx';
import { answeredComment } from './lead-comment.ts';
import { ThreadHead } from './thread-head.tsx';
import { useSurvivor } from './use-survivor.ts';
import { useThread } from './use-thread.ts';
import type { useWork } from './use-work.ts';

interface ThreadPaneProps {
  readonly threadId: string;
  /** Known from the queue: head and number are there before the conversation is. */
  readonly knownRow: ThreadRow | undefined;
  readonly alone: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly work: ReturnType<typeof useWork>;
  readonly composer: Ref<ComposerHandle>;
  /** The thread has become part of this one. */
  readonly onMoved: (threadId: string) => void;
  readonly onBack: () => void;
  readonly onResolve: (row: ThreadRow) => void;
  readonly onNext: () => void;
  readonly onContext: () => void;
  readonly onAsk: (question: Question, row: ThreadRow) => void;
}

export function ThreadPane({
  threadId,
  knownRow,
  alone,
  names,
  work,
  composer,
  onMoved,
  onBack,
  onResolve,
  onNext,
  onContext,
  onAsk,
}: ThreadPaneProps) {
  const { t } = useTranslation('inbox');
  const { data: thread, error, refetch } = useThread(threadId);
  const draft = useDraft(threadId);
  const drafts = useDrafts();
  const row = thread && (!knownRow || thread.row.version >= knownRow.version) ? thread.row : knownRow;
  useReadWhileOpen(thread?.row);
  const chosen = thread && answeredComment(thread, draft.commentId);
  useLikeKey(threadId, thread, chosen);
  useSurvivor(threadId, thread, onMoved);
  return (
    <section
      className="thread"
      aria-label={row ? t('threadOf', { number: row.number, name: row.author.name }) : t('conversation')}
    >
      {row && (
        <ThreadHead
          row={row}
          thread={thread}
          work={work}
          assignee={row.assigneeId === null ? null : (names.get(row.assigneeId) ?? '?')}
          target={chosen}
          alone={alone}
          onBack={onBack}
          onResolve={() => onResolve(row)}
          onContext={onContext}
          onAsk={(question) => onAsk(question, row)}
        />
      )}
      {thread ? (
        <>
          <Conversation
            thread={thread}
            chosenId={chosen?.id}
            onAnswer={(commentId) => {
              drafts.change(threadId, { commentId });
              if (composer && 'current' in composer) composer.current?.write('answer');
            }}
          />
          <PromisePart thread={thread} />
          <Composer
            key={threadId}
            thread={thread}
            target={chosen}
            handle={composer}
            onNext={onNext}
            onCheck={onContext}
          />
        </>
      ) : error ? (
        <div className="talk">
          <Failed error={error} title={t('threadFailed')} onRetry={() => void refetch()} />
        </div>
      ) : (
        <div className="talk">
          <Skeleton lines={5} />
        </div>
      )}
    </section>
  );
}
