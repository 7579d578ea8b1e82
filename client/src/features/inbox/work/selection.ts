/** What is selected in a list, and where the next extension starts. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | undefined;
  /** Also what matches the filter and is not loaded; a second, deliberate step. */
  readonly everything: boolean;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined, everything: false };

export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, everything: false };
}

/** Adds all from the anchor to this one, as they stand in the list. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id);
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return { ids: new Set([...selection.ids, id]), anchor: id, everything: false };
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...between]), anchor: selection.anchor, everything: false };
}

export const selectAll = (order: readonly string[]): Selection => ({
  ids: new Set(order),
  anchor: order[0],
  everything: false,
});

/** What has left the list is no longer selected: nobody acts on what they do not see. */
export function keepOnly(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const ids = [...selection.ids].filter((id) => there.has(id));
  if (ids.length === selection.ids.size) return selection;
  return { ...selection, ids: new Set(ids), everything: selection.everything && ids.length > 0 };
}
