/** What stands on screen. Rows that have left the queue stay for a moment as ghosts, so that nothing moves. */
export interface Order {
  readonly ids: readonly string[];
  /** Since when (milliseconds) a row is only a ghost. */
  readonly ghosts: ReadonlyMap<string, number>;
}

const ghostMilliseconds = 4000;

export const freshOrder = (live: readonly string[]): Order => ({ ids: live, ghosts: new Map() });

/** Follows the living queue without moving a row: what left becomes a ghost, what comes after the last row is added. */
export function follow(order: Order, live: readonly string[], now: number): Order {
  const alive = new Set(live);
  const shown = new Set(order.ids);
  const ghosts = new Map(order.ids.filter((id) => !alive.has(id)).map((id) => [id, order.ghosts.get(id) ?? now]));
  const last = live.findLastIndex((id) => shown.has(id));
  const added = live.slice(last + 1);
  const same =
    added.length === 0 && ghosts.size === order.ghosts.size && [...ghosts.keys()].every((id) => order.ghosts.has(id));
  return same ? order : { ids: [...order.ids, ...added], ghosts };
}

export interface Waiting {
  /** In the queue, but not on screen yet. */
  readonly fresh: readonly string[];
  /** On screen, but at another place by now. */
  readonly moved: boolean;
}

export function waitingOf(order: Order, live: readonly string[]): Waiting {
  const shown = new Set(order.ids);
  const alive = new Set(live);
  const left = order.ids.filter((id) => alive.has(id));
  const known = live.filter((id) => shown.has(id));
  return { fresh: live.filter((id) => !shown.has(id)), moved: left.some((id, index) => id !== known[index]) };
}

/** Takes ghosts away whose time is over, unless pointer or focus is on the row above or below. */
export function collapse(order: Order, now: number, held: ReadonlySet<string>): Order {
  const gone = new Set(
    order.ids.filter((id, index) => {
      const since = order.ghosts.get(id);
      if (since === undefined || now - since < ghostMilliseconds) return false;
      return ![order.ids[index - 1], id, order.ids[index + 1]].some((near) => near !== undefined && held.has(near));
    }),
  );
  if (gone.size === 0) return order;
  return {
    ids: order.ids.filter((id) => !gone.has(id)),
    ghosts: new Map([...order.ghosts].filter(([id]) => !gone.has(id))),
  };
}

/** The row to go to from a row, over ghosts; from nowhere: the first or the last. */
export function neighbour(order: Order, from: string | undefined, step: 1 | -1): string | undefined {
  const at = from === undefined ? -1 : order.ids.indexOf(from);
  const rest = step === 1 ? order.ids.slice(at + 1) : order.ids.slice(0, at < 0 ? undefined : at).reverse();
  return rest.find((id) => !order.ghosts.has(id));
}

/** The same from a row that may have left the list: one goes on from where it stood in `before`, or starts anew. */
export function neighbourSince(before: Order, now: Order, from: string | undefined, step: 1 | -1): string | undefined {
  if (from === undefined || now.ids.includes(from)) return neighbour(now, from, step);
  const alive = new Set(now.ids.filter((id) => !now.ghosts.has(id)));
  const left = before.ids.filter((id) => !alive.has(id));
  return neighbour({ ids: before.ids, ghosts: new Map(left.map((id) => [id, 0])) }, from, step);
}
