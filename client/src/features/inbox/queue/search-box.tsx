import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { channelsQuery, colleaguesQuery } from '../../../api/people-and-channels.ts';
import { Icon } from '../../../components/icon.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { tagsQuery } from '../work/use-tags.ts';
import type { Completion, complete } from './complete.ts';
import { useSearchLanguage } from './filter-chips.tsx';
import { searchErrorId } from './search-error.tsx';
import type { SearchField } from './use-search-field.ts';

const none: readonly never[] = [];

interface SearchBoxProps {
  readonly field: SearchField;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The search field with a list of what may stand at the cursor. */
export function SearchBox({ field, input }: SearchBoxProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const { offers, at, ask, close, choose, move, prepare } = useCompletions(field, input);
  const open = offers.length > 0;
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (open ? move(1) : ask(true)),
    ArrowUp: () => open && move(-1),
    Enter: () => {
      const offer = offers[at];
      if (offer) return choose(offer);
      field.apply(field.text);
      return close();
    },
    Escape: () => open && close(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && keys[event.key]?.()) event.preventDefault();
  };
  return (
    <div className="search-box">
      <label className="search">
        <Icon name="search" />
        <span className="sr">{t('search.label')}</span>
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={offers[at] ? `${id}-${at}` : undefined}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={searchErrorId}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={field.text}
          placeholder={t('search.placeholder')}
          maxLength={500}
          onChange={({ target }) => {
            field.type(target.value);
            ask(false);
          }}
          onKeyDown={onKeyDown}
          onFocus={prepare}
          onBlur={close}
        />
        <Kbd command="search" />
      </label>
      <div id={`${id}-list`} role="listbox" aria-label={t('search.offers')} className="menu offers" hidden={!open}>
        {offers.map((offer, index) => (
          <div
            key={offer.word}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'item is-hover' : 'item'}
            // The field keeps the focus, and has the keys.
            onPointerDown={(event) => event.preventDefault()}
            {...{ onClick: () => choose(offer) }}
          >
            {offer.word}
          </div>
        ))}
      </div>
    </div>
  );
}

interface Asked {
  readonly caret: number;
  /** Also where nothing has been typed yet. */
  readonly anyhow: boolean;
}

/** What the list shows follows from text and caret in the same step: a list that came a moment later would undo what a key chose. */
function useCompletions(field: SearchField, input: SearchBoxProps['input']) {
  const language = useSearchLanguage();
  const channels = useQuery(channelsQuery).data ?? none;
  const people = useQuery(colleaguesQuery).data ?? none;
  const namesTag = /(tag|schlagwort):/i.test(field.text);
  const tags = useQuery({ ...tagsQuery, enabled: namesTag }).data ?? none;
  const reviews = useMay('review.write');
  const [completer, setCompleter] = useState<{ readonly complete: typeof complete }>();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(-1);
  const offers = useMemo(() => {
    if (!asked || !completer) return none;
    const names = { channels, people, tags: tags.map((tag) => tag.name), reviews };
    return completer.complete(field.text, asked.caret, language, names, asked.anyhow);
  }, [asked, completer, field.text, language, channels, people, tags, reviews]);
  /** Not needed before somebody goes to the search. */
  const prepare = () => void import('./complete.ts').then(setCompleter);
  const show = (next: Asked | null) => {
    setAsked(next);
    setAt(-1);
    return true;
  };
  const close = () => show(null);
  const ask = (anyhow: boolean) => {
    const element = input.current;
    return show({ caret: element?.selectionStart ?? field.text.length, anyhow });
  };
  const choose = ({ text, caret }: Completion) => {
    // At once: the next letter is typed behind the word.
    flushSync(() => field.type(text));
    input.current?.setSelectionRange(caret, caret);
    return ask(false);
  };
  const move = (by: 1 | -1) => {
    // One step beyond the ends is the field itself.
    setAt(((at + 1 + by + offers.length + 1) % (offers.length + 1)) - 1);
    return true;
  };
  return { offers, at, ask, close, choose, move, prepare };
}
