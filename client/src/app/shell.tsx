import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveBar } from './live-bar.tsx';
import { MainNav } from './main-nav.tsx';
import { TabBar } from './tab-bar.tsx';

/** The frame of every page inside the house: skip link, navigation, bar at the bottom on small screens. */
export function Shell({ banner, children }: { banner: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <MainNav />
      <div className="stage">
        {banner}
        <LiveBar />
        {children}
      </div>
      <TabBar />
    </div>
  );
}
