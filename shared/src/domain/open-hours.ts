import type { Calendar } from '../contract/sla.ts';

/** A stretch of local time, in ms since 1970 as the clock on the wall reads it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Opening hours as one function of local time: how long the doors were open until then, and its inverse. */
export interface OpenHours {
  /** Open ms from the first Monday until a local time; negative before it. */
  openUntil(local: number): number;
  /** The first local time by which openUntil has reached `open`. */
  whenOpenFor(open: number): number;
  /** The windows that begin on this local day, joined and in order. They may run into the next day. */
  windowsOf(day: number): readonly Span[];
}

const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
const WEEK = 7 * DAY;
/** The first Monday, 1970-01-05: weeks are counted from here. */
const FIRST_MONDAY = 4 * DAY;

interface CountedSpan extends Span {
  /** Open ms before it, within its week or patch. */
  readonly before: number;
}
/** A time in which special days make the hours differ from the week's. */
interface Patch extends Span {
  readonly windows: readonly CountedSpan[];
  /** openUntil at its begin and end. */
  readonly openAt: number;
  readonly openAfter: number;
}

/** Throws a RangeError for a calendar whose weeks have no opening hours. */
export function openHours(calendar: Calendar): OpenHours {
  const week = count(joined(calendar.week.flatMap((windows, day) => placed(windows, day * DAY)).flatMap(withinWeek)));
  const inWeek = total(week);
  if (inWeek === 0) throw new RangeError('the calendar has no opening hours');
  const special = new Map((calendar.days ?? []).map(({ date, windows }) => [Date.parse(date) / DAY, windows]));
  const patches: Patch[] = [];

  const windowsOf = (day: number): readonly Span[] =>
    joined(placed(special.get(day) ?? calendar.week[weekdayOf(day)] ?? [], day * DAY));
  const weekUntil = (local: number): number => {
    const monday = Math.floor((local - FIRST_MONDAY) / WEEK);
    return monday * inWeek + until(week, local - FIRST_MONDAY - monday * WEEK);
  };
  const weekReaches = (open: number): number => {
    const monday = Math.ceil(open / inWeek) - 1;
    return FIRST_MONDAY + monday * WEEK + reaches(week, open - monday * inWeek);
  };
  for (const { from, to } of joined([...special.keys()].map(reachOf))) {
    const before = patches.at(-1);
    const openAt = weekUntil(from) + (before ? before.openAfter - weekUntil(before.to) : 0);
    const days = Array.from({ length: (to - from) / DAY + 1 }, (_, index) => from / DAY - 1 + index);
    const windows = count(joined(days.flatMap(windowsOf).flatMap((span) => clipped(span, from, to))));
    patches.push({ from, to, windows, openAt, openAfter: openAt + total(windows) });
  }
  return {
    windowsOf,
    openUntil(local) {
      const patch = lastBefore(patches, (each) => each.from <= local);
      if (!patch) return weekUntil(local);
      if (local < patch.to) return patch.openAt + until(patch.windows, local);
      return patch.openAfter + weekUntil(local) - weekUntil(patch.to);
    },
    whenOpenFor(open) {
      const patch = lastBefore(patches, (each) => each.openAt < open);
      if (!patch) return weekReaches(open);
      if (open <= patch.openAfter) return reaches(patch.windows, open - patch.openAt);
      return weekReaches(open - patch.openAfter + weekUntil(patch.to));
    },
  };
}

/** 0 is Monday. */
const weekdayOf = (day: number): number => (((day - 4) % 7) + 7) % 7;

/** A special day changes what opens on it, and with it what runs over the next midnight. */
const reachOf = (day: number): Span => ({ from: day * DAY, to: (day + 2) * DAY });

const placed = (windows: Calendar['week'][number], midnight: number): Span[] =>
  windows.map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE }));

/** A window over Sunday midnight goes on at the beginning of the week. */
const withinWeek = ({ from, to }: Span): Span[] =>
  to > WEEK
    ? [
        { from, to: WEEK },
        { from: 0, to: to - WEEK },
      ]
    : [{ from, to }];

function clipped({ from, to }: Span, begin: number, end: number): Span[] {
  const span = { from: Math.max(from, begin), to: Math.min(to, end) };
  return span.from < span.to ? [span] : [];
}

/** In order, with what overlaps or touches as one. */
function joined(spans: readonly Span[]): Span[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) result.push({ from, to });
  }
  return result;
}

function count(spans: readonly Span[]): CountedSpan[] {
  let before = 0;
  return spans.map(({ from, to }) => {
    const span = { from, to, before };
    before += to - from;
    return span;
  });
}

function total(spans: readonly CountedSpan[]): number {
  const last = spans.at(-1);
  return last ? last.before + last.to - last.from : 0;
}

function until(spans: readonly CountedSpan[], at: number): number {
  const span = lastBefore(spans, (each) => each.from <= at);
  return span ? span.before + Math.min(at, span.to) - span.from : 0;
}

/** The first time by which the spans were open for so long; `open` is above 0 and at most their total. */
function reaches(spans: readonly CountedSpan[], open: number): number {
  const span = lastBefore(spans, (each) => each.before < open);
  if (!span) throw new RangeError('the calendar has no opening hours');
  return span.from + open - span.before;
}

/** The last element for which it holds, given that it holds for none after one for which it does not. */
function lastBefore<T>(sorted: readonly T[], holds: (each: T) => boolean): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
