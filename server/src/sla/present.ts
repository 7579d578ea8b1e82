import type { SlaClock } from '@stammgast/shared/contract/sla';
import { clockLog } from '@stammgast/shared/domain/sla-clock';
import type { Db } from '../storage/database.ts';
import { type ClockWithCalendar, calendarVersions, clocksOf } from './clocks.queries.ts';

/** A thread's promises with their readable logs, oldest first. */
export async function clocksOfThread(db: Db, threadId: string, now: Date): Promise<SlaClock[]> {
  const clocks = await clocksOf(db, [threadId]);
  const counted = clocks.flatMap(({ calendarId, intervals }) => [
    calendarId,
    ...intervals.flatMap((interval) => interval.calendarId ?? []),
  ]);
  const versions = await calendarVersions(db, counted);
  return clocks.map((clock) => presentClock(clock, versions, now));
}

function presentClock(
  clock: ClockWithCalendar,
  versions: Awaited<ReturnType<typeof calendarVersions>>,
  now: Date,
): SlaClock {
  const version = versions.get(clock.calendarId);
  const former = new Map([...versions].map(([id, { calendar }]) => [id, calendar]));
  return {
    id: clock.id,
    kind: clock.kind,
    policyName: clock.policyName,
    policyVersion: clock.policyVersion,
    calendarName: version?.name ?? null,
    calendarVersion: version?.version ?? null,
    targetMinutes: clock.targetMinutes,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    soonAt: clock.soonAt.toISOString(),
    breachedAt: clock.breachedAt?.toISOString() ?? null,
    metAt: clock.metAt?.toISOString() ?? null,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    stopReason: clock.stopReason,
    intervals: clockLog({ ...clock, former }, now).map(({ from, to, days, ...line }) => ({
      ...line,
      days: [...days],
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
    })),
  };
}
