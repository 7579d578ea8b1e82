import { mostTagsOfThread } from '@stammgast/shared/contract/work';
import { foldTag } from '@stammgast/shared/domain/tags';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Tag } from '../../../components/tag.tsx';
import { type TagChange, tagsBack, withTags } from './tag-names.ts';
import { tagsQuery } from './use-tags.ts';

interface TagDialogProps {
  /** The tags that all of the threads have. */
  readonly tags: readonly string[];
  readonly count: number;
  readonly onClose: () => void;
  readonly onSave: (change: TagChange) => void;
}

const LONGEST = 40;

/** Type to find or to make a tag; Enter takes it on and off, Enter on an empty line saves. */
export function TagDialog({ tags, count, onClose, onSave }: TagDialogProps) {
  const { t } = useTranslation('work');
  const id = useId();
  const known = useQuery(tagsQuery).data ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(tags);
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);

  const name = text.replace(/\s+/g, ' ').trim();
  const folded = foldTag(name);
  const names = withTags(
    known.map((tag) => tag.name),
    { add: chosen, remove: [] },
  );
  const matching = names.filter((one) => foldTag(one).includes(folded));
  const isNew = name !== '' && !names.some((one) => foldTag(one) === folded);
  const options = isNew ? [...matching, name] : matching;
  const active = name !== '' && at < 0 ? 0 : Math.min(at, options.length - 1);
  const has = (one: string) => chosen.some((other) => foldTag(other) === foldTag(one));
  const full = chosen.length >= mostTagsOfThread;

  const take = (one: string) => {
    if (!has(one) && full) return;
    setChosen(has(one) ? withTags(chosen, { add: [], remove: [one] }) : withTags(chosen, { add: [one], remove: [] }));
    setText('');
    setAt(-1);
  };
  const save = () => onSave(tagsBack(chosen, tags));
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setAt((active + step + options.length) % options.length);
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    const option = options[active];
    if (option === undefined) return;
    event.preventDefault();
    take(option);
  };
  return (
    <Dialog
      title={t('tags.title', { count })}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit">
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('tags.label')}</label>
        <input
          id={`${id}-text`}
          className="input"
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          data-autofocus
          value={text}
          maxLength={LONGEST}
          onChange={(event) => {
            setText(event.target.value);
            setAt(-1);
          }}
          onKeyDown={onKey}
        />
        <span className="hint" id={`${id}-hint`}>
          {full ? t('tags.full', { count: mostTagsOfThread }) : t('tags.hint')}
        </span>
      </div>
      <p className="tags-chosen" role="status">
        {chosen.length === 0 ? t('tags.none') : chosen.map((one) => <Tag key={one}>{one}</Tag>)}
      </p>
      <div id={`${id}-list`} className="tag-list" role="listbox" aria-multiselectable aria-label={t('tags.all')}>
        {options.map((one, index) => (
          <TagOption
            key={one}
            id={`${id}-${index}`}
            name={one}
            active={index === active}
            chosen={has(one)}
            fresh={isNew && one === name}
            disabled={full && !has(one)}
            onTake={() => take(one)}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface TagOptionProps {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly chosen: boolean;
  /** There is no such tag yet. */
  readonly fresh: boolean;
  readonly disabled: boolean;
  readonly onTake: () => void;
}

/** The field above keeps the focus; its keys move through the options. */
function TagOption({ id, name, active, chosen, fresh, disabled, onTake }: TagOptionProps) {
  const { t } = useTranslation('work');
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className={active ? 'is-hover' : undefined}
      aria-selected={chosen}
      aria-disabled={disabled || undefined}
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <Icon name={chosen ? 'check' : fresh ? 'plus' : 'tag'} />
      {fresh ? t('tags.create', { name }) : name}
    </div>
  );
}
