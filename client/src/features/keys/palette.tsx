import '../../styles/palette.css';
import { isStroke } from '@stammgast/shared/domain/key-notation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { KeyCap } from '../../components/kbd.tsx';
import { useModal } from '../../components/use-modal.ts';
import { useKeyHint } from '../../keys/key-words.ts';
import type { PaletteEntry } from '../../keys/palette-entry.ts';
import { useBindings } from '../../keys/use-bindings.ts';
import { type RankedGroup, rank } from './rank.ts';
import { type PaletteMoment, useEntries } from './use-entries.ts';

/** So many entries are seen at once, about. */
const pageLength = 8;

interface PaletteProps {
  readonly moment: PaletteMoment;
  /** Ends the holding of keys and gives what was typed before the palette was there. */
  readonly typed: () => string;
  readonly onClose: () => void;
}

/** Everything that can be done here and now, found by a few letters. */
export function Palette({ moment, typed, onClose }: PaletteProps) {
  const { t } = useTranslation(['keys', 'common']);
  const dialog = useModal();
  const listId = useId();
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const early = typed();
    if (early) setSought((text) => early + text);
  }, [typed]);
  const groups = rank(useEntries(moment), sought);
  const choosable = groups.flatMap((group) => group.entries.filter((entry) => !entry.disabled));
  const current = choosable[Math.min(at, choosable.length - 1)];
  const toggle = useKeyHint('palette');
  const keys = useBindings().find(({ id }) => id === 'palette')?.keys ?? [];

  const choose = (entry: PaletteEntry) => {
    onClose();
    // By then the focus is back where it was, and the commands find it there.
    setTimeout(entry.run);
  };
  const move = (to: number) => {
    const next = (to + choosable.length) % Math.max(1, choosable.length);
    setAt(next);
    document.getElementById(`${listId}-${choosable[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const now = current ? choosable.indexOf(current) : 0;
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(now + 1),
    ArrowUp: () => move(now - 1),
    PageDown: () => move(Math.min(now + pageLength, choosable.length - 1)),
    PageUp: () => move(Math.max(now - pageLength, 0)),
    Enter: () => current && choose(current),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isToggle = keys.some((key) => isStroke(event, key));
    const step = isToggle ? onClose : steps[event.key];
    if (!step || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step();
  };

  return (
    <dialog ref={dialog} className="dialog palette" aria-label={t('palette.title')} onClose={onClose}>
      <div className="palette-top">
        <label className="palette-field">
          <Icon name="search" />
          <span className="sr">{t('palette.label')}</span>
          <input
            data-autofocus="true"
            type="text"
            role="combobox"
            aria-expanded={choosable.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current && `${listId}-${current.id}`}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('palette.placeholder')}
            value={sought}
            onChange={(event) => {
              setSought(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          {toggle && <KeyCap keys={toggle} />}
        </label>
        <IconButton icon="x" label={t('common:close')} onClick={onClose} />
      </div>
      {groups.length > 0 ? (
        <div id={listId} className="palette-list" role="listbox" aria-label={t('palette.title')} tabIndex={-1}>
          {groups.map((group) => (
            <Group key={group.group} group={group} listId={listId} current={current} onChoose={choose} />
          ))}
        </div>
      ) : (
        <p className="palette-none">{t('palette.none', { sought })}</p>
      )}
      <p className="sr" role="status">
        {sought && t('palette.found', { count: choosable.length })}
      </p>
    </dialog>
  );
}

interface GroupProps {
  readonly group: RankedGroup;
  readonly listId: string;
  readonly current: PaletteEntry | undefined;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function Group({ group, listId, current, onChoose }: GroupProps) {
  const { t } = useTranslation('keys');
  const headId = `${listId}-head-${group.group}`;
  return (
    <div role="group" aria-labelledby={headId}>
      <div className="head" id={headId} role="presentation">
        {t(`palette.groups.${group.group}`)}
      </div>
      {group.entries.map((entry) => (
        <button
          key={entry.id}
          id={`${listId}-${entry.id}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={entry === current}
          aria-disabled={entry.disabled || undefined}
          onClick={() => !entry.disabled && onChoose(entry)}
        >
          <span className="what">{entry.label}</span>
          {entry.detail && <span className="meta">{entry.detail}</span>}
          {entry.keys && <KeyCap keys={entry.keys} />}
        </button>
      ))}
    </div>
  );
}
