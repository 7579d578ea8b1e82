import { listFacts } from '@stammgast/shared/contract/live';
import type { ShownPresence } from '@stammgast/shared/contract/presence';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../api/call.ts';
import { meQuery, useMe } from '../api/me.ts';
import { bellKey } from './bell.ts';
import { hold } from './hold.ts';
import { fetchFailed, fetchLiving, fetchStale, invalidate } from './invalidate.ts';
import { createLiveLine, type LiveLine, type LiveState } from './live-line.ts';
import { tellNews } from './news.ts';
import { mendLateLists, patchCache } from './patch-cache.ts';
import { takePresences } from './presence.ts';
import { learnServerNow, serverNow } from './server-clock.ts';
import { openSocket } from './socket.ts';
import { tick } from './ticker.ts';

const LiveContext = createContext<LiveLine | null>(null);

/** The line to the server, for as long as somebody is in the house. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { id: personId } = useMe();
  const ring = () => invalidate(client, bellKey);
  const [line] = useState(() =>
    createLiveLine({
      open: (events) => openSocket(events, ring),
      missed: (after) => call(listFacts, { query: { after } }),
      apply: (facts) => {
        learnServerNow(facts.serverNow);
        patchCache(client, facts, personId);
        tellNews(facts.facts);
      },
      fetchAll: () => fetchLiving(client),
      meet: (presences) => takePresences(client, presences),
      onRefused: () => void client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined),
      now: serverNow,
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => mendLateLists(client, personId), [client, personId]);
  useEffect(() => {
    const timer = setTimeout(line.start, 0);
    // The device has its network back: the next try need not be waited for.
    const back = () => {
      if (line.getState().status === 'lost') line.retryNow();
    };
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
      clearTimeout(timer);
      line.stop();
    };
  }, [line]);
  useEffect(() => {
    let paused = false;
    const stop = line.subscribe(() => {
      const stood = paused;
      const { asOf, ...state } = line.getState();
      paused = state.paused;
      if (paused === stood) return;
      hold(paused ? asOf : null);
      tick();
      if (!paused) fetchStale(client);
    });
    return () => {
      stop();
      hold(null);
    };
  }, [line, client]);
  useEffect(() => {
    let lost = false;
    return line.subscribe(() => {
      const { status } = line.getState();
      if (lost && status === 'live') fetchFailed(client);
      if (status !== 'connecting') lost = status === 'lost';
    });
  }, [line, client]);
  return <LiveContext value={line}>{children}</LiveContext>;
}

export function useLive(): LiveState & Pick<LiveLine, 'retryNow' | 'setPaused'> {
  const line = useContext(LiveContext);
  if (!line) throw new Error('useLive needs a LiveProvider');
  const state = useSyncExternalStore(line.subscribe, line.getState);
  return { ...state, retryNow: line.retryNow, setPaused: line.setPaused };
}

/** Where this window is, told to colleagues as long as the part is on the page. */
export function useShowPresence({ threadId, level }: ShownPresence): void {
  const line = useContext(LiveContext);
  const [hidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  // Who looks at another page sees nothing here; who has begun to write comes back.
  const at = hidden && level === 'sees' ? null : threadId;
  useEffect(() => {
    line?.show({ threadId: at, level });
  }, [line, at, level]);
  useEffect(() => () => line?.show({ threadId: null, level: 'sees' }), [line]);
}
