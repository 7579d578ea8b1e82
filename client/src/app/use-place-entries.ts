import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { readQueueSearch } from '../features/inbox/queue-search.ts';
import { savedViewsQuery } from '../features/inbox/saved/saved-views.ts';
import { views } from '../features/inbox/views.ts';
import { usePaletteEntries } from '../keys/keys.tsx';
import { areas } from './areas.ts';

/** Adds to the palette where one can go: areas without a key of their own, and the standard views. */
export function usePlaceEntries(): void {
  const { t } = useTranslation(['common', 'inbox']);
  const navigate = useNavigate();
  const me = useMe();
  const saved = useQuery(savedViewsQuery).data ?? [];
  usePaletteEntries(() => [
    ...areas
      .filter((area) => !area.command && me.may.includes(area.needs))
      .map((area) => ({
        id: `area-${area.name}`,
        group: 'go' as const,
        label: t(`nav.${area.name}`),
        run: () => void navigate({ to: area.to }),
      })),
    ...views.map((view) => ({
      id: `view-${view.name}`,
      group: 'views' as const,
      label: t(`inbox:views.${view.name}`),
      run: () => void navigate({ to: '/inbox', search: view.search }),
    })),
    ...saved.map((view) => ({
      id: `saved-view-${view.id}`,
      group: 'views' as const,
      label: view.name,
      run: () => void navigate({ to: '/inbox', search: readQueueSearch({ q: view.q }) }),
    })),
  ]);
}
