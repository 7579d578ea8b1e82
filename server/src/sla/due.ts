import type { ClockKind } from '@stammgast/shared/contract/sla';
import { FAR_SECONDS, type StoredClock } from './clocks.queries.ts';

export interface Due {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly soonAt: Date;
  readonly dueAt: Date;
  readonly breachedAt: Date | null;
}

/** One that stands still is due only if it was so before. */
const isRunning = ({ metAt, stoppedAt, pausedAt, dueAt }: StoredClock): boolean =>
  !metAt && !stoppedAt && (!pausedAt || dueAt <= pausedAt);

/** The running clock that is due first; null when nothing is promised any more. */
export function dueOf(clocks: readonly StoredClock[]): Due | null {
  const [first] = clocks
    .filter(isRunning)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  if (!first) return null;
  const { kind, startedAt, soonAt, dueAt, breachedAt } = first;
  return { kind, startedAt, soonAt, dueAt, breachedAt };
}

/** What a thread's row says of its clocks, for rows that are inserted together with them. The same as refreshDue. */
export function dueColumns(clocks: readonly StoredClock[], openedAt: Date) {
  const due = dueOf(clocks);
  return {
    dueKind: due?.kind ?? null,
    dueStartedAt: due?.startedAt ?? null,
    soonAt: due?.soonAt ?? null,
    dueAt: due?.dueAt ?? null,
    breachedAt: due?.breachedAt ?? null,
    queueAt: due?.dueAt ?? new Date(openedAt.getTime() + FAR_SECONDS * 1000),
  };
}
