import type { SlaClock } from '@stammgast/shared/contract/sla';
import { clockLog } from '@stammgast/shared/domain/sla-clock';
import type { Db } from '../storage/database.ts';
import { type ClockWithCalendar, clocksOf } from './clocks.queries.ts';

/** A thread's promises with their readable logs, oldest first. */
export async function clocksOfThread(db: Db, threadId: string, now: Date): Promise<SlaClock[]> {
  return (await clocksOf(db, [threadId])).map((clock) => presentClock(clock, now));
}

function presentClock(clock: ClockWithCalendar, now: Date): SlaClock {
  return {
    id: clock.id,
    kind: clock.kind,
    policyName: clock.policyName,
    targetMinutes: clock.targetMinutes,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    soonAt: clock.soonAt.toISOString(),
    breachedAt: clock.breachedAt?.toISOString() ?? null,
    metAt: clock.metAt?.toISOString() ?? null,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    stopReason: clock.stopReason,
    intervals: clockLog(clock, now).map(({ from, to, ...line }) => ({
      ...line,
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
    })),
  };
}
