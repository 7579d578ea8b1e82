import type { NotifyEvent } from '@stammgast/shared/domain/notify/events';

/** Of one kind a person is told at most once within this time; the rest joins it. */
export const BUNDLE_MS = 60_000;

/** One fact for one person. */
export interface Tell {
  readonly personId: string;
  readonly event: NotifyEvent;
  readonly inBell: boolean;
  readonly urgency: number | null;
  readonly channelId: string;
  readonly threadId: string | null;
  readonly byId: string | null;
  readonly replyId: string | null;
  readonly incident: number | null;
}
/** A notification that is still open for more, with the threads it holds. */
export interface OpenBundle {
  readonly id: string;
  readonly personId: string;
  readonly event: NotifyEvent;
  readonly urgency: number | null;
  readonly threadIds: ReadonlySet<string | null>;
}
interface Bundled {
  readonly id: string;
  readonly personId: string;
  readonly event: NotifyEvent;
  readonly urgency: number | null;
  readonly inBell: boolean;
  readonly isNew: boolean;
  readonly items: readonly Tell[];
}

const keyOf = ({ personId, event }: Pick<Tell, 'personId' | 'event'>) => `${personId} ${event}`;

/** Sorts news into notifications: into those that are open, or new ones. A thread that is named already adds nothing. */
export function bundle(tells: readonly Tell[], open: readonly OpenBundle[], newId: () => string): Bundled[] {
  const opened = new Map(open.map((one) => [keyOf(one), one]));
  return [...Map.groupBy(tells, keyOf)].flatMap(([key, some]) => {
    const [first] = some;
    if (!first) return [];
    const known = opened.get(key);
    const seen = new Set<string | null>(known?.threadIds);
    const items = some.filter(({ threadId }) => threadId === null || (!seen.has(threadId) && seen.add(threadId)));
    if (items.length === 0) return [];
    const { personId, event, inBell } = first;
    const urgency = loudest([known?.urgency ?? null, ...items.map((item) => item.urgency)]);
    return [{ id: known?.id ?? newId(), personId, event, inBell, urgency, isNew: !known, items }];
  });
}

const loudest = (urgencies: readonly (number | null)[]): number | null =>
  urgencies.reduce((most, one) => (one === null ? most : Math.max(most ?? 0, one)), null);
