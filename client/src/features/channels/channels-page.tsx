import '../../styles/administration.css';
import '../../styles/channels.css';
import type { Channel } from '@stammgast/shared/contract/channels';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { usePageTitle } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { CapabilityTable } from './capability-table.tsx';
import { ChannelDetail } from './channel-detail.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { countStates } from './health.ts';
import { HealthTable } from './health-table.tsx';
import { Teams } from './teams.tsx';

/** Which channels deliver, which do not, and what each can do. */
export function ChannelsPage() {
  const { t } = useTranslation('channels');
  const channels = useQuery(channelsQuery);
  const mayManage = useMay('channel.manage');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [connecting, setConnecting] = useState(false);
  usePageTitle(t('title'));
  const list = channels.data ?? [];
  const chosen = list.find(({ id }) => id === chosenId) ?? null;
  const connect = mayManage && (
    <Button kind="primary" icon="plus" onClick={() => setConnecting(true)}>
      {t('connect')}
    </Button>
  );
  return (
    <main className={chosen ? 'main cpanes' : 'main cpanes alone'} id="content" tabIndex={-1}>
      <div className="cmain">
        <div className="page">
          <header className="page-head">
            <h1>{t('title')}</h1>
            {channels.data && <Summary channels={list} />}
            {list.length > 0 && connect && <div className="end">{connect}</div>}
          </header>
          {channels.isPending && <Skeleton lines={8} />}
          {channels.isError && (
            <Failed error={channels.error} title={t('failed')} onRetry={() => void channels.refetch()} />
          )}
          {channels.data && (
            <ChannelLists channels={list} chosenId={chosenId} onChoose={setChosenId} connect={connect} />
          )}
        </div>
      </div>
      {chosen && <ChannelDetail key={chosen.id} channel={chosen} onClose={() => setChosenId(null)} />}
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} onConnected={setChosenId} />}
    </main>
  );
}

interface ChannelListsProps {
  readonly channels: readonly Channel[];
  readonly chosenId: string | null;
  readonly onChoose: (channelId: string) => void;
  /** The way to a first channel, for those who may. */
  readonly connect: ReactNode;
}

function ChannelLists({ channels, chosenId, onChoose, connect }: ChannelListsProps) {
  const { t } = useTranslation('channels');
  if (channels.length === 0) {
    return (
      <Empty title={t('empty.title')} action={connect}>
        <p>{connect ? t('empty.text') : t('empty.member')}</p>
      </Empty>
    );
  }
  return (
    <>
      <HealthTable channels={channels} chosenId={chosenId} onChoose={onChoose} />
      <Teams channels={channels} />
      <CapabilityTable channels={channels} chosenId={chosenId} />
    </>
  );
}

function Summary({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation('channels');
  const { connected, failing, paused } = countStates(channels);
  const parts = [
    t('summary.connected', { count: connected }),
    ...(failing > 0 ? [t('summary.failing', { count: failing })] : []),
    ...(paused > 0 ? [t('summary.paused', { count: paused })] : []),
  ];
  return <p className="muted">{parts.join(' · ')}</p>;
}
