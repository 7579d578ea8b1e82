import type { ThreadRow } from '@stammgast/shared/contract/threads';

export type SlaLevel = 'ok' | 'soon' | 'over' | 'pause' | 'done' | 'none';
export type SlaSubject = Pick<ThreadRow, 'status' | 'due'>;

/** How the promise stands at an instant (milliseconds). */
export function slaLevel({ status, due }: SlaSubject, now: number): SlaLevel {
  if (status === 'resolved') return 'done';
  if (!due) return status === 'waiting' ? 'pause' : 'none';
  if (now >= Date.parse(due.dueAt)) return 'over';
  return now >= Date.parse(due.soonAt) ? 'soon' : 'ok';
}

export type SlaAmount =
  | { readonly unit: 'seconds' | 'minutes'; readonly n: number }
  | { readonly unit: 'hours'; readonly h: number; readonly m: string }
  | { readonly unit: 'days'; readonly count: number }
  | { readonly unit: 'at' };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Time left or gone by, as coarse as it may be: seconds in the last minute only, beyond a day the due time itself. */
export function slaAmount(dueAt: string, now: number): SlaAmount {
  const left = Date.parse(dueAt) - now;
  const size = Math.abs(left);
  if (size < minute) return { unit: 'seconds', n: Math.floor(size / 1000) };
  if (size < hour) return { unit: 'minutes', n: Math.floor(size / minute) };
  if (size < day)
    return {
      unit: 'hours',
      h: Math.floor(size / hour),
      m: String(Math.floor((size % hour) / minute)).padStart(2, '0'),
    };
  return left > 0 ? { unit: 'at' } : { unit: 'days', count: Math.floor(size / day) };
}
