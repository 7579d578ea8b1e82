import { keyCommands } from '@stammgast/shared/domain/keys';
import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { useToast } from '../components/toast.tsx';
import { useBellCalls } from '../features/bell/use-bell-calls.ts';
import type { PaletteMoment } from '../features/keys/use-entries.ts';
import { lazyPart } from '../i18n/lazy-with-words.ts';
import { loadPageWords } from '../i18n/setup.ts';
import { holdTyping } from '../keys/hold-typing.ts';
import { useCommands, useKeys } from '../keys/keys.tsx';
import { useLive } from '../live/live.tsx';
import { useMentionCalls } from './use-mention-calls.ts';
import { useSavedViewKeys } from './use-saved-view-keys.ts';

// With their words, so that keys are held no longer than until it is clear whether they come.
const loadPalette = () =>
  Promise.all([import('../features/keys/palette.tsx'), loadPageWords()]).then(([part]) => part.Palette);
const loadHelp = () =>
  Promise.all([import('../features/keys/help-dialog.tsx'), loadPageWords()]).then(([part]) => part.HelpDialog);
const Palette = lazyPart(loadPalette);
const HelpDialog = lazyPart(loadHelp);

interface Opening {
  readonly moment: PaletteMoment;
  readonly typed: () => string;
}

/** What the keys do on every page, and the two dialogs that tell about them. */
export function HouseKeys() {
  const { t } = useTranslation(['common', 'problems']);
  const navigate = useNavigate();
  const me = useMe();
  const live = useLive();
  const toasts = useToast();
  const commands = useCommands();
  useMentionCalls();
  useBellCalls();
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState<Opening | null>(null);
  const notLoaded = () => void toasts.show({ title: t('notLoaded'), detail: t('problems:network'), failed: true });
  // Whoever signs in next has done nothing yet.
  useEffect(() => toasts.forget, [toasts]);
  const savedKeys = useSavedViewKeys();
  useKeys({
    goInbox: () => void navigate({ to: '/inbox', search: {} }),
    goMine: () => void navigate({ to: '/inbox', search: { q: defaultViews.mine } }),
    ...(me.may.includes('wall.read') && { goWall: () => void navigate({ to: '/wall' }) }),
    ...(me.may.includes('audit.read') && { goAudit: () => void navigate({ to: '/audit', search: {} }) }),
    goReview: () => void navigate({ to: '/review', search: {} }),
    ...(me.may.includes('report.read') && { goReports: () => void navigate({ to: '/reports' }) }),
    goChannels: () => void navigate({ to: '/channels' }),
    goBell: () => void navigate({ to: '/notifications' }),
    goSettings: () => void navigate({ to: '/profile' }),
    ...savedKeys,
    pause: () => live.setPaused(!live.paused),
    undo: toasts.undoLast,
    help: () => void loadHelp().then(() => setHelp(true), notLoaded),
    palette: () => {
      // Before it opens: what can be done depends on where the focus is.
      const can = new Set(keyCommands.map(({ id }) => id).filter(commands.can));
      const moment = { can, entries: commands.entries() };
      const typed = holdTyping();
      void loadPalette().then(
        () => setPalette({ moment, typed }),
        () => {
          typed();
          notLoaded();
        },
      );
    },
  });
  return (
    <Suspense>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
      {palette && <Palette {...palette} onClose={() => setPalette(null)} />}
    </Suspense>
  );
}
