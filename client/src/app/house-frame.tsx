import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { meKey } from '../api/call.ts';
import { useMe } from '../api/me.ts';
import { codeOf, isApiProblem } from '../api/problem.ts';
import { useToast } from '../components/toast.tsx';
import { lazyWithWords } from '../i18n/lazy-with-words.ts';
import { KeysProvider, useKeys } from '../keys/keys.tsx';
import { LiveProvider, useLive } from '../live/live.tsx';
import { Shell } from './shell.tsx';

const DemoBanner = lazy(() =>
  import('../features/demo/demo-banner.tsx').then((part) => ({ default: part.DemoBanner })),
);
const HelpDialog = lazyWithWords(() => import('../keys/help-dialog.tsx').then((part) => part.HelpDialog));

/** Everything behind the door: navigation around, the current page inside. */
export function HouseFrame() {
  const me = useMe();
  const [help, setHelp] = useState(false);
  useDoor();
  return (
    <KeysProvider>
      <LiveProvider>
        <HouseKeys onHelp={() => setHelp(true)} />
        <Suspense>{help && <HelpDialog onClose={() => setHelp(false)} />}</Suspense>
        <Shell
          onHelp={() => setHelp(true)}
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
      </LiveProvider>
    </KeysProvider>
  );
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
        if (!isApiProblem(error) || codeOf(error) !== 'auth.required') return;
        client.removeQueries({ queryKey: meKey });
        void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
      }),
    [client, router],
  );
}

function HouseKeys({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate();
  const me = useMe();
  const live = useLive();
  const toasts = useToast();
  useKeys({
    goInbox: () => void navigate({ to: '/inbox', search: {} }),
    goMine: () => void navigate({ to: '/inbox', search: { assignee: 'me' } }),
    ...(me.may.includes('wall.read') && { goWall: () => void navigate({ to: '/wall' }) }),
    goChannels: () => void navigate({ to: '/channels' }),
    goSettings: () => void navigate({ to: '/profile' }),
    pause: () => live.setPaused(!live.paused),
    undo: toasts.undoLast,
    help: onHelp,
  });
  return null;
}
