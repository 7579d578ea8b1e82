// What the engine is checked against: walks minute by minute and reads the wall clock from Intl. Shares no code with it.
import type { Calendar } from '../contract/sla.ts';

const MINUTE = 60_000;
export const SPAN_MINUTES = 62 * 1440;
const LOOK_EVERY = 15;
const tables = new Map<string, { dates: Int32Array; minutes: Int16Array }>();

/**
 * For each minute of the span what date (days since 1970) and time of day the wall shows. Knows nothing of offsets; as
 * no zone changes within a quarter of an hour, one look a quarter is enough.
 */
function wallClock(timeZone: string, start: number) {
  const key = `${timeZone} ${start}`;
  const known = tables.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const table = { dates: new Int32Array(SPAN_MINUTES), minutes: new Int16Array(SPAN_MINUTES) };
  for (let i = 0; i < SPAN_MINUTES; i += LOOK_EVERY) {
    const shown = (format.format(start + i * MINUTE).match(/\d+/g) ?? []).map(Number);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = shown;
    table.dates.fill(Date.UTC(year, month - 1, day) / 86_400_000, i, i + LOOK_EVERY);
    for (let j = 0; j < LOOK_EVERY; j++) table.minutes[i + j] = hour * 60 + minute + j;
  }
  tables.set(key, table);
  return table;
}

/** Is the house open in this minute of the span? */
export function doorsOf(calendar: Calendar, start: number): (minute: number) => boolean {
  const { dates, minutes } = wallClock(calendar.timeZone, start);
  const windowsByDate = new Map<number, Calendar['week'][number]>();
  const windowsOn = (date: number) => {
    let windows = windowsByDate.get(date);
    if (!windows) {
      const at = new Date(date * 86_400_000);
      const special = calendar.days?.find((day) => day.date === at.toISOString().slice(0, 10));
      windows = special?.windows ?? calendar.week[(at.getUTCDay() + 6) % 7] ?? [];
      windowsByDate.set(date, windows);
    }
    return windows;
  };
  const covers = (date: number, time: number) => windowsOn(date).some(({ from, to }) => from <= time && time < to);
  return (minute) => {
    const [date = 0, time = 0] = [dates[minute], minutes[minute]];
    return covers(date, time) || covers(date - 1, time + 1440);
  };
}

/** A turn of a clock, at a minute of the span: how it goes on, and what is promised from then on. */
export interface Turn {
  readonly at: number;
  readonly state: 'running' | 'paused';
  readonly calendar: Calendar;
  readonly target: number;
  /** Did a new promise begin with it? */
  readonly anew: boolean;
}

export interface Life {
  /** What each minute until now was, from the first turn on. */
  readonly states: readonly ('running' | 'paused' | 'outside')[];
  /** By when the last promise is used up, were the clock to run on from now; null: not within the span. */
  readonly due: number | null;
}

/** Lives the clock from its first turn on, minute by minute. */
export function live(turns: readonly [Turn, ...Turn[]], start: number, now: number): Life {
  const doors = new Map(turns.map((turn) => [turn.calendar, doorsOf(turn.calendar, start)]));
  const last = turns.at(-1) ?? turns[0];
  const promised = turns.findLast((turn) => turn.anew)?.at ?? 0;
  const states: Life['states'][number][] = [];
  let [turn, next, ran]: [Turn, number, number] = [turns[0], 1, 0];
  let due: number | null = null;
  for (let minute = turn.at; minute < SPAN_MINUTES && (due === null || minute < now); minute++) {
    for (let after = turns[next]; after && after.at <= minute; after = turns[++next]) turn = after;
    if (ran >= last.target) due ??= Math.max(minute, promised);
    const open = doors.get(turn.calendar)?.(minute) ?? false;
    const state = turn.state === 'paused' ? 'paused' : open ? 'running' : 'outside';
    if (minute < now) states.push(state);
    const goesOn = minute >= now && turn === last;
    if (state === 'running' || (goesOn && open)) ran++;
  }
  return { states, due };
}
