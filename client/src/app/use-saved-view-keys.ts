import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { readQueueSearch } from '../features/inbox/queue-search.ts';
import { savedViewsQuery } from '../features/inbox/saved/saved-views.ts';
import type { Handlers } from '../keys/keys.tsx';

const commands = [
  'goView1',
  'goView2',
  'goView3',
  'goView4',
  'goView5',
  'goView6',
  'goView7',
  'goView8',
  'goView9',
] as const satisfies readonly (keyof Handlers)[];

/** Opens the first nine saved views, as far as there are so many. */
export function useSavedViewKeys(): Handlers {
  const navigate = useNavigate();
  const saved = useQuery(savedViewsQuery).data ?? [];
  return Object.fromEntries(
    saved
      .slice(0, commands.length)
      .map((view, index) => [
        commands[index],
        () => void navigate({ to: '/inbox', search: readQueueSearch({ q: view.q }) }),
      ]),
  );
}
