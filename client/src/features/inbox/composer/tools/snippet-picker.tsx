import type { Snippet } from '@stammgast/shared/contract/snippets';
import type { Thread } from '@stammgast/shared/contract/threads';
import { fillSnippet, namesOfAuthor, snippetBody, snippetFits } from '@stammgast/shared/domain/snippet';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../api/me.ts';
import { snippetsQuery } from '../../../../api/snippets.ts';
import { isComposing } from '../../../../keys/is-composing.ts';
import type { Trigger } from './snippet-trigger.ts';

interface SnippetPickerProps {
  readonly trigger: Trigger;
  readonly thread: Thread;
  readonly authorName: string;
  readonly language: string | null;
  readonly paper: RefObject<HTMLTextAreaElement | null>;
  readonly onChoose: (text: string, trigger: Trigger, snippetId: string) => void;
  readonly onClose: () => void;
}

const MOST = 8;

/** The snippets that fit what was typed after `::`. The keys stay in the paper; arrows and Enter choose. */
export function SnippetPicker({ trigger, thread, authorName, language, paper, onChoose, onClose }: SnippetPickerProps) {
  const { t } = useTranslation('snippets');
  const me = useMe();
  const id = useId();
  const { data } = useQuery(snippetsQuery);
  const [at, setAt] = useState(0);
  const { row, channel } = thread;
  const found = fitting(data ?? [], { typed: trigger.typed, channelId: row.channelId, language }).slice(0, MOST);
  const current = found[Math.min(at, found.length - 1)];
  const textOf = (snippet: Snippet) =>
    fillSnippet(snippetBody(snippet, channel.replyRegister), {
      ...namesOfAuthor(authorName),
      me: me.name,
      house: me.house.name,
      channel: row.channelName,
    });
  const choose = (snippet: Snippet) => onChoose(textOf(snippet), trigger, snippet.id);

  useEffect(() => {
    const field = paper.current;
    if (!field) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setAt((before) => (before + 1) % Math.max(found.length, 1)),
      ArrowUp: () => setAt((before) => (before + found.length - 1) % Math.max(found.length, 1)),
      Enter: () => current && choose(current),
      Tab: () => current && choose(current),
      Escape: onClose,
    };
    const onKey = (event: KeyboardEvent) => {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
      const step = plain && !isComposing(event) ? steps[event.key] : undefined;
      if (!step || (found.length === 0 && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      step();
    };
    // Another window may come to the front: then the paper keeps the focus, and the list stays.
    const onBlur = () => document.activeElement !== field && onClose();
    field.addEventListener('keydown', onKey);
    field.addEventListener('blur', onBlur);
    field.setAttribute('aria-controls', id);
    field.setAttribute('aria-autocomplete', 'list');
    if (current) field.setAttribute('aria-activedescendant', `${id}-${current.id}`);
    return () => {
      field.removeEventListener('keydown', onKey);
      field.removeEventListener('blur', onBlur);
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) field.removeAttribute(name);
    };
  });

  return (
    <div className="picker">
      {found.length === 0 ? (
        <p className="meta">{t(data?.length === 0 ? 'none' : 'noMatch')}</p>
      ) : (
        <div id={id} role="listbox" aria-label={t('title')} tabIndex={-1}>
          {found.map((snippet) => (
            <div
              key={snippet.id}
              id={`${id}-${snippet.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={snippet === current}
              onMouseDown={(event) => {
                // The caret stays in the paper.
                event.preventDefault();
                choose(snippet);
              }}
            >
              <b>{snippet.name}</b>
              <span className="meta ellip">{textOf(snippet)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Those of the comment's language first, and those of the channel before those for all. */
function fitting(
  snippets: readonly Snippet[],
  { typed, channelId, language }: { typed: string; channelId: string; language: string | null },
): Snippet[] {
  const weight = (one: Snippet) =>
    (one.language === (language ?? 'de') ? 2 : 0) + (one.channelId === channelId ? 1 : 0);
  return snippets
    .filter((one) => (one.channelId === null || one.channelId === channelId) && snippetFits(one.folded, typed))
    .toSorted((a, b) => weight(b) - weight(a));
}
