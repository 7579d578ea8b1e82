import type { Calendar } from '@stammgast/shared/contract/sla';

/** Times of day as a time field gives them; `to` before `from` means the next day. */
export interface WindowInput {
  /** Tells the windows of one day apart while they are edited. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
}
export type WeekInput = readonly (readonly WindowInput[])[];
export type WindowError = 'wrong' | 'same' | 'overlap';

const day = 1440;

/** The end of a day is 24:00; what runs on into the next day starts to count anew. */
function timeOf(minutes: number): string {
  const inDay = minutes > day ? minutes % day : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Understands `9:00`, `9.30`, `0930` and `9`. */
function minutesOf(time: string): number | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(time.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= day ? total : null;
}

export function toWeekInput(week: Calendar['week']): WeekInput {
  return week.map((windows) => windows.map(({ from, to }, id) => ({ id, from: timeOf(from), to: timeOf(to) })));
}

/** One more window: office hours for a closed day, else empty fields. */
export function withWindow(windows: readonly WindowInput[]): readonly WindowInput[] {
  const id = Math.max(-1, ...windows.map((window) => window.id)) + 1;
  return [...windows, windows.length === 0 ? { id, from: '09:00', to: '17:00' } : { id, from: '', to: '' }];
}

/** Ends on the next day, other than at midnight. */
export function endsNextDay({ from, to }: Pick<WindowInput, 'from' | 'to'>): boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start !== null && end !== null && end !== 0 && end < start;
}

/** 00:00 to 00:00 is the whole day, as 00:00 to 24:00; any other time to itself says nothing. */
function toWindow(input: Pick<WindowInput, 'from' | 'to'>): { from: number; to: number } | 'wrong' | 'same' {
  const [from, to] = [minutesOf(input.from), minutesOf(input.to)];
  if (from === null || to === null || from === day) return 'wrong';
  if (from === to && from !== 0) return 'same';
  return { from, to: to <= from ? to + day : to };
}

/**
 * The week for the server, or the first error of each window by `day.number`. Windows of one day, and one that runs
 * over midnight with those of the next day, may touch but not overlap.
 */
export function toWeek(input: WeekInput): { week: Calendar['week']; errors: Readonly<Record<string, WindowError>> } {
  const errors: Record<string, WindowError> = {};
  const placed: { at: string; from: number; to: number }[] = [];
  const week = input.map((windows, weekday) =>
    windows.flatMap((window, number) => {
      const read = toWindow(window);
      const at = `${weekday}.${number}`;
      if (typeof read === 'string') {
        errors[at] = read;
        return [];
      }
      placed.push({ at, from: weekday * day + read.from, to: weekday * day + read.to });
      return [read];
    }),
  );
  for (const at of overlapping(placed)) errors[at] ??= 'overlap';
  return { week: week.map((windows) => windows.toSorted((a, b) => a.from - b.from)), errors };
}

function overlapping(windows: readonly { at: string; from: number; to: number }[]): string[] {
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  const first = sorted[0];
  if (!first) return [];
  // The week is a circle: Sunday night may run into Monday.
  const circle =
    sorted.length === 1 ? sorted : [...sorted, { ...first, from: first.from + 7 * day, to: first.to + 7 * day }];
  return circle.slice(1).flatMap((window, index) => ((circle[index]?.to ?? 0) > window.from ? [window.at] : []));
}
