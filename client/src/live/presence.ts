import type { Presence, Presences } from '@stammgast/shared/contract/presence';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useSyncExternalStore } from 'react';
import { useMe } from '../api/me.ts';
import { isHeld } from './hold.ts';
import { createStore, type Store } from './store.ts';

type ByThread = ReadonlyMap<string, readonly Presence[]>;
const nobody: readonly Presence[] = [];

/** Who is at which thread after another message. A thread where nothing changed keeps its list. */
export function withPresences(before: ByThread, { channelId, present }: Presences): ByThread {
  const all = [...before.values()].flat();
  const others = channelId === null ? [] : all.filter((one) => one.channelId !== channelId);
  const now = Map.groupBy([...others, ...present], ({ threadId }) => threadId);
  return new Map(
    [...now].map(([threadId, people]) => {
      const known = before.get(threadId);
      return [threadId, known && JSON.stringify(known) === JSON.stringify(people) ? known : people];
    }),
  );
}

function storeOf(client: QueryClient): Store<{ byThread: ByThread }> {
  const key = ['presence'];
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
  const store =
    client.getQueryData<Store<{ byThread: ByThread }>>(key) ??
    createStore<{ byThread: ByThread }>({ byThread: new Map() });
  client.setQueryData(key, store);
  return store;
}

export function takePresences(client: QueryClient, presences: Presences): void {
  const store = storeOf(client);
  store.change({ byThread: withPresences(store.get().byThread, presences) });
}

/** Everybody at a thread, oneself included; the same list until it changes. */
function usePresences(threadId: string): readonly Presence[] {
  const store = storeOf(useQueryClient());
  return useSyncExternalStore(store.subscribe, () => store.get().byThread.get(threadId) ?? nobody);
}

/** Everybody who is somewhere, by person; of several places the one where they write. Stands still with the page. */
export function usePeoplePresent(): ReadonlyMap<string, Presence> {
  const store = storeOf(useQueryClient());
  const byThread = useSyncExternalStore(store.subscribe, () => store.get().byThread);
  const shown = useRef(byThread);
  if (!isHeld()) shown.current = byThread;
  const all = [...shown.current.values()].flat().toSorted((a, b) => a.level.localeCompare(b.level));
  return new Map(all.map((presence) => [presence.personId, presence]));
}

/** The colleagues at a thread. */
export function useColleaguesAt(threadId: string): readonly Presence[] {
  const { id } = useMe();
  return usePresences(threadId).filter(({ personId }) => personId !== id);
}

/** One writes at this thread, here or in another window. */
export function useWritingOneself(threadId: string): boolean {
  const { id } = useMe();
  return usePresences(threadId).some(({ personId, level }) => personId === id && level === 'writes');
}
