import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { views } from '../features/inbox/views.ts';
import { usePaletteEntries } from '../keys/keys.tsx';
import { areas } from './areas.ts';

/** Adds to the palette where one can go: areas without a key of their own, and the standard views. */
export function usePlaceEntries(): void {
  const { t } = useTranslation(['common', 'inbox']);
  const navigate = useNavigate();
  const me = useMe();
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
  ]);
}
