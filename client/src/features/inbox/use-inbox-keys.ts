import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import { useMe } from '../../api/me.ts';
import { useKeys } from '../../keys/keys.tsx';
import { rowKey } from '../../live/patch-cache.ts';
import type { ComposerHandle } from './composer/composer.tsx';
import type { QueueListHandle } from './queue/queue-list.tsx';
import { neighbour, neighbourSince } from './queue/stable-order.ts';
import type { QueueList } from './queue/use-queue.ts';
import { assignButtonId } from './thread/assign-menu.tsx';
import type { useWork } from './thread/use-work.ts';
import type { useResolve } from './use-resolve.ts';

interface Parts {
  readonly queue: QueueList;
  readonly work: ReturnType<typeof useWork>;
  readonly wide: boolean;
  readonly list: RefObject<QueueListHandle | null>;
  readonly composer: RefObject<ComposerHandle | null>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly threadId: string | undefined;
  readonly go: (id: string, replace?: boolean) => void;
  readonly back: () => void;
  readonly resolving: ReturnType<typeof useResolve>;
}

const inField = () => document.activeElement?.matches('input, textarea, select') ?? false;
const PATIENCE_MS = 3000;
/** What belongs to a thread may still be loading: runs as soon as it is on the page. */
function whenThere<Part>(find: () => Part | null, run: (part: Part) => void, until = Date.now() + PATIENCE_MS): void {
  const part = find();
  if (part) run(part);
  else if (Date.now() < until) requestAnimationFrame(() => whenThere(find, run, until));
}

/** After the address has changed: what is on the page until then belongs to the thread that is being left. */
const whenNext = <Part>(find: () => Part | null, run: (part: Part) => void) => setTimeout(() => whenThere(find, run));
const element = (selector: string) => () => document.querySelector<HTMLElement>(selector);
const focusTalk = () => whenThere(element('section.talk'), (talk) => talk.focus());
const openAssignMenu = () => whenNext(element(`[data-command="${assignButtonId}"]`), (button) => button.click());

export function useInboxKeys({
  queue,
  work,
  wide,
  list,
  composer,
  searchField,
  threadId,
  go,
  back,
  resolving,
}: Parts): void {
  const client = useQueryClient();
  const me = useMe();
  const mayWork = me.may.includes('thread.work');
  const current = () => threadId ?? list.current?.cursor();
  const row = (): ThreadRow | undefined => {
    const id = current();
    return id === undefined ? undefined : (client.getQueryData<ThreadRow>(rowKey(id)) ?? queue.row(id));
  };
  const withRow = (run: (row: ThreadRow) => void) => () => {
    const found = row();
    if (found) run(found);
  };
  // An answered thread leaves the list while it is still open: the next step goes on from where it stood.
  const knownOrder = useRef(queue.order);
  if (threadId && queue.order.ids.includes(threadId)) knownOrder.current = queue.order;
  // Side by side the thread follows the row; alone, one pages through threads, or moves through the list.
  const stepBeside = (by: 1 | -1) => {
    const next = neighbourSince(knownOrder.current, queue.order, list.current?.cursor() ?? threadId, by);
    if (!next) return;
    go(next, true);
    list.current?.focusRow(next);
  };
  const stepAlone = (by: 1 | -1) => {
    if (threadId) {
      const next = neighbourSince(knownOrder.current, queue.order, threadId, by);
      if (next) go(next, true);
      return;
    }
    const cursor = list.current?.cursor();
    const next = document.activeElement?.closest('[data-row]') ? neighbour(queue.order, cursor, by) : cursor;
    if (next) list.current?.focusRow(next);
  };
  const step = (by: 1 | -1) => () => (wide ? stepBeside(by) : stepAlone(by));
  const write = (mode: 'answer' | 'note') => () => {
    const id = current();
    if (!id) return;
    if (id === threadId && composer.current) return composer.current.write(mode);
    if (id !== threadId) go(id);
    whenNext(
      () => composer.current,
      (there) => there.write(mode),
    );
  };
  useKeys({
    next: step(1),
    previous: step(-1),
    open: () => {
      const id = list.current?.cursor();
      if (!id) return;
      if (id === threadId) focusTalk();
      else go(id);
    },
    back: () => {
      if (inField() && wide) list.current?.focusRow(current() ?? '');
      else if (inField()) (document.activeElement as HTMLElement | null)?.blur();
      else back();
    },
    search: () => searchField.current?.select(),
    showNew: queue.showNew,
    reply: write('answer'),
    note: write('note'),
    ...(mayWork && {
      resolve: withRow((one) => resolving.resolve(one, false)),
      resolveNext: withRow((one) => resolving.resolve(one, true)),
      assignMe: withRow((one) => work.assign(one, me.id, me.name)),
      assign: () => {
        const id = current();
        if (!id) return;
        if (id !== threadId) go(id);
        openAssignMenu();
      },
    }),
  });
}
