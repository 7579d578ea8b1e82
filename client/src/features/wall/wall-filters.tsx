import type { Channel } from '@stammgast/shared/contract/channels';
import { type WallPeriod, wallPeriods } from '@stammgast/shared/contract/wall';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { teamsOf } from '../../api/people-and-channels.ts';
import type { WallSearch } from './wall-search.ts';

/** Team, channel and period; all stand in the address. */
export function WallFilters({ search, channels }: { search: WallSearch; channels: readonly Channel[] }) {
  const { t } = useTranslation(['wall', 'common']);
  const name = useId();
  const navigate = useNavigate();
  const go = (next: WallSearch) => void navigate({ to: '/wall', search: next, replace: true });
  const { team, channel, ...rest } = search;
  const { period = 'today' } = search;
  const teams = teamsOf(channels);
  const ofTeam = team === undefined ? channels : channels.filter((one) => one.team?.id === team);
  const chooseTeam = (id: string) => go({ ...rest, ...(id !== '' && { team: id }) });
  const chooseChannel = (id: string) =>
    go({ ...rest, ...(team !== undefined && { team }), ...(id !== '' && { channel: id }) });
  const choosePeriod = (one: WallPeriod) => go({ ...search, period: one });
  return (
    <>
      {(teams.length > 0 || team !== undefined) && (
        <label>
          <span className="sr">{t('teamFilter')}</span>
          <select className="input" value={team ?? ''} onChange={(event) => chooseTeam(event.target.value)}>
            <option value="">{t('allTeams')}</option>
            {team !== undefined && !teams.some(({ id }) => id === team) && (
              <option value={team}>{t('teamGone')}</option>
            )}
            {teams.map(({ id, name: label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="sr">{t('channelFilter')}</span>
        <select className="input" value={channel ?? ''} onChange={(event) => chooseChannel(event.target.value)}>
          <option value="">{t('allChannels')}</option>
          {ofTeam.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({t(`common:platforms.${one.platform}`)})
            </option>
          ))}
        </select>
      </label>
      <fieldset className="group">
        <legend className="sr">{t('window')}</legend>
        <span className="seg radio">
          {wallPeriods.map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={one === period} onChange={() => choosePeriod(one)} />
              {t(`period.${one}`)}
            </label>
          ))}
        </span>
      </fieldset>
    </>
  );
}
