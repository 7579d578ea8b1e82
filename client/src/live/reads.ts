import type { QueryClient } from '@tanstack/react-query';

/** Up to which activity the signed-in person has read each thread; one that is not named was never read. */
export type Reads = Readonly<Record<string, string>>;
export const readsKey = ['reads'] as const;

export const noReads: Reads = {};
export const readsIn = (client: QueryClient): Reads => client.getQueryData<Reads>(readsKey) ?? noReads;

/** A thread that this person has marked. */
interface Marked {
  /** What the server told before, or has taken. */
  readonly told: string | undefined;
  /** What was done here since, in order. */
  readonly steps: readonly { readonly readAt: string | undefined }[];
  /** The number of the last answer. */
  readonly answer: number;
}

interface Marks {
  answers: number;
  readonly marked: Map<string, Marked>;
}

const marksIn = new WeakMap<QueryClient, Marks>();

function marksOf(client: QueryClient): Marks {
  const known = marksIn.get(client) ?? { answers: 0, marked: new Map<string, Marked>() };
  marksIn.set(client, known);
  return known;
}

function show(client: QueryClient, changes: ReadonlyMap<string, string | undefined>): void {
  client.setQueryData<Reads>(readsKey, (now) => {
    const next = new Map(Object.entries(now ?? noReads));
    for (const [id, readAt] of changes) {
      if (readAt === undefined) next.delete(id);
      else next.set(id, readAt);
    }
    return Object.fromEntries(next);
  });
}

/** Marks a thread as read up to an activity, or as unread. The way to end that tells whether the server has taken it. */
export function beginMark(client: QueryClient, threadId: string, readAt: string | undefined): (taken: boolean) => void {
  const marks = marksOf(client);
  const step = { readAt };
  const put = (now: Marked) => {
    marks.marked.set(threadId, now);
    const last = now.steps.at(-1);
    show(client, new Map([[threadId, last ? last.readAt : now.told]]));
  };
  const known = marks.marked.get(threadId);
  const stood = known && known.steps.length > 0 ? known.told : readsIn(client)[threadId];
  put({ told: stood, steps: [...(known?.steps ?? []), step], answer: known?.answer ?? 0 });
  return (taken) => {
    const { told, steps } = marks.marked.get(threadId) ?? { told: stood, steps: [] };
    marks.answers += 1;
    put({ told: taken ? readAt : told, steps: steps.filter((one) => one !== step), answer: marks.answers });
  };
}

/** Call before asking the server for a list, and the result with what it says: what was marked since may be newer. */
export function glanceAtReads(
  client: QueryClient,
): (threads: readonly { readonly id: string }[], reads: Reads) => void {
  const { answers, marked } = marksOf(client);
  return (threads, reads) => {
    const told = threads.filter(({ id }) => {
      const mark = marked.get(id);
      return !mark || (mark.steps.length === 0 && mark.answer <= answers);
    });
    show(client, new Map(told.map(({ id }) => [id, reads[id]])));
  };
}

/** Something has been said since it was read, or it never was. */
export const isUnread = (row: { readonly id: string; readonly lastActivityAt: string }, reads: Reads): boolean => {
  const readAt = reads[row.id];
  return readAt === undefined || readAt < row.lastActivityAt;
};
