import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { channelsQuery, colleaguesQuery } from '../../../api/people-and-channels.ts';
import { Icon } from '../../../components/icon.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { tagsQuery } from '../work/use-tags.ts';
import type { Completion } from './complete.ts';
import { useSearchLanguage } from './filter-chips.tsx';
import { searchErrorId } from './search-error.tsx';
import type { SearchField } from './use-search-field.ts';

interface SearchBoxProps {
  readonly field: SearchField;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The search field with a list of what may stand at the cursor. */
export function SearchBox({ field, input }: SearchBoxProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const { offers, at, ask, close, choose, move } = useCompletions(field, input);
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

const nothing: { offers: readonly Completion[]; at: number } = { offers: [], at: -1 };

function useCompletions(field: SearchField, input: SearchBoxProps['input']) {
  const language = useSearchLanguage();
  const channels = useQuery(channelsQuery).data ?? [];
  const people = useQuery(colleaguesQuery).data ?? [];
  const namesTag = /(tag|schlagwort):/i.test(field.text);
  const tags = (useQuery({ ...tagsQuery, enabled: namesTag }).data ?? []).map((tag) => tag.name);
  const reviews = useMay('review.write');
  const [{ offers, at }, show] = useState(nothing);
  const close = () => {
    show(nothing);
    return true;
  };
  /** Not needed before somebody writes a search. */
  const ask = (asked: boolean) => {
    void import('./complete.ts').then((module) => {
      const element = input.current;
      if (!element || document.activeElement !== element) return;
      const caret = element.selectionStart ?? element.value.length;
      const found = module.complete(element.value, caret, language, { channels, people, tags, reviews }, asked);
      show({ offers: found, at: -1 });
    });
    return true;
  };
  const choose = ({ text, caret }: Completion) => {
    field.type(text);
    // React writes the text first.
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(caret, caret);
      ask(false);
    });
    return close();
  };
  const move = (by: 1 | -1) => {
    // One step beyond the ends is the field itself.
    show({ offers, at: ((at + 1 + by + offers.length + 1) % (offers.length + 1)) - 1 });
    return true;
  };
  return { offers, at, ask, close, choose, move };
}
