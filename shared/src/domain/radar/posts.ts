// Many critics under one post. A post has no weeks behind it to be measured by; the busiest post of its channel has: how
// many stood under whichever post got most, in each window of the weeks before.
import { isBeyond, LEARNING_DAYS, type Reading } from './alarm.ts';
import { learnUsual, type Usual } from './baseline.ts';
import { DAY_HOURS, HOUR_MS, hourOf, placeInWeek } from './hours.ts';

/** Critical comments by post and hour. */
export type PostHours = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What stands under one post comes within hours; whole days are a matter of the channel. */
const postWindows = [1, 6] as const;
type PostWindow = (typeof postWindows)[number];
/** For windows that end in an hour: how many the busiest post has then. */
export type PostPast = Readonly<Record<PostWindow, Usual>>;
/** So many times more strictly than the house: what draws most draws many times as much as others. */
const POST_SCANS = 1000;

/** `end`: the first hour that is not learnt from. null: critics under posts are not known for two weeks yet. */
export function learnPosts(
  posts: PostHours,
  { first, end }: { readonly first: number; readonly end: number },
  timeZone: string,
  isLeftOut: (hour: number) => boolean,
): PostPast | null {
  const begun = [...posts.values()].reduce(
    (least, hours) => Math.min(least, ...hours.keys()),
    Number.POSITIVE_INFINITY,
  );
  const from = Math.max(first, begun);
  const length = end - from;
  if (length < (LEARNING_DAYS - 1) * DAY_HOURS) return null;
  const left = Array.from({ length: length + 6 }, (_, index) => isLeftOut(from + index - 6));
  const learnt = (window: PostWindow) =>
    learnUsual({ first: from, counts: mostBy(posts, from, length, window) }, timeZone, (hour) =>
      left.slice(hour - from + 7 - window, hour - from + 7).includes(true),
    );
  return { 1: learnt(1), 6: learnt(6) };
}

/** The most under one post, in windows that end with each hour. */
function mostBy(posts: PostHours, first: number, length: number, window: PostWindow): number[] {
  const most = new Array<number>(length).fill(0);
  for (const hours of posts.values()) {
    const sums = new Map<number, number>();
    for (const [hour, count] of hours)
      for (let index = Math.max(0, hour - first); index < Math.min(length, hour - first + window); index++)
        sums.set(index, (sums.get(index) ?? 0) + count);
    for (const [index, sum] of sums) most[index] = Math.max(most[index] ?? 0, sum);
  }
  return most;
}

interface UnderPost {
  readonly at: number;
  readonly author: string;
  readonly post: string | null;
}

/** A window in which more stand under one post than chance would bring; null: there is none. */
export function postAlarmOf(
  past: PostPast,
  critical: readonly UnderPost[],
  now: number,
  since: number,
): Reading | null {
  const posts = Map.groupBy(critical, ({ post }) => post);
  posts.delete(null);
  for (const window of postWindows) {
    const { rates, alpha, timeZone } = past[window];
    const expected = rates[placeInWeek(hourOf(now), timeZone)] ?? 0;
    const from = Math.max(since, now - window * HOUR_MS);
    for (const under of posts.values()) {
      const inside = under.filter(({ at }) => at > from && at <= now);
      const authors = new Set(inside.map(({ author }) => author)).size;
      const reading = { window, count: inside.length, authors, expected };
      if (isBeyond(reading, alpha, POST_SCANS)) return reading;
    }
  }
  return null;
}
