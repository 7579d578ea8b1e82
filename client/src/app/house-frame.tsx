import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMe } from '../api/me.ts';
import { Shell } from './shell.tsx';

const DemoBanner = lazy(() =>
  import('../features/demo/demo-banner.tsx').then((part) => ({ default: part.DemoBanner })),
);

/** Everything behind the door: navigation around, the current page inside. */
export function HouseFrame() {
  const me = useMe();
  return (
    <Shell
      banner={
        me.house.demo && (
          <Suspense>
            <DemoBanner />
          </Suspense>
        )
      }
    >
      <Outlet />
    </Shell>
  );
}
