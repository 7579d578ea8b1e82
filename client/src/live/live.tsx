import { listFacts } from '@stammgast/shared/contract/live';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../api/call.ts';
import { meQuery, useMe } from '../api/me.ts';
import { createLiveLine, type LiveLine, type LiveState } from './live-line.ts';
import { tellNews } from './news.ts';
import { patchCache } from './patch-cache.ts';
import { learnServerNow, serverNow } from './server-clock.ts';
import { openSocket } from './socket.ts';

const LiveContext = createContext<LiveLine | null>(null);

/** What a refetch after a break has to cover. */
const living = new Set([
  'queue',
  'counts',
  'views',
  'view-counts',
  'thread',
  'context',
  'channels',
  'wall',
  'snippets',
]);

/** The line to the server, for as long as somebody is in the house. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { id: personId } = useMe();
  const [line] = useState(() =>
    createLiveLine({
      open: openSocket,
      missed: (after) => call(listFacts, { query: { after } }),
      apply: (facts) => {
        learnServerNow(facts.serverNow);
        patchCache(client, facts, personId);
        tellNews(facts.facts);
      },
      fetchAll: () => void client.invalidateQueries({ predicate: ({ queryKey }) => living.has(String(queryKey[0])) }),
      onRefused: () => void client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined),
      now: serverNow,
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => {
    const timer = setTimeout(line.start, 0);
    return () => {
      clearTimeout(timer);
      line.stop();
    };
  }, [line]);
  return <LiveContext value={line}>{children}</LiveContext>;
}

export function useLive(): LiveState & Pick<LiveLine, 'retryNow' | 'setPaused'> {
  const line = useContext(LiveContext);
  if (!line) throw new Error('useLive needs a LiveProvider');
  const state = useSyncExternalStore(line.subscribe, line.getState);
  return { ...state, retryNow: line.retryNow, setPaused: line.setPaused };
}
