import { getReviewFigures, listExamples, listMyReviews } from '@stammgast/shared/contract/feedback';
import { getReviewCase, listSamples, type reviewLists, type SampleRow } from '@stammgast/shared/contract/review';
import { getReviewState, listCalibrations } from '@stammgast/shared/contract/reviewers';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

// All begin alike: a fact about a review makes all of them old.
export type ReviewList = (typeof reviewLists)[number];

export const reviewStateQuery = queryOptions({
  queryKey: ['review', 'state'],
  queryFn: ({ signal }) => call(getReviewState, { signal }),
});

const paged = { initialPageParam: undefined as string | undefined };
const nextOf = (last: { next: string | null }) => last.next ?? undefined;

/** Both reviews of a thread may be disputed: it still stands there once. */
const onceEach = (rows: readonly SampleRow[]) => [...new Map(rows.map((row) => [row.id, row])).values()];

export const samplesQuery = (list: ReviewList) =>
  infiniteQueryOptions({
    queryKey: ['review', 'samples', list],
    queryFn: ({ signal, pageParam: cursor }) => call(listSamples, { query: { list, cursor, limit: 50 }, signal }),
    ...paged,
    getNextPageParam: nextOf,
    select: (data) => onceEach(data.pages.flatMap((page) => page.samples)),
  });

export const caseKey = (sampleId: string) => ['review', 'case', sampleId];
export const caseQuery = (sampleId: string) =>
  queryOptions({
    queryKey: caseKey(sampleId),
    queryFn: ({ signal }) => call(getReviewCase, { params: { sampleId }, signal }),
  });

export const myReviewsQuery = infiniteQueryOptions({
  queryKey: ['review', 'mine'],
  queryFn: ({ signal, pageParam: cursor }) => call(listMyReviews, { query: { cursor, limit: 20 }, signal }),
  ...paged,
  getNextPageParam: nextOf,
});

export const examplesQuery = infiniteQueryOptions({
  queryKey: ['review', 'examples'],
  queryFn: ({ signal, pageParam: cursor }) => call(listExamples, { query: { cursor, limit: 20 }, signal }),
  ...paged,
  getNextPageParam: nextOf,
  select: (data) => data.pages.flatMap((page) => page.examples),
});

export const figuresQuery = (days: number) =>
  queryOptions({
    queryKey: ['review', 'figures', days],
    queryFn: ({ signal }) => call(getReviewFigures, { query: { days }, signal }),
  });

export const calibrationsQuery = queryOptions({
  queryKey: ['review', 'calibrations'],
  queryFn: ({ signal }) => call(listCalibrations, { signal }),
  select: (data) => data.calibrations,
});
