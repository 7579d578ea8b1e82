import type { Channel } from '@stammgast/shared/contract/channels';
import { listTeams, type Team } from '@stammgast/shared/contract/teams';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMay } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { ChannelName } from '../../components/channel-name.tsx';
import { Failed } from '../../components/states.tsx';
import { DissolveDialog } from './dissolve-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

/** `team` is null for a new one. */
type Open = { readonly what: 'form' | 'removal'; readonly team: Team | null } | null;

/** Which channels are looked after together. Without teams there is nothing to see for those who draw none. */
export function Teams({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation('channels');
  const mayManage = useMay('channel.manage');
  const [open, setOpen] = useState<Open>(null);
  const list = useQuery({ queryKey: ['channels', 'teams'], queryFn: ({ signal }) => call(listTeams, { signal }) });
  const teams = list.data?.teams ?? [];
  const close = () => setOpen(null);
  const part = useRef<HTMLElement>(null);
  const leave = useWayOn(part, teams);
  if (!mayManage && teams.length === 0) return null;
  return (
    <section className="teams" aria-labelledby="teams" ref={part}>
      <header className="block-head cap-head">
        <h2 id="teams">{t('teams.title')}</h2>
        <span className="meta">{t('teams.note')}</span>
        {mayManage && (
          <Button className="end" kind="quiet" icon="plus" onClick={() => setOpen({ what: 'form', team: null })}>
            {t('teams.add')}
          </Button>
        )}
      </header>
      {list.isError && <Failed error={list.error} title={t('teams.failed')} onRetry={() => void list.refetch()} />}
      {list.data && teams.length === 0 && <p className="muted">{t('teams.empty')}</p>}
      <ul className="plain-list">
        {teams.map((team) => (
          <li key={team.id}>
            <TeamLine team={team} channels={channels} />
            {mayManage && (
              <span className="row-acts end">
                <Button
                  kind="quiet"
                  size="sm"
                  aria-label={t('teams.editOf', { name: team.name })}
                  onClick={() => setOpen({ what: 'form', team })}
                >
                  {t('teams.edit')}
                </Button>
                <Button
                  kind="danger"
                  size="sm"
                  aria-label={t('teams.removeOf', { name: team.name })}
                  onClick={() => setOpen({ what: 'removal', team })}
                >
                  {t('teams.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'form' && <TeamDialog team={open.team} channels={channels} onClose={close} />}
      {open?.what === 'removal' && open.team && <DissolveDialog team={open.team} onClose={close} onDissolved={leave} />}
    </section>
  );
}

/** The buttons of a team go with it: then the focus is on the next one, or on the button for a new one. */
function useWayOn(part: RefObject<HTMLElement | null>, teams: readonly Team[]): (teamId: string) => void {
  const left = useRef<{ teamId: string; at: number }>(null);
  useEffect(() => {
    if (!left.current || teams.some(({ id }) => id === left.current?.teamId)) return;
    const { at } = left.current;
    left.current = null;
    // Whoever has gone on since is not called back.
    if (document.activeElement !== document.body) return;
    const lines = part.current?.querySelectorAll('li') ?? [];
    const line = lines[Math.min(at, lines.length - 1)];
    (line ?? part.current)?.querySelector<HTMLElement>('button')?.focus();
  });
  return (teamId) => {
    left.current = { teamId, at: teams.findIndex(({ id }) => id === teamId) };
  };
}

function TeamLine({ team, channels }: { team: Team; channels: readonly Channel[] }) {
  const { t } = useTranslation('channels');
  const own = channels.filter(({ id }) => team.channelIds.includes(id));
  return (
    <span className="team">
      <b>{team.name}</b>
      {own.map(({ id, platform, name }) => (
        <ChannelName key={id} platform={platform} name={name} />
      ))}
      {own.length === 0 && <span className="muted">{t('teams.none')}</span>}
    </span>
  );
}
