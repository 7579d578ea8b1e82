import { FOUR_WEEKS, hourAt } from './days.ts';
import { type Delivery, QUARTER_MS } from './numbers.queries.ts';

/** With fewer in four weeks nobody knows what is usual. */
const FEWEST = 20;
/** So many would have come while nothing came. */
const GAPS = 3;

/**
 * Whether a channel has been quiet for longer than three usual gaps. Nights and weekends are quieter, so a gap is as
 * long as it takes at this hour of such a day until one comes. Counted from what came in the last four weeks.
 */
export function silenceOf(brought: readonly Delivery[], now: Date, timeZone: string) {
  const last = brought.reduce<Delivery | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  const known = { lastItemAt: last?.lastAt.toISOString() ?? null, silent: false, usualGapMinutes: null };
  const total = brought.reduce((sum, { n }) => sum + n, 0);
  if (!last || total < FEWEST) return known;
  const perHour = rates(brought, timeZone);
  let expected = 0;
  for (let at = last.at.getTime() + QUARTER_MS; at < now.getTime(); at += QUARTER_MS) {
    expected += (perHour.get(kindOf(new Date(at), timeZone)) ?? 0) / 4;
  }
  const rate = perHour.get(kindOf(now, timeZone)) ?? 0;
  return {
    ...known,
    silent: expected >= GAPS,
    usualGapMinutes: rate > 0 ? Math.round(60 / rate) : null,
  };
}

/** Hours of workdays, and hours of weekends. */
function kindOf(at: Date, timeZone: string): string {
  const { weekday, hour } = hourAt(at, timeZone);
  return `${weekday > 4 ? 'weekend' : 'workday'} ${hour}`;
}

function rates(brought: readonly Delivery[], timeZone: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at, n } of brought) {
    const kind = kindOf(at, timeZone);
    counts.set(kind, (counts.get(kind) ?? 0) + n);
  }
  const days = (kind: string) => (FOUR_WEEKS / 7) * (kind.startsWith('weekend') ? 2 : 5);
  return new Map([...counts].map(([kind, n]) => [kind, n / days(kind)]));
}
