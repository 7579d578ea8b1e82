import { useCallback, useEffect, useMemo, useState } from 'react';
import { extendTo, keepOnly, nothingSelected, type Selection, selectAll, toggle } from './selection.ts';

export interface Selecting {
  readonly selection: Selection;
  readonly toggle: (id: string) => void;
  readonly extendTo: (id: string) => void;
  readonly all: () => void;
  /** Everything that matches, loaded or not. */
  readonly everything: () => void;
  readonly none: () => void;
}

/** Which threads of this view are selected. `view` is the search: another one begins with nothing. */
export function useSelection(view: string, order: readonly string[]): Selecting {
  const [state, setState] = useState({ view, selection: nothingSelected });
  const selection = state.view === view ? keepOnly(state.selection, order) : nothingSelected;
  const change = useCallback(
    (next: (now: Selection) => Selection) =>
      setState((now) => ({ view, selection: next(now.view === view ? now.selection : nothingSelected) })),
    [view],
  );
  useEffect(() => {
    if (state.view !== view || state.selection !== selection) setState({ view, selection });
  }, [state, view, selection]);
  return useMemo(
    () => ({
      selection,
      toggle: (id) => change((now) => toggle(now, id)),
      extendTo: (id) => change((now) => extendTo(now, order, id)),
      all: () => change(() => selectAll(order)),
      everything: () => change(() => ({ ...selectAll(order), everything: true })),
      none: () => change(() => nothingSelected),
    }),
    [selection, change, order],
  );
}
