import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { replyLength } from '@stammgast/shared/domain/reply-length';
import { type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { useKeys } from '../../../keys/keys.tsx';
import { NeedNote, Replacing, type Sending, useReplacing } from '../approval/composer-approval.tsx';
import { useApprovalNeed } from '../approval/use-approval-need.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { ComposerHead } from './composer-head.tsx';
import { mentionedIn } from './mentions.ts';
import { Paper } from './paper.tsx';
import { useDraft, useDrafts } from './use-draft.ts';
import { useMentionable } from './use-mentionable.ts';
import { useSend } from './use-send.ts';

const MentionList = lazyWithWords(() => import('./mention-list.tsx').then((part) => part.MentionList));
const PublicPreview = lazyWithWords(() => import('./tools/public-preview.tsx').then((part) => part.PublicPreview));

export interface ComposerHandle {
  readonly write: (mode: 'answer' | 'note') => void;
}

interface ComposerProps {
  readonly thread: Thread;
  readonly target: Comment | undefined;
  readonly handle: Ref<ComposerHandle>;
  /** Sent with “and resolve”: on to the next one. */
  readonly onNext: () => void;
  /** Shows the pane with the checklist, where it is folded away. */
  readonly onCheck: () => void;
}

const takesAnswers = ({ channel }: Thread) => channel.can.reply !== 'none' && !channel.private;

/** Where answers and notes are written. It always says whom the answer is for. */
export function Composer({ thread, target, handle, onNext, onCheck }: ComposerProps) {
  const { t } = useTranslation(['inbox', 'problems']);
  const mayReply = useMay('reply.write');
  const { can } = thread.channel;
  const canReply = mayReply && takesAnswers(thread) && target !== undefined;
  const [wanted, setMode] = useState<'answer' | 'note'>('answer');
  const [previewing, setPreviewing] = useState(false);
  const mode = canReply ? wanted : 'note';
  const answered = mode === 'answer' ? target : undefined;
  const draft = useDraft(thread.row.id);
  const drafts = useDrafts();
  const send = useSend(thread.row.id);
  const mentionable = useMentionable(thread.row.channelId);
  const paper = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const text = answered ? draft.answer : draft.note;
  const previewed = previewing && answered !== undefined && text.trim() !== '';

  useImperativeHandle(handle, () => ({
    write: (next) => {
      setMode(next);
      setPreviewing(false);
      // At once: the next letter is meant for the paper, not for a command.
      paper.current?.focus();
    },
  }));

  const max = answered ? can.maxReplyLength : null;
  const length = replyLength(thread.row.platform, text);
  const ready = text.trim() !== '' && !send.busy && (max === null || length <= max);
  const onType = (typed: string, snippetId?: string) =>
    drafts.change(
      thread.row.id,
      answered ? { answer: typed, commentId: answered.id, ...(snippetId && { snippetId }) } : { note: typed },
    );
  const saveNote = async () => {
    if (ready && (await send.saveNote(draft, mentionedIn(draft.note, mentionable)))) setMode('answer');
  };
  const need = useApprovalNeed(thread, target, draft.answer);
  const replacing = useReplacing(thread, target);
  const answer = async (sending: Sending) => {
    if (!ready || !target || replacing.stops(sending)) return;
    const { resolve = false, approval = false, supersedes } = sending;
    const sent = await send.sendAnswer({
      draft,
      row: thread.row,
      commentId: target.id,
      resolve,
      authorName: target.author.name,
      approval,
      supersedes,
    });
    if (sent) setPreviewing(false);
    if (sent && resolve) onNext();
  };
  const submit = (resolve: boolean) => (mode === 'note' ? saveNote() : answer({ resolve }));
  useKeys({ send: () => void submit(false), sendResolveNext: () => void submit(true) }, form);

  return (
    <>
      <form
        ref={form}
        className={mode === 'note' ? 'composer dock noting' : 'composer dock'}
        aria-label={t(`tabs.${mode}`)}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
      >
        <ComposerHead
          mode={mode}
          canReply={canReply}
          onMode={setMode}
          thread={thread}
          answered={answered}
          text={text}
          paper={paper}
          form={form}
          onType={onType}
          previewed={previewed}
          onPreview={() => setPreviewing(!previewing)}
        />
        <ComposerBar thread={thread} canReply={canReply} mayReply={mayReply} problem={send.problem} />
        <NeedNote need={need} shown={answered !== undefined && text !== ''} />
        {previewed ? (
          <Suspense>
            <PublicPreview thread={thread} text={text} authorName={answered.author.name} />
          </Suspense>
        ) : (
          <Paper paper={paper} thread={thread} answered={answered} text={text} onType={onType} />
        )}
        {mode === 'note' && text.includes('@') && (
          <Suspense>
            <MentionList
              paper={paper}
              text={text}
              people={mentionable}
              onType={(note) => drafts.change(thread.row.id, { note })}
            />
          </Suspense>
        )}
        <ComposerFoot
          mode={mode}
          way={can.reply}
          threadId={thread.row.id}
          length={length}
          max={max}
          empty={text.trim() === ''}
          busy={send.busy}
          needsApproval={need.reasons.length > 0}
          onSendAndResolve={() => void submit(true)}
          onAsk={() => void answer({ approval: true })}
          onCheck={onCheck}
        />
      </form>
      <Replacing text={draft.answer} replacing={replacing} onSend={(sending) => void answer(sending)} />
    </>
  );
}
