import { type Role, roles } from '@stammgast/shared/domain/permissions';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { ChannelName } from '../../components/channel-name.tsx';
import { Check } from '../../components/field.tsx';
import { TickList } from '../../components/tick-list.tsx';

export interface Membership {
  readonly role: Role;
  readonly channelIds: readonly string[];
}

/** What somebody may do, and where. */
export function RoleAndChannels({ value, onChange }: { value: Membership; onChange: (value: Membership) => void }) {
  const { t } = useTranslation('team');
  const name = useId();
  const channels = useQuery(channelsQuery).data ?? [];
  return (
    <>
      <fieldset className="group">
        <legend>{t('form.role')}</legend>
        {roles.map((role) => (
          <Check
            key={role}
            type="radio"
            name={name}
            checked={value.role === role}
            onChange={() => onChange({ ...value, role })}
            label={
              <>
                {t(`common:roles.${role}`)}
                <small>{t(`roleText.${role}`)}</small>
              </>
            }
          />
        ))}
      </fieldset>
      {value.role === 'admin' || channels.length === 0 ? (
        <p className="muted">{value.role === 'admin' ? t('form.channelsAll') : t('form.channelsNone')}</p>
      ) : (
        <TickList
          legend={t('form.channels')}
          choices={channels.map((channel) => ({
            id: channel.id,
            label: <ChannelName platform={channel.platform} name={channel.name} />,
          }))}
          chosen={value.channelIds}
          onChange={(channelIds) => onChange({ ...value, channelIds })}
        />
      )}
    </>
  );
}
