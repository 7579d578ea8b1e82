import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { Avatar } from '../components/avatar.tsx';
import { Icon } from '../components/icon.tsx';
import { Kbd } from '../components/kbd.tsx';
import { NameMark } from '../components/name-mark.tsx';
import { useUnread } from '../features/bell/use-unread.ts';
import { readQueueSearch } from '../features/inbox/queue-search.ts';
import { savedViewOf, useSavedViews } from '../features/inbox/saved/saved-views.ts';
import { useCounts } from '../features/inbox/use-counts.ts';
import { mainViews, viewOf } from '../features/inbox/views.ts';
import { WaitingReviews } from '../features/review/waiting-reviews.tsx';
import { useCommands } from '../keys/keys.tsx';
import { areas } from './areas.ts';
import { LiveButton } from './live-button.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { usePlaceEntries } from './use-place-entries.ts';

// The view decides what is current, not the router's reading of the address.
const exactly = { exact: true, includeSearch: true } as const;

export function MainNav() {
  const { t } = useTranslation(['common', 'inbox']);
  const { run } = useCommands();
  usePlaceEntries();
  const me = useMe();
  const places = useCurrentInSight();
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      <div className="house">
        <NameMark />
        <div>
          <b>{t('appName')}</b>
          <span title={me.house.name}>{me.house.name}</span>
        </div>
      </div>
      <div className="places" ref={places}>
        <div>
          <InboxLinks />
          <ul className="areas">
            <BellLink />
            {areas
              .filter((area) => me.may.includes(area.needs))
              .map((area) => (
                <li key={area.name}>
                  <Link to={area.to}>
                    <Icon name={area.icon} />
                    <span>{t(`nav.${area.name}`)}</span>
                    {area.name === 'review' && <WaitingReviews />}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      </div>
      <div className="foot">
        <LiveButton />
        <button className="live opt" type="button" onClick={() => run('palette')}>
          <Icon name="search" />
          <span>{t('nav.palette')}</span>
          <Kbd command="palette" />
        </button>
        <button className="live opt" type="button" onClick={() => run('help')}>
          <Icon name="keyboard" />
          <span>{t('nav.keys')}</span>
          <Kbd command="help" />
        </button>
        <div className="me">
          <Link to="/profile" className="self" title={t('nav.profile')}>
            <Avatar name={me.name} size="m" />
            <span className="who">
              {me.name}
              <small>{t(`roles.${me.role}`)}</small>
            </span>
          </Link>
          <ThemeSwitch />
        </div>
      </div>
    </nav>
  );
}

/** Where one is stands in sight, also when a key or a link has led there and the list of places is longer than the window. */
function useCurrentInSight() {
  const places = useRef<HTMLDivElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(() => {
    const box = places.current;
    const inside = box?.firstElementChild;
    if (!path || !box || !inside) return;
    // Saved views and typefaces come later, and push it down; whoever moves the list on their own is left alone.
    const show = () => box.querySelector('.areas [aria-current]')?.scrollIntoView({ block: 'nearest' });
    const following = new ResizeObserver(show);
    for (const part of [box, inside]) following.observe(part);
    const ownMove = new AbortController();
    const leaveAlone = () => following.disconnect();
    for (const move of ['wheel', 'pointerdown', 'focusin'])
      box.addEventListener(move, leaveAlone, { passive: true, signal: ownMove.signal });
    return () => {
      following.disconnect();
      ownMove.abort();
    };
  }, [path]);
  return places;
}

function BellLink() {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <li>
      <Link to="/notifications">
        <Icon name="bell" />
        <span>{t('nav.bell')}</span>
        {unread !== '' && (
          <span className="count hot">
            {unread}
            <span className="sr"> {t('unread')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** At the end of its line: where it grows by a digit another one takes its place, or its text would move while it counts. */
function Count({ of, hot = false }: { of: string; hot?: boolean }) {
  return (
    <span key={of.length} className={hot ? 'count hot' : 'count'}>
      {of}
    </span>
  );
}

function InboxLinks() {
  const { t } = useTranslation(['common', 'inbox']);
  const counts = useCounts();
  const location = useRouterState({ select: (state) => state.location });
  const inside = location.pathname.startsWith('/inbox');
  const search = readQueueSearch(location.search);
  const saved = useSavedViews();
  const savedHere = inside ? savedViewOf(saved, search) : undefined;
  const current = inside && !savedHere ? viewOf(search) : undefined;
  return (
    <>
      <ul>
        <li>
          <Link to="/inbox" search={{}} className={inside ? 'parent is-here' : 'parent'} activeOptions={exactly}>
            <Icon name="inbox" />
            <span>{t('nav.inbox')}</span>
            <span className="count rail-only">{counts.show('open')}</span>
          </Link>
        </li>
      </ul>
      <ul className="views" aria-label={t('nav.views')}>
        {mainViews.map((view) => (
          <li key={view.name}>
            <Link
              to="/inbox"
              search={view.search}
              activeOptions={exactly}
              aria-current={current === view ? 'page' : undefined}
            >
              <span>{t(`inbox:views.${view.name}`)}</span>
              {view.count && <Count of={counts.show(view.count)} hot={counts.hot(view.count)} />}
            </Link>
          </li>
        ))}
      </ul>
      {saved.length > 0 && (
        <ul className="views saved" aria-label={t('nav.savedViews')}>
          {saved.map((view) => (
            <li key={view.id}>
              <Link
                to="/inbox"
                search={view.search}
                activeOptions={exactly}
                aria-current={savedHere?.id === view.id ? 'page' : undefined}
              >
                <span className="ellip">{view.name}</span>
                <Count of={view.count} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
