import type { Comment, Thread } from '@stammgast/shared/contract/threads';
import { type RefObject, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../../components/button.tsx';
import { Icon } from '../../../../components/icon.tsx';
import { KeyCap } from '../../../../components/kbd.tsx';
import { placeBelow } from '../../../../components/place-below.ts';
import { lazyWithWords } from '../../../../i18n/lazy-with-words.ts';
import { useKeys } from '../../../../keys/keys.tsx';
import { triggerAt } from './snippet-trigger.ts';
import { useInsert } from './use-insert.ts';

const SnippetPicker = lazyWithWords(() => import('./snippet-picker.tsx').then((part) => part.SnippetPicker));
const EmojiPicker = lazyWithWords(() => import('./emoji-picker.tsx').then((part) => part.EmojiPicker));

export interface AnswerToolsProps {
  readonly thread: Thread;
  readonly target: Comment;
  readonly text: string;
  readonly paper: RefObject<HTMLTextAreaElement | null>;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onType: (text: string, snippetId?: string) => void;
  readonly previewed: boolean;
  readonly onPreview: () => void;
}

/** Beside the paper: snippets by `::`, emoji, and how it will stand in public. */
export function AnswerTools({ thread, target, text, paper, form, onType, previewed, onPreview }: AnswerToolsProps) {
  const { t } = useTranslation('inbox');
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const insert = useInsert(paper, onType);
  const caret = document.activeElement === paper.current ? (paper.current?.selectionStart ?? 0) : 0;
  const trigger = previewed || closedAt === text ? null : triggerAt(text, caret);
  const call = () => insert(/(?:^|\s)$/.test(text.slice(0, paper.current?.selectionStart ?? 0)) ? '::' : ' ::');
  useKeys({ snippet: call }, form);
  return (
    <>
      <button type="button" className="btn quiet sm" title={t('tools.snippet')} onClick={call} disabled={previewed}>
        <Icon name="snippet" />
        <span className="words">{t('tools.snippet')}</span>
        <KeyCap keys="::" />
      </button>
      <EmojiButton disabled={previewed} onChoose={(sign) => insert(sign)} />
      <IconButton icon="eye" size="sm" label={t('tools.preview')} aria-pressed={previewed} onClick={onPreview} />
      {trigger && (
        <Suspense>
          <SnippetPicker
            trigger={trigger}
            thread={thread}
            authorName={target.author.name}
            language={target.language}
            paper={paper}
            onChoose={insert}
            onClose={() => setClosedAt(text)}
          />
        </Suspense>
      )}
    </>
  );
}

function EmojiButton({ disabled, onChoose }: { disabled: boolean; onChoose: (sign: string) => void }) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        id={`${id}-button`}
        className="btn quiet sm icon emoji-button"
        popoverTarget={id}
        aria-expanded={open}
        aria-label={t('tools.emoji')}
        title={t('tools.emoji')}
        disabled={disabled}
      >
        <span aria-hidden="true">☺</span>
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('tools.emoji')}
        className="menu emoji-sheet"
        onBeforeToggle={(event) => {
          const anchor = document.getElementById(`${id}-button`);
          if (event.newState === 'open' && anchor) placeBelow(event.currentTarget, anchor);
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <Suspense>
            <EmojiPicker
              onChoose={(sign) => {
                sheet.current?.hidePopover();
                onChoose(sign);
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
