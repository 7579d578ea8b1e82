import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useMe } from '../../api/me.ts';
import { useKeys } from '../../keys/keys.tsx';
import { typeFor } from '../../keys/type-for.ts';
import { threadKey } from '../../live/patch-cache.ts';
import type { ComposerHandle } from './composer/composer.tsx';
import type { QueueListHandle } from './queue/queue-list.tsx';
import type { QueueList } from './queue/use-queue.ts';
import { topicsButtonId } from './thread/assessment-menus.tsx';
import { assignButtonId } from './thread/assign-menu.tsx';
import type { useWork } from './thread/use-work.ts';
import { useInboxEntries } from './use-inbox-entries.ts';
import type { useResolve } from './use-resolve.ts';
import { useSteps } from './use-steps.ts';
import type { Selecting } from './work/use-selection.ts';

interface Parts {
  readonly queue: QueueList;
  readonly work: ReturnType<typeof useWork>;
  readonly row: () => ThreadRow | undefined;
  readonly selecting: Selecting;
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
const openMenu = (id: string) => whenNext(element(`[data-command="${id}"]`), (button) => button.click());

export function useInboxKeys({
  queue,
  work,
  row,
  selecting,
  wide,
  list,
  composer,
  searchField,
  threadId,
  go,
  back,
  resolving,
}: Parts): void {
  const me = useMe();
  const client = useQueryClient();
  const mayWork = me.may.includes('thread.work');
  const current = () => threadId ?? list.current?.cursor();
  const withRow = (run: (row: ThreadRow) => void) => () => {
    const found = row();
    if (found) run(found);
  };
  const step = useSteps({ queue, wide, list, threadId, go });
  const write = (mode: 'answer' | 'note') => () => {
    const id = current();
    if (!id) return;
    if (id === threadId && composer.current) return composer.current.write(mode);
    if (id !== threadId) go(id);
    typeFor({
      find: () => composer.current,
      source: () => client.getQueryState(threadKey(id))?.status,
      run: (there, typed) => there.write(mode, typed),
    });
  };
  const menu = (button: string) => () => {
    const id = current();
    if (!id) return;
    if (id !== threadId) go(id);
    openMenu(button);
  };
  const some = threadId !== undefined || queue.order.ids.length > 0;
  useInboxEntries({ queue, work, row, go });
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
      const id = current() ?? '';
      // An answered thread may have left the list: then its conversation gets the focus.
      if (inField() && wide && queue.order.ids.includes(id)) list.current?.focusRow(id);
      else if (inField() && threadId) focusTalk();
      else if (inField()) (document.activeElement as HTMLElement | null)?.blur();
      else if (selecting.selection.ids.size > 0) selecting.none();
      else back();
    },
    search: () => searchField.current?.select(),
    showNew: queue.showNew,
    ...(some && { reply: write('answer'), note: write('note') }),
    ...(some &&
      mayWork && {
        resolveNext: withRow((one) => resolving.resolve(one, true)),
        assign: menu(assignButtonId),
        topics: menu(topicsButtonId),
      }),
  });
}
