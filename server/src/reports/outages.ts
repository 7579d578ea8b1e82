import type { Bucket } from '@stammgast/shared/domain/reports/period';
import type { Db } from '../storage/database.ts';
import type { ReportedChannel } from './channels.queries.ts';
import { channelChanges, daysHeard, trailBegan } from './outages.queries.ts';

/** `missed`: days, as `2026-03-05`, that it was out of reach all through, and of which nothing came in later either. */
export type CoveredChannel = ReportedChannel & { readonly missed: ReadonlySet<string> };

interface Outage {
  readonly from: Date;
  readonly to: Date;
}
type Change = Omit<Awaited<ReturnType<typeof channelChanges>>[number], 'channelId'>;

const DOWN: readonly unknown[] = ['failing', 'paused'];

/** Outages that are over, from the changes of a channel since; one that had begun before begins there. */
export function outagesOf(changes: readonly Change[], since: Date): Outage[] {
  const states = changes.flatMap(({ at, before, after }) =>
    after?.state === undefined ? [] : [{ at, before: before?.state, after: after.state }],
  );
  const outages: Outage[] = [];
  let down: Date | null = DOWN.includes(states[0]?.before) ? since : null;
  for (const { at, after } of states) {
    if (DOWN.includes(after)) down ??= at;
    else if (down) {
      outages.push({ from: down, to: at });
      down = null;
    }
  }
  return outages;
}

/** The channels, with the days of which the record says that nothing can be known. */
export async function withOutages(
  db: Db,
  channels: readonly ReportedChannel[],
  days: readonly Bucket[],
): Promise<CoveredChannel[]> {
  const missed = await missedDays(db, channels, days);
  return channels.map((channel) => ({ ...channel, missed: missed.get(channel.id) ?? new Set() }));
}

async function missedDays(db: Db, channels: readonly ReportedChannel[], days: readonly Bucket[]) {
  const since = days[0]?.start;
  const missed = new Map<string, Set<string>>();
  if (!since || channels.length === 0) return missed;
  const ids = channels.map(({ id }) => id);
  const changes = Map.groupBy(await channelChanges(db, ids, since), ({ channelId }) => channelId);
  for (const [id, own] of changes) {
    const outages = outagesOf(own, since);
    const out = days.filter((day) => outages.some(({ from, to }) => from <= day.start && day.end <= to));
    if (id !== null && out.length > 0) missed.set(id, new Set(out.map(({ from }) => from)));
  }
  // A channel goes on where it was left: what was said meanwhile may have come in afterwards.
  const affected = [...missed.values()].flatMap((each) => [...each]).toSorted();
  const between = days.filter(({ from }) => from >= (affected[0] ?? '~') && from <= (affected.at(-1) ?? ''));
  for (const { channelId, day } of await daysHeard(db, [...missed.keys()], between))
    missed.get(channelId)?.delete(between[day]?.from ?? '');
  return missed;
}

/** Since when outages are known; null: as long as any of the channels has been there in this time. */
export async function outagesKnownSince(
  db: Db,
  channels: readonly ReportedChannel[],
  { start, now }: { readonly start: Date; readonly now: Date },
): Promise<Date | null> {
  const began = (await trailBegan(db)) ?? now;
  return start < began && channels.some(({ createdAt }) => createdAt < began) ? began : null;
}
