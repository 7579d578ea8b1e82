import type { Channel } from '@stammgast/shared/contract/channels';
import { type WallPeriod, wallPeriods } from '@stammgast/shared/contract/wall';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallSearch } from './wall-search.ts';

/** Channel and period; both stand in the address. */
export function WallFilters({ search, channels }: { search: WallSearch; channels: readonly Channel[] }) {
  const { t } = useTranslation(['wall', 'common']);
  const name = useId();
  const navigate = useNavigate();
  const go = (next: WallSearch) => void navigate({ to: '/wall', search: next, replace: true });
  const { channel, period = 'today', ...rest } = search;
  const chooseChannel = (id: string) => go({ ...rest, period, ...(id !== '' && { channel: id }) });
  const choosePeriod = (one: WallPeriod) => go({ ...search, period: one });
  return (
    <>
      <label>
        <span className="sr">{t('channelFilter')}</span>
        <select className="input" value={channel ?? ''} onChange={(event) => chooseChannel(event.target.value)}>
          <option value="">{t('allChannels')}</option>
          {channels.map((one) => (
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
