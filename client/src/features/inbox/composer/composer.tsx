import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { type Ref, Suspense, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { useKeys } from '../../../keys/keys.tsx';
import { NeedNote, Replacing, useReplacing } from '../approval/composer-approval.tsx';
import { useApprovalNeed } from '../approval/use-approval-need.ts';
import { useLatestRow } from '../thread/use-thread.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { ComposerHead } from './composer-head.tsx';
import { DraftMenu } from './draft-menu.tsx';
import { Guards } from './guards.tsx';
import { mentionedIn } from './mentions.ts';
import { Paper } from './paper.tsx';
import { roomFor } from './room.ts';
import { type Sending, useAnswering } from './use-answering.ts';
import { useDraft, useDrafts } from './use-draft.ts';
import { useMentionable } from './use-mentionable.ts';
import { useOwnElsewhere } from './use-own-elsewhere.ts';
import { useWriting } from './use-writing.ts';

const MentionList = lazyWithWords(() => import('./mention-list.tsx').then((part) => part.MentionList));
const PublicPreview = lazyWithWords(() => import('./tools/public-preview.tsx').then((part) => part.PublicPreview));

export interface ComposerHandle {
  /** `typed`: what somebody has begun to write before this was there. */
  readonly write: (mode: 'answer' | 'note', typed?: string) => void;
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
  const { t } = useTranslation('inbox');
  const mayReply = useMay('reply.write');
  const { can } = thread.channel;
  const canReply = mayReply && takesAnswers(thread) && target !== undefined;
  const [wanted, setMode] = useState<'answer' | 'note'>('answer');
  const [previewing, setPreviewing] = useState(false);
  const mode = canReply ? wanted : 'note';
  const answered = mode === 'answer' ? target : undefined;
  const threadId = thread.row.id;
  const draft = useDraft(threadId);
  const drafts = useDrafts();
  const latest = useLatestRow();
  const answering = useAnswering(thread, draft, target);
  const writing = useWriting(threadId, draft.answer);
  useOwnElsewhere(threadId, writing.now);
  const { send } = answering;
  const mentionable = useMentionable(thread.row.channelId);
  const paper = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const text = draft[mode];
  const previewed = previewing && answered !== undefined && text.trim() !== '';
  // Who goes on to another thread leaves nothing behind that is not saved.
  useEffect(() => () => void drafts.saveNow(threadId), [drafts, threadId]);

  /** At once: the next letter is meant for the paper, not for a command. After the preview it has to come back first. */
  const toPaper = (next: 'answer' | 'note', typed = '') => {
    flushSync(() => {
      setMode(next);
      setPreviewing(false);
    });
    const sheet = paper.current;
    sheet?.focus();
    // On with a draft, not before it: that is where browsers begin.
    if (sheet && (previewed || sheet.selectionEnd === 0))
      sheet.setSelectionRange(sheet.value.length, sheet.value.length);
    if (typed) document.execCommand('insertText', false, typed);
  };
  useImperativeHandle(handle, () => ({ write: toPaper }));

  const { length, max } = roomFor(thread.row.platform, text, answered ? can.maxReplyLength : null);
  const fits = max === null || length <= max;
  const ready = text.trim() !== '' && !send.busy && fits && !draft.pages[mode].elsewhere;
  const onType = (typed: string, snippetId?: string) => {
    // Read is what stands here; who is in charge may be known sooner.
    const reading = { said: thread.row.said, claim: latest(thread.row).claim };
    if (!answered) return drafts.change(threadId, { note: typed }, reading);
    writing.typed();
    drafts.change(threadId, { answer: typed, commentId: answered.id, ...(snippetId && { snippetId }) }, reading);
  };
  const need = useApprovalNeed(thread, target, draft.answer);
  const replacing = useReplacing(thread, target);
  /** The next letter is a command again, `z` takes back what was sent. Who writes on goes on writing. */
  const leavePaper = () => {
    const at = document.activeElement;
    // A preview or button that goes with what was sent has left the focus nowhere.
    const here = at === document.body || form.current?.contains(at);
    // Beside this composer, which is gone when one has left the thread: what is open now is not asked.
    const talk = form.current?.closest('.thread')?.querySelector<HTMLElement>('.talk');
    if (here && drafts.isBlank(threadId, mode)) talk?.focus();
  };
  const answer = async (sending: Sending) => {
    if (!ready || replacing.stops(sending)) return;
    const sent = await answering.answer(sending);
    // Whoever has gone on to another thread meanwhile stays there.
    if (!sent || !form.current) return;
    setPreviewing(false);
    if (sending.resolve) onNext();
    else leavePaper();
  };
  const saveNote = async () => {
    if (!ready || !(await send.saveNote(text, mentionedIn(text, mentionable)))) return;
    setMode('answer');
    leavePaper();
  };
  const submit = (resolve: boolean) => (mode === 'note' ? saveNote() : answer({ resolve }));
  useKeys({ send: () => void submit(false), sendResolveNext: () => void submit(true) }, form);

  return (
    <>
      <Guards
        thread={thread}
        mode={mode}
        gone={target === undefined}
        draft={draft}
        answering={answering}
        onSend={(sending) => {
          paper.current?.focus();
          void answer(sending);
        }}
      />
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
        <ComposerBar thread={thread} canReply={canReply} mayReply={mayReply} problem={answering.problem} />
        <NeedNote need={need} shown={answered !== undefined && text !== ''} />
        {previewed ? (
          <Suspense>
            <PublicPreview thread={thread} text={text} authorName={answered.author.name} language={answered.language} />
          </Suspense>
        ) : (
          <Paper paper={paper} thread={thread} answered={answered} text={text} onType={onType} />
        )}
        {mode === 'note' && text.includes('@') && (
          <Suspense>
            <MentionList paper={paper} text={text} people={mentionable} onType={onType} />
          </Suspense>
        )}
        <ComposerFoot
          mode={mode}
          way={can.reply}
          threadId={threadId}
          length={length}
          max={max}
          empty={text.trim() === ''}
          busy={send.busy}
          draft={<DraftMenu threadId={threadId} kind={mode} page={draft.pages[mode]} />}
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
