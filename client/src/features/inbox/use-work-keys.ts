import type { ThreadRow } from '@stammgast/shared/contract/threads';
import type { BulkAction } from '@stammgast/shared/contract/work';
import { useMe } from '../../api/me.ts';
import { type Handlers, useKeys } from '../../keys/keys.tsx';
import type { QueueListHandle } from './queue/queue-list.tsx';
import { neighbour } from './queue/stable-order.ts';
import type { QueueList } from './queue/use-queue.ts';
import type { useWork } from './thread/use-work.ts';
import type { useResolve } from './use-resolve.ts';
import type { Question, useAsking } from './work/use-asking.ts';
import type { Targets, useBulk } from './work/use-bulk.ts';
import type { Selecting } from './work/use-selection.ts';

interface Parts {
  readonly queue: QueueList;
  /** The text of the search whose list this is. */
  readonly q: string;
  readonly work: ReturnType<typeof useWork>;
  readonly bulk: ReturnType<typeof useBulk>;
  readonly asking: ReturnType<typeof useAsking>;
  readonly resolving: ReturnType<typeof useResolve>;
  readonly selecting: Selecting;
  readonly list: { readonly current: QueueListHandle | null };
  readonly names: ReadonlyMap<string, string>;
  /** The thread that keys are meant for: the open one, or the row with the focus. */
  readonly row: () => ThreadRow | undefined;
}

/** What is done to the thread at hand or, while something is selected, to all of that. */
export function useWorkKeys(parts: Parts) {
  const { queue, q, work, bulk, asking, resolving, selecting, names } = parts;
  const { selection } = selecting;
  const mayWork = useMe().may.includes('thread.work');
  const selected = (): Targets | null => {
    if (selection.ids.size === 0) return null;
    const rows = [...selection.ids].flatMap((id) => queue.row(id) ?? []);
    return { rows, q: selection.everything ? q : undefined };
  };
  /** One thread by hand, several in bulk; without either nothing. */
  const on = (one: (row: ThreadRow) => unknown, many: (targets: Targets) => void) => () => {
    const targets = selected();
    const row = parts.row();
    if (targets) many(targets);
    else if (row) one(row);
  };
  const act = (action: BulkAction) => {
    const targets = selected();
    if (targets) void bulk.run(action, targets).then(selecting.none);
  };
  const ask = (question: Question) =>
    on(
      (row) => asking.ask({ question, rows: [row], many: false }),
      (targets) => asking.ask({ question, ...targets, many: true }),
    );
  const steps = {
    resolve: on((row) => resolving.resolve(row, false), ask('reason')),
    tag: ask('tags'),
    snooze: on((row) => row.status !== 'resolved' && ask('snooze')(), ask('snooze')),
    act,
  };
  const working: Handlers = {
    resolve: steps.resolve,
    assignMe: on(
      (row) => work.claim(row, (id) => names.get(id) ?? ''),
      () => act({ kind: 'claim' }),
    ),
    takeOver: on(work.takeOver, () => act({ kind: 'claim' })),
    merge: askOne(parts, 'merge'),
    split: askOne(parts, 'split'),
    tag: steps.tag,
    snooze: steps.snooze,
    addPromise: askOne(parts, 'promise'),
    noAnswer: on((row) => row.status !== 'resolved' && ask('reason')(), ask('reason')),
    spam: on(
      (row) => row.status !== 'resolved' && resolving.resolveAs(row, 'spam'),
      () => act({ kind: 'resolve', reason: 'spam' }),
    ),
  };
  const marking: Handlers = {
    markRead: on(
      (row) => void work.markRead(row, true),
      () => act({ kind: 'read' }),
    ),
    markUnread: on(
      (row) => void work.markRead(row, false),
      () => act({ kind: 'unread' }),
    ),
  };
  // The palette offers what there is something for.
  const some = queue.order.ids.length > 0 || parts.row() !== undefined;
  useKeys(some ? { ...marking, ...(mayWork && working) } : {});
  useSelectionKeys(parts);
  return steps;
}

/** A question about one thread, whatever is selected. */
const askOne = (parts: Pick<Parts, 'asking' | 'row'>, question: Question) => () => {
  const row = parts.row();
  if (row) parts.asking.ask({ question, rows: [row], many: false });
};

function useSelectionKeys({ queue, selecting, list }: Pick<Parts, 'queue' | 'selecting' | 'list'>): void {
  const { selection } = selecting;
  const extend = (by: 1 | -1) => () => {
    const cursor = list.current?.cursor();
    if (cursor === undefined) return;
    if (selection.ids.size === 0) selecting.toggle(cursor);
    const next = neighbour(queue.order, cursor, by);
    if (!next) return;
    selecting.extendTo(next);
    list.current?.focusRow(next);
  };
  useKeys({
    select: () => {
      const cursor = list.current?.cursor();
      if (cursor) selecting.toggle(cursor);
    },
    selectDown: extend(1),
    selectUp: extend(-1),
    selectAll: selecting.all,
    ...(selection.ids.size > 0 && { selectNone: selecting.none }),
  });
}
