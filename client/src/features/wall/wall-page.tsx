import { localeTag } from '@stammgast/shared/domain/locale';
import '../../styles/administration.css';
import '../../styles/wall.css';
import type { Channel } from '@stammgast/shared/contract/channels';
import type { Wall, WallNumbers, WallScope, WallUsual } from '@stammgast/shared/contract/wall';
import { termsOfWall } from '@stammgast/shared/domain/wall-lists';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { useTimes } from '../../components/use-times.ts';
import { useLive } from '../../live/live.tsx';
import { AnsweringPanel } from './answering-panel.tsx';
import { ChannelHealth } from './channel-health.tsx';
import { Figures } from './figures.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { HeatMap } from './heat-map.tsx';
import { NextDeadlines } from './next-deadlines.tsx';
import { useWall } from './use-wall.ts';
import { WallFilters } from './wall-filters.tsx';
import type { HeatView, WallSearch } from './wall-search.ts';
import { Workload } from './workload.tsx';

/** The lead's first page: what stands now, what the period was like, and what is usual. */
export function WallPage() {
  const { t } = useTranslation('wall');
  const search = useSearch({ from: '/house/wall' });
  const { now, numbers, usual } = useWall(search.period ?? 'today', scopeOf(search));
  const channels = useQuery(channelsQuery).data ?? [];
  const failed = [now, numbers, usual].find(({ isError, data }) => isError && !data);
  return (
    <Page
      title={t('title')}
      note={now.data && <About wall={now.data} search={search} />}
      actions={
        <>
          {now.data && <AsOf at={now.data.at} />}
          {search.tv ? <Hold /> : <Controls search={search} channels={channels} />}
        </>
      }
    >
      {failed && <Failed error={failed.error} title={t('failed')} onRetry={() => void failed.refetch()} />}
      {!failed && !(now.data && numbers.data) && <Skeleton lines={6} />}
      {now.data && numbers.data && <Panels search={search} wall={now.data} numbers={numbers.data} usual={usual.data} />}
    </Page>
  );
}

const scopeOf = ({ team, channel }: WallSearch): WallScope => ({ team, channel });

interface PanelsProps {
  readonly search: WallSearch;
  readonly wall: Wall;
  readonly numbers: WallNumbers;
  readonly usual: WallUsual | undefined;
}

/** On a screen that all see there are no names of colleagues. */
function Panels({ search, wall, numbers, usual }: PanelsProps) {
  const { tv, period = 'today', heat = 'inflow' } = search;
  const navigate = useNavigate();
  const showHeat = (view: HeatView) => void navigate({ to: '/wall', search: { ...search, heat: view }, replace: true });
  const channel = termsOfWall(wall, search.channel);
  const scope = scopeOf(search);
  const common = { numbers, period, channel, far: tv === '1' };
  return (
    <div className="wall">
      <Figures wall={wall} numbers={numbers} usual={usual} channel={channel} />
      <div className="cols">
        <NextDeadlines channel={channel} named={!tv} />
        {usual ? <AnsweringPanel {...common} usual={usual} /> : <Waiting />}
        {!tv && <Workload wall={wall} channel={channel} scope={scope} />}
        {usual ? <FlowPanel {...common} usual={usual} /> : <Waiting />}
        <ChannelHealth wall={wall} usual={usual} />
        {!tv && usual && <HeatMap heat={usual.heat} channel={channel} scope={scope} view={heat} onView={showHeat} />}
      </div>
    </div>
  );
}

function Controls({ search, channels }: { search: WallSearch; channels: readonly Channel[] }) {
  const { t } = useTranslation('wall');
  return (
    <>
      <WallFilters search={search} channels={channels} />
      <Hold />
      <Link className="btn quiet icon" to="/wall" search={{ ...search, tv: '1' }} aria-label={t('tv')} title={t('tv')}>
        <Icon name="tv" />
      </Link>
    </>
  );
}

const Waiting = () => (
  <section className="waiting">
    <Skeleton lines={4} />
  </section>
);

function Hold() {
  const { t } = useTranslation();
  const { paused, setPaused } = useLive();
  return (
    <Button icon="pause" command="pause" aria-pressed={paused} onClick={() => setPaused(!paused)}>
      {t(paused ? 'live.held' : 'live.hold')}
    </Button>
  );
}

/** On a screen without filters it has to be said what is limited. */
function About({ wall, search: { tv, channel } }: { wall: Wall; search: WallSearch }) {
  const name = wall.channels.find(({ id }) => id === channel)?.name;
  return (
    <>
      <Today at={wall.at} />
      {tv && [wall.team, name].map((limit) => limit && ` · ${limit}`)}
    </>
  );
}

function Today({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const { timeZone } = useMe().house;
  return new Date(at).toLocaleDateString(localeTag(i18n.language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function AsOf({ at }: { at: string }) {
  const { t, i18n } = useTranslation('wall');
  const times = useTimes();
  const { timeZone } = useMe().house;
  const time = new Date(at).toLocaleTimeString(localeTag(i18n.language), { timeZone, hour12: false });
  return <span className="meta num">{t('asOf', { time: times.named(time, at) })}</span>;
}
