import { instantOf, localDay } from './local-time.ts';
import { expressions, type Said } from './vocabulary.ts';

/** A time as it stands in a text: where, and which instant it means. */
export interface TimeWords {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly at: Date;
}

export interface Reading {
  readonly now: Date;
  /** IANA name of the team's zone. */
  readonly timeZone: string;
  /** Minutes of the local day that a day without a time means: a deadline ends it, a reminder begins it. */
  readonly dayMinutes: number;
}

type Hit = Said & { readonly start: number; readonly end: number };

/** Words that may stand between the parts of one time: "Freitag, 6. März um 10 Uhr". */
const between = /^(?:[\s,.(–-]|um|gegen|ab|bis|zum|der|den|dem|am|at|by|before|the|on|in|of)*$/iu;

const LONGEST = 20_000;

/**
 * All times that a German or English text names and that lie ahead of `now`, in the order of the text. What is past
 * by then ("heute 9 Uhr" at noon), or is no date ("31. Juni"), is left out.
 */
export function findTimes(text: string, reading: Reading): TimeWords[] {
  const today = localDay(reading.now, reading.timeZone);
  const hits = joined(hitsIn(text.slice(0, LONGEST), today), text);
  return hits.flatMap((hit) => {
    const at = instantMeant(hit, reading, today);
    return at && at > reading.now ? [{ start: hit.start, end: hit.end, at }] : [];
  });
}

/** What was found, in the order of the text; of two that overlap the one that is named earlier in the vocabulary. */
function hitsIn(text: string, today: number): Hit[] {
  const found: Hit[] = [];
  for (const { pattern, means } of expressions) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((hit) => start < hit.end && end > hit.start)) continue;
      found.push({ start, end, ...means(lowered(match.groups), today) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const lowered = (groups: Record<string, string | undefined> | undefined) =>
  Object.fromEntries(Object.entries(groups ?? {}).map(([name, value]) => [name, value?.toLowerCase()]));

/** A day and the time beside it are one; so are a weekday and its date, of which the date counts. */
function joined(hits: readonly Hit[], text: string): Hit[] {
  const out: Hit[] = [];
  for (const hit of hits) {
    const last = out.at(-1);
    const whole = last && union(last, hit, text.slice(last.end, hit.start));
    if (last && whole) out[out.length - 1] = { ...whole, start: last.start, end: hit.end };
    else out.push(hit);
  }
  return out;
}

const anotherTime = /(?<!\p{L})(?:bis|ab|by|before)(?!\p{L})/iu;

function union(a: Said, b: Said, gap: string): Said | null {
  if (!between.test(gap)) return null;
  if (a.day !== undefined && b.day !== undefined && (a.minutes !== undefined || anotherTime.test(gap))) return null;
  if (a.span !== undefined || b.span !== undefined) return null;
  if (a.day === null || b.day === null) return null;
  if (a.minutes !== undefined && b.minutes !== undefined) return null;
  return { ...a, ...b };
}

function instantMeant({ day, minutes, span }: Said, { now, timeZone, dayMinutes }: Reading, today: number) {
  if (span !== undefined) return new Date(now.getTime() + span * 60_000);
  if (day === null || (day === undefined && minutes === undefined)) return null;
  if (day !== undefined) return instantOf(day, minutes ?? dayMinutes, timeZone);
  // A time alone is the next one that comes.
  const soon = instantOf(today, minutes ?? dayMinutes, timeZone);
  return soon > now ? soon : instantOf(today + 1, minutes ?? dayMinutes, timeZone);
}
