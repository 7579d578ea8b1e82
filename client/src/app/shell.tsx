import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveBar } from './live-bar.tsx';
import { MainNav } from './main-nav.tsx';
import { TabBar } from './tab-bar.tsx';

interface ShellProps {
  readonly banner: ReactNode;
  /** What everybody has to know now, also those who look at a screen on the wall. */
  readonly weather: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page inside the house: skip link, navigation, bar at the bottom on small screens. */
export function Shell({ banner, weather, children }: ShellProps) {
  const { t } = useTranslation();
  const tv = useRouterState({ select: ({ location }) => (location.search as { tv?: string }).tv === '1' });
  return (
    <div className={tv ? 'app on-tv' : 'app'}>
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      {!tv && <MainNav />}
      <div className="stage">
        {!tv && banner}
        {weather}
        <LiveBar />
        {children}
      </div>
      {!tv && <TabBar />}
    </div>
  );
}
