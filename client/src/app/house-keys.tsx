import { keyCommands } from '@stammgast/shared/domain/keys';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useMe } from '../api/me.ts';
import { useToast } from '../components/toast.tsx';
import type { PaletteMoment } from '../features/keys/use-entries.ts';
import { lazyWithWords } from '../i18n/lazy-with-words.ts';
import { useCommands, useKeys } from '../keys/keys.tsx';
import { useLive } from '../live/live.tsx';
import { useMentionCalls } from './use-mention-calls.ts';

const loadPalette = () => import('../features/keys/palette.tsx').then((part) => part.Palette);
const Palette = lazyWithWords(loadPalette);
const HelpDialog = lazyWithWords(() => import('../features/keys/help-dialog.tsx').then((part) => part.HelpDialog));
/** Typing goes on while a palette is still on its way: it is fetched when the first screen has its peace. */
const fetchAheadMilliseconds = 3000;

/** What the keys do on every page, and the two dialogs that tell about them. */
export function HouseKeys() {
  const navigate = useNavigate();
  const me = useMe();
  const live = useLive();
  const toasts = useToast();
  const commands = useCommands();
  useMentionCalls();
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState<PaletteMoment | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), fetchAheadMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  // Whoever signs in next has done nothing yet.
  useEffect(() => toasts.forget, [toasts]);
  useKeys({
    goInbox: () => void navigate({ to: '/inbox', search: {} }),
    goMine: () => void navigate({ to: '/inbox', search: { assignee: 'me' } }),
    ...(me.may.includes('wall.read') && { goWall: () => void navigate({ to: '/wall' }) }),
    goChannels: () => void navigate({ to: '/channels' }),
    goSettings: () => void navigate({ to: '/profile' }),
    pause: () => live.setPaused(!live.paused),
    undo: toasts.undoLast,
    help: () => setHelp(true),
    // Before it opens: what can be done depends on where the focus is.
    palette: () =>
      setPalette({
        can: new Set(keyCommands.map(({ id }) => id).filter(commands.can)),
        entries: commands.entries(),
      }),
  });
  return (
    <Suspense>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
      {palette && <Palette moment={palette} onClose={() => setPalette(null)} />}
    </Suspense>
  );
}
