import type { QueryClient } from '@tanstack/react-query';

/** Up to which activity the signed-in person has read each thread; one that is not named was never read. */
export type Reads = Readonly<Record<string, string>>;
export const readsKey = ['reads'] as const;

const none: Reads = {};
export const readsIn = (client: QueryClient): Reads => client.getQueryData<Reads>(readsKey) ?? none;

export function learnReads(client: QueryClient, more: Reads): void {
  client.setQueryData<Reads>(readsKey, (now) => ({ ...now, ...more }));
}

export function setRead(client: QueryClient, threadId: string, readAt: string | undefined): void {
  client.setQueryData<Reads>(readsKey, (now) => {
    const { [threadId]: _, ...rest } = now ?? {};
    return readAt === undefined ? rest : { ...rest, [threadId]: readAt };
  });
}

/** Something has been said since it was read, or it never was. */
export const isUnread = (row: { readonly id: string; readonly lastActivityAt: string }, reads: Reads): boolean => {
  const readAt = reads[row.id];
  return readAt === undefined || readAt < row.lastActivityAt;
};
