import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Kbd } from '../../../components/kbd.tsx';
import { lazyWithWords } from '../../../i18n/lazy-with-words.ts';
import { useKeys } from '../../../keys/keys.tsx';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { mentionedIn } from './mentions.ts';
import { useDraft, useDrafts } from './use-draft.ts';
import { useMentionable } from './use-mentionable.ts';
import { useSend } from './use-send.ts';

const MentionList = lazyWithWords(() => import('./mention-list.tsx').then((part) => part.MentionList));

export interface ComposerHandle {
  readonly write: (mode: 'answer' | 'note') => void;
}

interface ComposerProps {
  readonly thread: Thread;
  readonly target: Comment | undefined;
  readonly handle: Ref<ComposerHandle>;
  /** Sent with “and resolve”: on to the next one. */
  readonly onNext: () => void;
}

const takesAnswers = ({ channel }: Thread) => channel.can.reply !== 'none' && !channel.private;

/** Where answers and notes are written. It always says whom the answer is for. */
export function Composer({ thread, target, handle, onNext }: ComposerProps) {
  const { t } = useTranslation(['inbox', 'problems']);
  const mayReply = useMay('reply.write');
  const { can } = thread.channel;
  const canReply = mayReply && takesAnswers(thread) && target !== undefined;
  const [wanted, setMode] = useState<'answer' | 'note'>('answer');
  const mode = canReply ? wanted : 'note';
  const draft = useDraft(thread.row.id);
  const drafts = useDrafts();
  const send = useSend(thread.row.id);
  const mentionable = useMentionable(thread.row.channelId);
  const paper = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const text = mode === 'answer' ? draft.answer : draft.note;

  useImperativeHandle(handle, () => ({
    write: (next) => {
      setMode(next);
      // At once: the next letter is meant for the paper, not for a command.
      paper.current?.focus();
    },
  }));

  const max = mode === 'answer' ? can.maxReplyLength : null;
  const tooLong = max !== null && [...text].length > max;
  const ready = text.trim() !== '' && !send.busy && !tooLong;
  const saveNote = async () => {
    if (ready && (await send.saveNote(draft, mentionedIn(draft.note, mentionable)))) setMode('answer');
  };
  const answer = async (resolve: boolean) => {
    if (!ready || !target) return;
    const sent = await send.sendAnswer({
      draft,
      row: thread.row,
      commentId: target.id,
      resolve,
      authorName: target.author.name,
    });
    if (sent && resolve) onNext();
  };
  const submit = (resolve: boolean) => (mode === 'note' ? saveNote() : answer(resolve));
  useKeys({ send: () => void submit(false), sendResolveNext: () => void submit(true) }, form);

  return (
    <form
      ref={form}
      className={mode === 'note' ? 'composer dock noting' : 'composer dock'}
      aria-label={t(`tabs.${mode}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <div className="composer-head">
        <ComposerTabs mode={mode} canReply={canReply} onChange={setMode} />
        <span className="end meta ellip">
          {mode === 'answer' && target ? t('answerTo', { name: target.author.name }) : t('noteStays')}
        </span>
      </div>
      <ComposerBar thread={thread} canReply={canReply} mayReply={mayReply} problem={send.problem} />
      <Paper
        paper={paper}
        mode={mode}
        thread={thread}
        name={target?.author.name ?? ''}
        text={text}
        onType={(typed) =>
          drafts.change(thread.row.id, mode === 'answer' ? { answer: typed, commentId: target?.id } : { note: typed })
        }
      />
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
        length={[...text].length}
        max={max}
        empty={text.trim() === ''}
        busy={send.busy}
        onSendAndResolve={() => void submit(true)}
      />
    </form>
  );
}

interface TabsProps {
  readonly mode: 'answer' | 'note';
  readonly canReply: boolean;
  readonly onChange: (mode: 'answer' | 'note') => void;
}

function ComposerTabs({ mode, canReply, onChange }: TabsProps) {
  const { t } = useTranslation('inbox');
  const tab = (name: 'answer' | 'note', command: 'reply' | 'note') => (
    <button
      type="button"
      role="tab"
      aria-selected={mode === name}
      aria-controls="composer-paper"
      disabled={name === 'answer' && !canReply}
      onClick={() => onChange(name)}
    >
      {t(`tabs.${name}`)}
      <Kbd command={command} />
    </button>
  );
  return (
    <div className="tabs" role="tablist" aria-label={t('tabs.label')}>
      {tab('answer', 'reply')}
      {tab('note', 'note')}
    </div>
  );
}

interface PaperProps {
  readonly paper: Ref<HTMLTextAreaElement>;
  readonly mode: 'answer' | 'note';
  readonly thread: Thread;
  readonly name: string;
  readonly text: string;
  readonly onType: (text: string) => void;
}

function Paper({ paper, mode, thread, name, text, onType }: PaperProps) {
  const { t } = useTranslation('inbox');
  const answering = mode === 'answer';
  return (
    <textarea
      ref={paper}
      id="composer-paper"
      className="paper"
      aria-label={answering ? t('answerTo', { name }) : t('tabs.note')}
      placeholder={t(`placeholder.${answering ? thread.channel.replyRegister : 'note'}`)}
      lang={answering ? (thread.row.language ?? undefined) : undefined}
      value={text}
      maxLength={8000}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
