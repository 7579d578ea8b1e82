import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { SelectField } from '../../components/field.tsx';
import type { WrittenSnippet } from './written-snippet.ts';

interface ScopeFieldsProps {
  readonly language: WrittenSnippet['language'];
  readonly channelId: string | null;
  readonly onChange: (change: Partial<WrittenSnippet>) => void;
}

/** Where a snippet is offered: in which language, and on which channel. */
export function ScopeFields({ language, channelId, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation('snippet-page');
  const channels = useQuery(channelsQuery).data ?? [];
  const known = channelId === null || channels.some(({ id }) => id === channelId);
  return (
    <div className="pair">
      <SelectField
        label={t('form.language')}
        value={language}
        onChange={(event) => onChange({ language: event.target.value === 'en' ? 'en' : 'de' })}
      >
        <option value="de">{t('language.de')}</option>
        <option value="en">{t('language.en')}</option>
      </SelectField>
      <SelectField
        label={t('form.channel')}
        value={channelId ?? ''}
        onChange={(event) => onChange({ channelId: event.target.value || null })}
      >
        <option value="">{t('all')}</option>
        {!known && <option value={channelId}>{t('gone')}</option>}
        {channels.map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name} ({t(`common:platforms.${channel.platform}`)})
          </option>
        ))}
      </SelectField>
    </div>
  );
}
