import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Icon } from '../../../components/icon.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { useKeys } from '../../../keys/keys.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { useDraft, useDrafts } from './use-draft.ts';
import { useSend } from './use-send.ts';

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

/** Where answers and notes are written. It always says whom the answer is for. */
export function Composer({ thread, target, handle, onNext }: ComposerProps) {
  const { t } = useTranslation(['inbox', 'problems']);
  const mayReply = useMay('reply.write');
  const { can, private: closed } = thread.channel;
  const canReply = mayReply && can.reply !== 'none' && !closed && target !== undefined;
  const [wanted, setMode] = useState<'answer' | 'note'>('answer');
  const mode = canReply ? wanted : 'note';
  const draft = useDraft(thread.row.id);
  const drafts = useDrafts();
  const send = useSend(thread.row.id);
  const paper = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const text = mode === 'answer' ? draft.answer : draft.note;

  useImperativeHandle(handle, () => ({
    write: (next) => {
      setMode(next);
      requestAnimationFrame(() => paper.current?.focus());
    },
  }));

  const max = mode === 'answer' ? can.maxReplyLength : null;
  const tooLong = max !== null && [...text].length > max;
  const ready = text.trim() !== '' && !send.busy && !tooLong;
  const saveNote = async () => {
    if (ready && (await send.saveNote(draft))) setMode('answer');
  };
  const answer = async (resolve: boolean) => {
    if (!ready || !target) return;
    const sent = await send.sendAnswer({ draft, commentId: target.id, resolve, authorName: target.author.name });
    if (sent && resolve) onNext();
  };
  const submit = (resolve: boolean) => (mode === 'note' ? saveNote() : answer(resolve));
  useKeys({
    send: () => void submit(false),
    sendResolveNext: () => void submit(true),
  });

  const tab = (name: 'answer' | 'note', keys: string) => (
    <button
      type="button"
      role="tab"
      aria-selected={mode === name}
      aria-controls="composer-paper"
      disabled={name === 'answer' && !canReply}
      onClick={() => setMode(name)}
    >
      {t(`tabs.${name}`)}
      <Kbd keys={keys} />
    </button>
  );
  return (
    <form
      ref={form}
      className={`composer dock ${mode}`}
      aria-label={t(`tabs.${mode}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <div className="composer-head">
        <div className="tabs" role="tablist" aria-label={t('tabs.label')}>
          {tab('answer', 'r')}
          {tab('note', 'n')}
        </div>
        <span className="end meta ellip">
          {mode === 'answer' && target ? t('answerTo', { name: target.author.name }) : t('noteStays')}
        </span>
      </div>
      <ComposerBar thread={thread} canReply={canReply} mayReply={mayReply} problem={send.problem} />
      <textarea
        ref={paper}
        id="composer-paper"
        className="paper"
        aria-label={mode === 'answer' ? t('answerTo', { name: target?.author.name ?? '' }) : t('tabs.note')}
        placeholder={mode === 'answer' ? t(`placeholder.${thread.channel.replyRegister}`) : t('placeholder.note')}
        lang={mode === 'answer' ? (thread.row.language ?? undefined) : undefined}
        value={text}
        maxLength={8000}
        onChange={(event) =>
          drafts.change(
            thread.row.id,
            mode === 'answer' ? { answer: event.target.value, commentId: target?.id } : { note: event.target.value },
          )
        }
      />
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

interface BarProps {
  readonly thread: Thread;
  readonly canReply: boolean;
  readonly mayReply: boolean;
  readonly problem: string | null;
}

function ComposerBar({ thread, canReply, mayReply, problem }: BarProps) {
  const { t } = useTranslation(['inbox', 'problems']);
  if (problem)
    return (
      <div className="bar error draft-warn" role="alert">
        <Icon name="alert" />
        <span>{t(`problems:${problem}`)}</span>
      </div>
    );
  const reason =
    mayReply && !canReply
      ? thread.channel.private
        ? 'closedChannel'
        : thread.channel.can.reply === 'none'
          ? 'noReply'
          : 'nothingToAnswer'
      : null;
  if (!reason && (thread.channel.can.reply !== 'hand-off' || !mayReply)) return null;
  return (
    <div className="bar draft-warn">
      <Icon name="info" />
      <span>{t(`composerNotes.${reason ?? 'handOff'}`)}</span>
    </div>
  );
}
