import {
  getWall,
  getWallHours,
  getWallNumbers,
  getWallUsual,
  type WallPeriod,
  type WallScope,
} from '@stammgast/shared/contract/wall';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useLive } from '../../live/live.tsx';

const MINUTE = 60_000;

/**
 * What stands and what happened is asked again after every fact, at most every 400 ms; what is usual changes slowly.
 * Each minute all of it, since time passes also where nothing happens; never while it is held still.
 */
export function useWall(period: WallPeriod, scope: WallScope) {
  const common = useEachMinute();
  const query = { period, ...scope };
  const now = useQuery({
    ...common,
    queryKey: ['wall', 'now', scope],
    queryFn: ({ signal }) => call(getWall, { query: scope, signal }),
  });
  const numbers = useQuery({
    ...common,
    queryKey: ['wall', 'numbers', query],
    queryFn: ({ signal }) => call(getWallNumbers, { query, signal }),
  });
  const usual = useQuery({
    ...common,
    queryKey: ['wall-usual', query],
    queryFn: ({ signal }) => call(getWallUsual, { query, signal }),
    staleTime: MINUTE,
  });
  return { now, numbers, usual };
}

/** The hours of the week, only for whoever looks at them. */
export function useHours(scope: WallScope, enabled: boolean) {
  const common = useEachMinute();
  return useQuery({
    ...common,
    queryKey: ['wall-usual', 'hours', scope],
    queryFn: ({ signal }) => call(getWallHours, { query: scope, signal }),
    staleTime: MINUTE,
    enabled,
  });
}

function useEachMinute() {
  const { paused } = useLive();
  return { placeholderData: keepPreviousData, refetchInterval: paused ? (false as const) : MINUTE };
}
