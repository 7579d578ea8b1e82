import { getIncident, getRadar, listIncidents } from '@stammgast/shared/contract/radar';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** Facts about comments and incidents make everything under this key stale. */
const radarKey = ['radar'] as const;

export const weatherQuery = queryOptions({
  queryKey: [...radarKey, 'weather'],
  queryFn: ({ signal }) => call(getRadar, { signal }),
});
export const incidentsQuery = infiniteQueryOptions({
  queryKey: [...radarKey, 'incidents'],
  queryFn: ({ pageParam, signal }) =>
    call(listIncidents, { query: pageParam === null ? {} : { before: pageParam }, signal }),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
});
export const incidentQuery = (incident: string) =>
  queryOptions({
    queryKey: [...radarKey, 'incident', incident],
    queryFn: ({ signal }) => call(getIncident, { params: { incident }, signal }),
  });
