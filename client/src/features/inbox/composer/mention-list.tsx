import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar.tsx';
import { soughtAt, whoIsMeant } from './mentions.ts';
import type { useMentionable } from './use-mentionable.ts';

interface MentionListProps {
  readonly paper: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly people: ReturnType<typeof useMentionable>;
  readonly onType: (text: string) => void;
}

const MOST = 6;

/** Whom an `@` in a note may mean; the paper keeps the focus, its keys move through the names. */
export function MentionList({ paper, text, people, onType }: MentionListProps) {
  const { t } = useTranslation('work');
  const id = useId();
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const sought = soughtAt(text, paper.current?.selectionStart ?? text.length);
  const found = sought && sought.from !== closed ? whoIsMeant(people, sought.word).slice(0, MOST) : [];
  const active = Math.min(at, found.length - 1);

  const take = (name: string) => {
    if (!sought || !paper.current) return;
    const before = `${text.slice(0, sought.from)}@${name} `;
    const after = text.slice(sought.from + 1 + sought.word.length).trimStart();
    // At once: the next letter is typed behind the name.
    flushSync(() => {
      onType(before + after);
      setAt(0);
    });
    paper.current.setSelectionRange(before.length, before.length);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (step !== undefined) setAt((active + step + found.length) % found.length);
    else if (event.key === 'Escape') setClosed(sought?.from ?? null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey)
      take(chosen.name);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  const open = found.length > 0;
  useEffect(() => {
    const element = paper.current;
    if (!element || !open) return;
    const listen = (event: KeyboardEvent) => latest.current(event);
    element.addEventListener('keydown', listen);
    element.setAttribute('aria-controls', id);
    return () => {
      element.removeEventListener('keydown', listen);
      for (const name of ['aria-controls', 'aria-activedescendant']) element.removeAttribute(name);
    };
  }, [paper, open, id]);
  useEffect(() => {
    if (open) paper.current?.setAttribute('aria-activedescendant', `${id}-${active}`);
  }, [paper, open, id, active]);
  if (!open) return null;
  return (
    <div id={id} className="menu mentions" role="listbox" aria-label={t('mentions.people')}>
      {found.map((one, index) => (
        <div
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          className={index === active ? 'item is-hover' : 'item'}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            take(one.name);
          }}
        >
          <Avatar name={one.name} />
          {one.name}
        </div>
      ))}
    </div>
  );
}
