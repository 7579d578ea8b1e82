/** Root comments of one author under one post belong together when they are no further apart. */
export const TOGETHER_MS = 24 * 60 * 60 * 1000;

/** A comment that needs a thread. */
export interface Newcomer {
  readonly externalId: string;
  readonly parentExternalId: string | null;
  readonly authorId: string;
  readonly postId: string | null;
  readonly own: boolean;
  readonly postedAt: Date;
}
/** What the database says about comments near the newcomers. */
export interface Neighbourhood {
  /** External id of a comment or of our own answer → its thread. */
  readonly threadOf: ReadonlyMap<string, string>;
  /** Stored comments that answer a newcomer which was not there yet. */
  readonly children: readonly { readonly parentExternalId: string; readonly threadId: string }[];
  /** Stored root comments by authors of newcomers. */
  readonly roots: readonly {
    readonly authorId: string;
    readonly postId: string | null;
    readonly postedAt: Date;
    readonly threadId: string;
  }[];
  /** Pairs of threads that people have taken apart. */
  readonly partings: readonly (readonly [string, string])[];
}
export interface Group {
  readonly externalIds: readonly string[];
  /** Threads that turn out to be one; none: a new thread is needed. */
  readonly threadIds: readonly string[];
}

/**
 * Which newcomers belong to which thread. Comments are connected by "answers" and by "same author, same post, within
 * a day"; a thread is everything that is connected, so the result does not depend on the order of arrival. Only threads
 * that people have taken apart stay apart: what would connect them goes to what it answers, else to what it follows.
 */
export function place(newcomers: readonly Newcomer[], near: Neighbourhood): Group[] {
  const sets = createSets(near.partings);
  const present = new Set(newcomers.map((c) => c.externalId));
  // The first connection counts where two may not both: their order must not be that of arrival.
  for (const comment of newcomers.toSorted(byTime)) {
    const node = `comment ${comment.externalId}`;
    sets.add(node);
    if (comment.parentExternalId === null) continue;
    const thread = near.threadOf.get(comment.parentExternalId);
    if (thread) sets.join(node, `thread ${thread}`);
    if (present.has(comment.parentExternalId)) sets.join(node, `comment ${comment.parentExternalId}`);
  }
  for (const child of near.children.toSorted((a, b) => compare(a.threadId, b.threadId)))
    sets.join(`comment ${child.parentExternalId}`, `thread ${child.threadId}`);
  joinByAuthor(newcomers, near, sets);

  return sets
    .groups()
    .map((members) => ({ externalIds: named(members, 'comment '), threadIds: named(members, 'thread ') }))
    .filter((group) => group.externalIds.length > 0);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: Newcomer, b: Newcomer): number =>
  a.postedAt.getTime() - b.postedAt.getTime() || compare(a.externalId, b.externalId);

const named = (members: readonly string[], kind: string): string[] =>
  members.filter((m) => m.startsWith(kind)).map((m) => m.slice(kind.length));

function joinByAuthor(newcomers: readonly Newcomer[], near: Neighbourhood, sets: Sets): void {
  const roots = [
    ...newcomers
      .filter((c) => c.parentExternalId === null && !c.own)
      .map((c) => ({ ...c, node: `comment ${c.externalId}` })),
    ...near.roots.map((r) => ({ ...r, node: `thread ${r.threadId}` })),
  ];
  const byPlace = Map.groupBy(roots, (root) => `${root.authorId} ${root.postId}`);
  for (const together of byPlace.values()) {
    together.sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime() || compare(a.node, b.node));
    together.forEach((root, i) => {
      const before = together[i - 1];
      if (before && root.postedAt.getTime() - before.postedAt.getTime() <= TOGETHER_MS)
        sets.join(before.node, root.node);
    });
  }
}

type Sets = ReturnType<typeof createSets>;

/** Disjoint sets by path to a representative, which knows the threads of its set. */
function createSets(partings: Neighbourhood['partings']) {
  const parent = new Map<string, string>();
  const threads = new Map<string, ReadonlySet<string>>();
  const apart = new Set(partings.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  function find(node: string): string {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(node, root);
    return root;
  }
  const threadsOf = (root: string): ReadonlySet<string> => threads.get(root) ?? new Set(named([root], 'thread '));
  function join(a: string, b: string): void {
    const [from, to] = [find(a), find(b)];
    if (from === to) return;
    const [left, right] = [threadsOf(from), threadsOf(to)];
    if (apart.size > 0 && [...left].some((one) => [...right].some((other) => apart.has(`${one} ${other}`)))) return;
    parent.set(from, to);
    threads.set(to, left.union(right));
  }
  return {
    add: (node: string) => void find(node),
    join,
    groups: () => [...Map.groupBy([...parent.keys()], find).values()],
  };
}
