const LONGEST_NOTICE_MS = 4 * 3_600_000;
const SHARE = 4;

/** When to remind: a quarter of the time before it is due, at most four hours, and never in the past. */
export function remindAt(madeAt: Date, dueAt: Date, now: Date): Date {
  const notice = Math.min(LONGEST_NOTICE_MS, (dueAt.getTime() - madeAt.getTime()) / SHARE);
  return new Date(Math.max(now.getTime(), dueAt.getTime() - notice));
}
