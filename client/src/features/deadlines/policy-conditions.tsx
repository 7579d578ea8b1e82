import { authorKinds, type PolicyTerms } from '@stammgast/shared/contract/sla';
import { listTags } from '@stammgast/shared/contract/work';
import { sentiments } from '@stammgast/shared/domain/assessment';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { SelectField } from '../../components/field.tsx';
import { languageName, languages } from './languages.ts';

export type Conditions = Pick<PolicyTerms, 'channelId' | 'sentiment' | 'urgency' | 'author' | 'tag' | 'language'>;

interface PolicyConditionsProps {
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
  /** None is set, and one has to be. */
  readonly missing: boolean;
}

const urgencies = [1, 2] as const;

/** For which comments a target is: all that is chosen has to be true of them. */
export function PolicyConditions({ conditions, onChange, missing }: PolicyConditionsProps) {
  const { t, i18n } = useTranslation('deadlines');
  const channels = useQuery(channelsQuery).data ?? [];
  const tags = useQuery({ queryKey: ['tags'], queryFn: ({ signal }) => call(listTags, { signal }) }).data?.tags ?? [];
  const names = [...new Set([...tags.map((tag) => tag.name), ...(conditions.tag ? [conditions.tag] : [])])];
  const set = (more: Partial<Conditions>) => onChange({ ...conditions, ...more });
  const choice = <Value extends string | number>(
    key: keyof Conditions,
    values: readonly Value[],
    word: (value: Value) => string,
    more: { hint?: string; error?: string | false } = {},
  ) => (
    <SelectField
      {...more}
      label={t(`form.${key}`)}
      value={conditions[key] ?? ''}
      onChange={(event) => set({ [key]: values.find((value) => String(value) === event.target.value) ?? null })}
    >
      <option value="">{t('policies.any')}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {word(value)}
        </option>
      ))}
    </SelectField>
  );
  const channelWord = (id: string) => {
    const channel = channels.find((one) => one.id === id);
    return channel ? `${channel.name} (${t(`common:platforms.${channel.platform}`)})` : t('policies.gone');
  };
  return (
    <fieldset className="group">
      <legend>{t('form.conditions')}</legend>
      <div className="pair">
        {choice('sentiment', sentiments, (value) => t(`common:sentiments.${value}`), {
          error: missing && t('form.general'),
        })}
        {choice(
          'channelId',
          channels.map((channel) => channel.id),
          channelWord,
        )}
        {choice('urgency', urgencies, (value) => t(`urgency.${value}`))}
        {choice('author', authorKinds, (value) => t(`author.${value}`))}
        {choice('language', languages, (value) => languageName(value, i18n.language))}
        {choice('tag', names, (value) => value, { hint: t('form.tagHint') })}
      </div>
    </fieldset>
  );
}
