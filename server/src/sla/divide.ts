import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { readBackground } from './background.ts';
import { clocksOf, endClocks, insertClocks, type StoredClock } from './clocks.queries.ts';
import type { Promises } from './promises.ts';
import { joinClocks, newClock, type WantedClock } from './terms.ts';

export interface Division {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  /** The response that the new thread waits for. */
  readonly kind: 'first' | 'next';
  /** Comments of the new thread that wait for an answer. */
  readonly waiting: readonly Omit<WantedClock, 'kind'>[];
  /** Does anybody in the old thread still wait? */
  readonly fromWaits: boolean;
  /** When the thread was resolved; what ended then goes on in both parts when they are opened again. */
  readonly resolvedAt: Date | null;
}

/**
 * A thread is split: the new one promises from its first unanswered comment on, but never later than what the old one
 * had promised for it. So nobody gains time by splitting. Clocks of the old thread go on as long as somebody waits
 * there. Call refreshDue afterwards.
 */
export async function divideClocks(tx: Db, promises: Promises, division: Division, newId: NewId): Promise<void> {
  const { from, to, at, kind, waiting, fromWaits, resolvedAt } = division;
  const clocks: StoredClock[] = (await clocksOf(tx, [from])).map(({ calendar: _, ...clock }) => clock);
  const running = clocks.filter((clock) => !clock.metAt && !clock.stoppedAt);
  const copied = (clock: StoredClock): StoredClock => ({ ...clock, id: newId(), threadId: to });
  const background = await readBackground(tx, promises, waiting);
  const own = (wanted: StoredClock['kind']) =>
    waiting.flatMap((want) => newClock(promises, { ...want, kind: wanted }, newId, background) ?? []);

  const inherited = running.filter(isResponse).map((clock) => ({ ...copied(clock), kind }));
  const response = waiting.length > 0 && !resolvedAt ? [...own(kind), ...inherited] : [];
  const resolution = resolvedAt
    ? []
    : [...own('resolution'), ...running.filter((clock) => !isResponse(clock)).map(copied)];
  const ended = resolvedAt ? clocks.filter((clock) => endedAt(clock)?.getTime() === resolvedAt.getTime()) : [];
  await insertClocks(tx, [...together(response), ...together(resolution), ...ended.map(copied)]);

  const over = fromWaits ? [] : running.filter(isResponse).map((clock) => clock.id);
  if (over.length > 0) await endClocks(tx, { threadIds: [from], ids: over }, { stoppedAt: at, stopReason: 'split' });
}

const isResponse = ({ kind }: StoredClock): boolean => kind !== 'resolution';
const endedAt = ({ kind, metAt, stoppedAt }: StoredClock): Date | null =>
  stoppedAt ?? (kind === 'resolution' ? metAt : null);
const together = ([first, ...rest]: readonly StoredClock[]): StoredClock[] =>
  first ? [rest.reduce(joinClocks, first)] : [];
