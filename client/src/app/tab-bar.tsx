import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { Icon } from '../components/icon.tsx';
import { Menu, MenuItem } from '../components/menu.tsx';
import { useUnread } from '../features/bell/use-unread.ts';
import { readQueueSearch } from '../features/inbox/queue-search.ts';
import { useCounts } from '../features/inbox/use-counts.ts';
import { viewOf } from '../features/inbox/views.ts';
import { useCommands } from '../keys/keys.tsx';
import { useLive } from '../live/live.tsx';
import { areas } from './areas.ts';

/** Navigation below 800 px: two inboxes, the wall where allowed, everything else under “more”. */
// The view decides what is current, not the router's reading of the address.
const exactly = { exact: true, includeSearch: true } as const;

export function TabBar() {
  const { t } = useTranslation();
  const me = useMe();
  const counts = useCounts();
  const unread = useUnread();
  const navigate = useNavigate();
  const { run } = useCommands();
  const { paused, setPaused } = useLive();
  const { pathname, search } = useRouterState({ select: (state) => state.location });
  const inbox = pathname.startsWith('/inbox');
  const mine = inbox && viewOf(readQueueSearch(search)).name === 'mine';
  const seen = areas.filter((area) => me.may.includes(area.needs));
  return (
    <nav className="tabbar" aria-label={t('nav.mainShort')}>
      <Link to="/inbox" search={{}} activeOptions={exactly} aria-current={inbox && !mine ? 'page' : undefined}>
        <Icon name="inbox" large />
        <span>{t('nav.inbox')}</span>
        <span className="count">{counts.show('open')}</span>
      </Link>
      <Link
        to="/inbox"
        search={{ q: defaultViews.mine }}
        activeOptions={exactly}
        aria-current={mine ? 'page' : undefined}
      >
        <Icon name="user" large />
        <span>{t('nav.mine')}</span>
        <span className="count">{counts.show('mine')}</span>
      </Link>
      {seen.some((area) => area.name === 'wall') && (
        <Link to="/wall">
          <Icon name="wall" large />
          <span>{t('nav.wall')}</span>
        </Link>
      )}
      <Menu
        label={t('nav.more')}
        button={(props) => (
          <button type="button" className="tab" {...props}>
            <Icon name="menu" large />
            <span>{t('nav.more')}</span>
            {unread !== '' && <span className="count hot">{unread}</span>}
          </button>
        )}
      >
        <MenuItem onChoose={() => void navigate({ to: '/notifications' })}>
          <Icon name="bell" />
          {t('nav.bell')}
          {unread !== '' && <span className="count hot">{unread}</span>}
        </MenuItem>
        {seen
          .filter((area) => area.name !== 'wall')
          .map((area) => (
            <MenuItem key={area.name} onChoose={() => void navigate({ to: area.to })}>
              <Icon name={area.icon} />
              {t(`nav.${area.name}`)}
            </MenuItem>
          ))}
        <MenuItem onChoose={() => setPaused(!paused)}>
          <Icon name={paused ? 'refresh' : 'pause'} />
          {t(paused ? 'live.goOn' : 'live.hold')}
        </MenuItem>
        <MenuItem onChoose={() => run('palette')}>
          <Icon name="search" />
          {t('nav.palette')}
        </MenuItem>
        <MenuItem onChoose={() => void navigate({ to: '/profile' })}>
          <Icon name="user" />
          {t('nav.profile')}
        </MenuItem>
      </Menu>
    </nav>
  );
}
