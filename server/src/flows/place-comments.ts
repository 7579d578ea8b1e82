// New comments find their thread: an existing one, a new one, or several that turn out to be one.
import type { AdmittedAuthors } from '../intake/admission.ts';
import {
  childrenOf,
  insertComments,
  type NewComment,
  repliesByExternalId,
  rootsOfAuthors,
  threadsOfComments,
} from '../intake/intake.queries.ts';
import type { Addition } from '../intake/plan.ts';
import { commentRow } from '../intake/rows.ts';
import type { Db } from '../storage/database.ts';
import { partingsAmong } from '../threads/partings.queries.ts';
import { type Group, type Neighbourhood, type Newcomer, place, TOGETHER_MS } from '../threads/placement.ts';
import type { House } from './house.ts';
import { joinThreads } from './join-threads.ts';
import type { Assess } from './receiving.ts';

export interface Placed {
  readonly comments: readonly NewComment[];
  /** Threads that these comments open. */
  readonly created: ReadonlySet<string>;
  readonly merged: readonly { readonly from: string; readonly into: string }[];
  /** Survivors that must be open because a thread that became part of them was. */
  readonly reopened: ReadonlySet<string>;
  /** The thread that a thread has become part of, or itself. */
  survivor(threadId: string): string;
}
export const nothingPlaced: Placed = {
  comments: [],
  created: new Set(),
  merged: [],
  reopened: new Set(),
  survivor: (id) => id,
};
export interface Placing {
  readonly authors: AdmittedAuthors;
  readonly posts: ReadonlyMap<string, string>;
  readonly assess: Assess;
  readonly now: Date;
}

export async function placeComments(
  house: House,
  tx: Db,
  channelId: string,
  additions: readonly Addition[],
  placing: Placing,
): Promise<Placed> {
  if (additions.length === 0) return nothingPlaced;
  const newcomers = additions.map((addition) => newcomer(addition, placing));
  const groups = place(newcomers, await neighbourhood(tx, channelId, newcomers, placing.authors.known));

  const { threadOf, created, merged } = assign(house, groups);
  const reopened = await merge(house, tx, merged, placing.now);
  const comments = additions.map((addition, i) => {
    const { externalId, authorId, postId } = newcomers[i] as Newcomer;
    return commentRow(addition, {
      id: house.newId(),
      channelId,
      threadId: threadOf.get(externalId) as string,
      authorId,
      postId,
      receivedAt: placing.now,
      assessment: placing.assess(addition.comment),
    });
  });
  await insertComments(tx, comments);
  const into = new Map(merged.map((m) => [m.from, m.into]));
  return { comments, created, merged, reopened, survivor: (id) => into.get(id) ?? id };
}

function newcomer({ comment }: Addition, { authors, posts }: Placing): Newcomer {
  const author = authors.byExternalId.get(comment.author.externalId);
  if (!author) throw new Error('an author was not admitted');
  return {
    externalId: comment.externalId,
    parentExternalId: comment.parentExternalId,
    authorId: author.id,
    postId: comment.post ? (posts.get(comment.post.externalId) ?? null) : null,
    own: comment.author.own,
    postedAt: comment.postedAt,
  };
}

/** Asks only what can matter: most comments have no parent and come from people who never wrote before. */
async function neighbourhood(
  tx: Db,
  channelId: string,
  newcomers: readonly Newcomer[],
  knownAuthors: readonly string[],
): Promise<Neighbourhood> {
  const parents = [...new Set(newcomers.flatMap((c) => c.parentExternalId ?? []))];
  const known = new Set(knownAuthors);
  const times = newcomers
    .filter((c) => known.has(c.authorId) && c.parentExternalId === null)
    .map((c) => c.postedAt.getTime());
  const children = await childrenOf(
    tx,
    channelId,
    newcomers.map((c) => c.externalId),
  );
  const comments = parents.length > 0 ? await threadsOfComments(tx, channelId, parents) : [];
  const replies = parents.length > 0 ? await repliesByExternalId(tx, channelId, parents) : [];
  const roots =
    times.length > 0
      ? await rootsOfAuthors(
          tx,
          knownAuthors,
          new Date(Math.min(...times) - TOGETHER_MS),
          new Date(Math.max(...times) + TOGETHER_MS),
        )
      : [];
  const threadOf = new Map(
    [...replies, ...comments].flatMap((c) => (c.externalId ? [[c.externalId, c.threadId] as const] : [])),
  );
  const nearThreads = new Set([...threadOf.values(), ...[...children, ...roots].map((c) => c.threadId)]);
  return {
    threadOf,
    children: children.flatMap((c) =>
      c.parentExternalId ? [{ parentExternalId: c.parentExternalId, threadId: c.threadId }] : [],
    ),
    roots,
    partings: nearThreads.size > 1 ? await partingsAmong(tx, [...nearThreads]) : [],
  };
}

function assign(house: House, groups: readonly Group[]) {
  const threadOf = new Map<string, string>();
  const created = new Set<string>();
  const merged: { from: string; into: string }[] = [];
  for (const { externalIds, threadIds } of groups) {
    // Ids sort by age: the oldest thread survives.
    const [oldest, ...others] = threadIds.toSorted();
    const into = oldest ?? house.newId();
    if (!oldest) created.add(into);
    for (const id of externalIds) threadOf.set(id, into);
    for (const from of others) merged.push({ from, into });
  }
  return { threadOf, created, merged };
}

async function merge(house: House, tx: Db, merged: Placed['merged'], now: Date): Promise<Set<string>> {
  const reopened = new Set<string>();
  for (const [into, list] of Map.groupBy(merged, (m) => m.into)) {
    const gone = await joinThreads(
      house,
      tx,
      list.map((m) => m.from),
      into,
      now,
    );
    if (gone.some((thread) => thread.status === 'open')) reopened.add(into);
  }
  return reopened;
}
