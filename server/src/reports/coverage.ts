import type { ReportChannel } from '@stammgast/shared/contract/reports';
import type { Bucket } from '@stammgast/shared/domain/reports/period';
import type { CoveredChannel } from './outages.ts';

type Gap = ReportChannel['gaps'][number];
type Reason = Gap['reason'];

/** Why a channel can have delivered nothing on a day: then there is no data, not "no comments". Null: it delivered. */
export function gapOn(channel: CoveredChannel, day: Bucket): Reason | null {
  const { createdAt, firstAt, removedAt, lastSuccessAt, state, missed } = channel;
  // What was imported reaches back further than the connection.
  const since = firstAt && firstAt < createdAt ? firstAt : createdAt;
  if (day.end <= since) return 'not-connected';
  if (removedAt && day.start >= removedAt) return 'removed';
  if (missed.has(day.from)) return 'down';
  if (removedAt || state === 'ok') return null;
  if (lastSuccessAt) return day.start > lastSuccessAt ? 'down' : null;
  return day.start >= createdAt ? 'not-connected' : null;
}

/** Days of a gap that follow each other, as one. */
export function gapsOf(channel: CoveredChannel, days: readonly Bucket[]): Gap[] {
  const gaps: Gap[] = [];
  for (const day of days) {
    const reason = gapOn(channel, day);
    if (!reason) continue;
    const last = gaps.at(-1);
    if (last?.to === day.from && last.reason === reason) gaps.splice(-1, 1, { ...last, to: day.to });
    else gaps.push({ from: day.from, to: day.to, reason });
  }
  return gaps;
}

/** The share of the days of these channels, from `from` to before `to`, on which they delivered; 0 for none. */
export function coverageOf(
  channels: readonly CoveredChannel[],
  days: readonly Bucket[],
  { from, to }: Pick<Bucket, 'from' | 'to'>,
): number {
  const within = days.filter((day) => day.from >= from && day.from < to);
  const all = within.length * channels.length;
  const delivered = within.reduce(
    (sum, day) => sum + channels.filter((channel) => gapOn(channel, day) === null).length,
    0,
  );
  return all === 0 ? 0 : delivered / all;
}
