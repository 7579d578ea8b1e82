import type { CommandId } from '@stammgast/shared/domain/keys';
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import { isComposing } from './is-composing.ts';
import { createKeyReader, type Place } from './listen.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { useBindings } from './use-bindings.ts';

/** What the commands do here. A command that is missing does nothing, and the palette does not offer it. */
export type Handlers = { readonly [id in CommandId]?: () => void };

interface Layer {
  readonly handlers: () => Handlers;
  /** Given: counts only while the focus is inside. */
  readonly within?: RefObject<Element | null> | undefined;
}
type Source = () => readonly PaletteEntry[];

interface Commands {
  readonly addLayer: (layer: Layer) => () => void;
  readonly addSource: (source: Source) => () => void;
  /** Whether a command does something now, with the focus where it is. */
  readonly can: (id: CommandId) => boolean;
  readonly run: (id: CommandId) => void;
  /** What the parts of the page add to the palette now. */
  readonly entries: () => readonly PaletteEntry[];
}
const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands needs a KeysProvider');
  return commands;
}

const fields =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], [role="combobox"]';

function placeOf(event: KeyboardEvent): Place {
  const at = event.target instanceof Element ? event.target : document.body;
  // The field of a dialog that has just closed keeps the focus until the dialog is taken away: nobody writes there.
  const target = at.closest('dialog:not([open])') ? document.body : at;
  return {
    writing: target.closest(fields) !== null,
    onControl: target.closest('button, a, summary, input, [role="tab"], .scrolls') !== null,
  };
}

/** Dialogs and menus have the keyboard for themselves. */
const isCovered = (event: KeyboardEvent) =>
  document.querySelector('dialog[open]') !== null ||
  (event.target instanceof Element && event.target.closest('[popover]') !== null);

/** A key held down moves on and on; it does not finish one thread after the other. */
const repeatable: ReadonlySet<CommandId> = new Set(['next', 'previous', 'selectDown', 'selectUp']);

function createCommands(): Commands {
  let layers: readonly Layer[] = [];
  let sources: readonly Source[] = [];
  const find = (id: CommandId) =>
    layers
      .findLast(
        ({ handlers, within }) => handlers()[id] && (!within || within.current?.contains(document.activeElement)),
      )
      ?.handlers()[id];
  return {
    addLayer: (layer) => {
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((one) => one !== layer);
      };
    },
    addSource: (source) => {
      sources = [...sources, source];
      return () => {
        sources = sources.filter((one) => one !== source);
      };
    },
    can: (id) => find(id) !== undefined,
    run: (id) => find(id)?.(),
    entries: () => sources.flatMap((source) => source()),
  };
}

/** Listens once for the whole page; the parts of it say what the commands do, the innermost last. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const commands = useMemo(createCommands, []);
  const bindings = useBindings();
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    // A key may have several commands, one on each page: only what does something here counts.
    const read = createKeyReader(() => latest.current.filter(({ id }) => commands.can(id)));
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isCovered(event)) return;
      const command = read(event, placeOf(event), event.timeStamp);
      if (!command) return;
      event.preventDefault();
      if (!event.repeat || repeatable.has(command)) commands.run(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands]);
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}

/** Says what commands do while this part of the page is there; with `within` only while the focus is in that element. */
export function useKeys(handlers: Handlers, within?: RefObject<Element | null>): void {
  const { addLayer } = useCommands();
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => addLayer({ handlers: () => latest.current, within }), [addLayer, within]);
}

/**
 * Adds to the palette while this part of the page is there, for example saved views or colleagues. `source` is asked each
 * time the palette opens, so it may read whatever is true then.
 */
export function usePaletteEntries(source: Source): void {
  const { addSource } = useCommands();
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => addSource(() => latest.current()), [addSource]);
}
