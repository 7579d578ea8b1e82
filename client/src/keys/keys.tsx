import type { CommandId } from '@stammgast/shared/domain/keys';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { createKeyReader, type Place } from './listen.ts';

/** What the commands do here. A command that is missing does nothing. */
export type Handlers = { readonly [id in CommandId]?: (event: KeyboardEvent) => void };

interface Register {
  readonly add: (handlers: () => Handlers) => () => void;
}
const KeysContext = createContext<Register | null>(null);

const fields =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], [role="textbox"]';

function placeOf(event: KeyboardEvent): Place {
  const target = event.target instanceof Element ? event.target : document.body;
  return {
    writing: event.isComposing || target.closest(fields) !== null,
    onControl: target.closest('button, a, summary, input, [role="tab"], .scrolls') !== null,
  };
}

/** Dialogs and menus have the keyboard for themselves. */
const isCovered = (event: KeyboardEvent) =>
  document.querySelector('dialog[open]') !== null ||
  (event.target instanceof Element && event.target.closest('[popover]') !== null);

/** Listens once for the whole page; the parts of it say what the commands do, the innermost last. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const layers = useRef<(() => Handlers)[]>([]);
  const register = useMemo<Register>(
    () => ({
      add: (handlers) => {
        layers.current.push(handlers);
        return () => {
          layers.current = layers.current.filter((one) => one !== handlers);
        };
      },
    }),
    [],
  );
  useEffect(() => {
    const read = createKeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isCovered(event)) return;
      const command = read(event, placeOf(event), event.timeStamp);
      const run = command && layers.current.findLast((handlers) => handlers()[command])?.()[command];
      if (!run) return;
      event.preventDefault();
      run(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return <KeysContext value={register}>{children}</KeysContext>;
}

/** Says what commands do while this part of the page is there. */
export function useKeys(handlers: Handlers): void {
  const register = useContext(KeysContext);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => register?.add(() => latest.current), [register]);
}
