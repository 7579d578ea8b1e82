/** A stretch of time in which a zone keeps one distance from UTC. All in ms; `to` is not part of it. */
export interface ZoneStretch {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC. */
  readonly offset: number;
}

/** The last instant that ISO 8601 writes with four digits of year. */
export const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const DAY = 86_400_000;
const BLOCK = 400 * DAY;
/** Nobody knows the zone rules of later centuries: the last known offset stays. */
const HORIZON = Math.floor(Date.UTC(2100, 0, 1) / BLOCK) * BLOCK;

interface Zone {
  readonly offsetAt: (instant: number) => number;
  readonly blocks: Map<number, readonly ZoneStretch[]>;
}
// Asking Intl costs microseconds, and intake asks thousands of times: what it said once is kept.
const zones = new Map<string, Zone>();

/** The stretch of constant offset around an instant. Throws a RangeError for an unknown zone or an invalid instant. */
export function zoneStretchAt(timeZone: string, instant: number): ZoneStretch {
  if (Number.isNaN(instant)) throw new RangeError('not an instant');
  const zone = zones.get(timeZone) ?? openZone(timeZone);
  if (instant < 0) return { from: -LATEST, to: 0, offset: zone.offsetAt(0) };
  if (instant >= HORIZON) return { from: HORIZON, to: LATEST, offset: zone.offsetAt(HORIZON) };
  const index = Math.floor(instant / BLOCK);
  let block = zone.blocks.get(index);
  if (!block) {
    block = findStretches(zone, index * BLOCK, (index + 1) * BLOCK);
    zone.blocks.set(index, block);
  }
  return block.find((stretch) => instant < stretch.to) as ZoneStretch;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function openZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const zone: Zone = {
    blocks: new Map(),
    offsetAt(instant) {
      const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(instant)) ?? [];
      const ms = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
      return sign === '-' ? -ms : ms;
    },
  };
  zones.set(timeZone, zone);
  return zone;
}

/** No zone changes twice within a day, so one look per day finds every change. */
function findStretches(zone: Zone, start: number, end: number): ZoneStretch[] {
  const stretches: ZoneStretch[] = [];
  let from = start;
  let offset = zone.offsetAt(start);
  for (let day = start + DAY; day <= end; day += DAY) {
    const next = zone.offsetAt(day);
    if (next === offset) continue;
    const change = findChange(zone, offset, day - DAY, day);
    stretches.push({ from, to: change, offset });
    from = change;
    offset = next;
  }
  if (from < end) stretches.push({ from, to: end, offset });
  return stretches;
}

/** The first second that no longer has `offset`. */
function findChange(zone: Zone, offset: number, before: number, after: number): number {
  let low = before;
  let high = after;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (zone.offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}
