import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { usePaletteEntries } from '../../keys/keys.tsx';
import type { QueueList } from './queue/use-queue.ts';
import type { useWork } from './thread/use-work.ts';

interface Parts {
  readonly queue: QueueList;
  readonly work: ReturnType<typeof useWork>;
  /** The thread that commands are about. */
  readonly row: () => ThreadRow | undefined;
  readonly go: (id: string) => void;
}

/** Adds to the palette whom the thread can be given to, and the threads of the list by name and number. */
export function useInboxEntries({ queue, work, row, go }: Parts): void {
  const { t } = useTranslation(['inbox', 'common']);
  const me = useMe();
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const assignable = (current: ThreadRow) =>
    [...colleagues.filter((one) => one.active && one.role !== 'supervisor'), { id: null, name: t('common:nobody') }]
      .filter(({ id }) => id !== current.assigneeId && id !== me.id)
      .map(({ id, name }) => ({
        id: `assign-${id ?? 'nobody'}`,
        group: 'people' as const,
        label: name,
        detail: t('assign'),
        run: () => void work.assign(current, id, name),
      }));
  usePaletteEntries(() => {
    const current = row();
    const people = current && me.may.includes('thread.work') ? assignable(current) : [];
    const threads = queue.order.ids.flatMap((id) => {
      const one = queue.row(id);
      return one ? [{ id: `thread-${id}`, group: 'threads' as const, label: one.author.name, one }] : [];
    });
    return [
      ...people,
      ...threads.map(({ one, ...entry }) => ({
        ...entry,
        detail: t('paletteThread', { number: one.number, text: one.excerpt }),
        whenSought: true,
        run: () => go(one.id),
      })),
    ];
  });
}
