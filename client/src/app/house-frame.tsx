import type { Register } from '@stammgast/shared/contract/team';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { meKey } from '../api/call.ts';
import { isDemoRemoved } from '../api/demo-removal.ts';
import { useMe } from '../api/me.ts';
import { codeOf, isApiProblem } from '../api/problem.ts';
import { weatherQuery } from '../api/radar.ts';
import { lazyWithWords } from '../i18n/lazy-with-words.ts';
import { changeRegister } from '../i18n/setup.ts';
import { KeysProvider } from '../keys/keys.tsx';
import { LiveProvider } from '../live/live.tsx';
import { HouseKeys } from './house-keys.tsx';
import { Shell } from './shell.tsx';

const DemoBanner = lazy(() =>
  import('../features/demo/demo-banner.tsx').then((part) => ({ default: part.DemoBanner })),
);

const RadarBar = lazyWithWords(() => import('../features/radar/radar-bar.tsx').then((part) => part.RadarBar));

/** Everything behind the door: navigation around, the current page inside. */
export function HouseFrame() {
  const me = useMe();
  useDoor();
  useRegister(me.house.register);
  return (
    <KeysProvider>
      <LiveProvider>
        <HouseKeys />
        <Shell
          banner={
            me.house.demo && (
              <Suspense>
                <DemoBanner />
              </Suspense>
            )
          }
          weather={<Weather />}
        >
          <Outlet />
        </Shell>
      </LiveProvider>
    </KeysProvider>
  );
}

/** Fetched with its words once there is a storm to tell of: on most days there is none. */
function Weather() {
  const incident = useQuery(weatherQuery).data?.incident;
  return (
    incident && (
      <Suspense>
        <RadarBar incident={incident} />
      </Suspense>
    )
  );
}

/** When the house speaks otherwise, open screens do so as well. */
function useRegister(register: Register): void {
  useEffect(() => {
    void changeRegister(register);
  }, [register]);
}

/** When the session has ended, whoever asked next is led to the door; unsent texts stay in memory. */
function useDoor(): void {
  const client = useQueryClient();
  const router = useRouter();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { error } = event.action;
        if (!isApiProblem(error) || codeOf(error) !== 'auth.required' || isDemoRemoved(client)) return;
        client.removeQueries({ queryKey: meKey });
        const { pathname, href } = router.state.location;
        // Until the door has come, this page stays and goes on asking.
        if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href } });
      }),
    [client, router],
  );
}
