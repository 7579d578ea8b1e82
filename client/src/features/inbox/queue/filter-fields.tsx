import { sentiments } from '@stammgast/shared/domain/assessment';
import { nameAmong, termOfPerson, termsOfChannel } from '@stammgast/shared/domain/search/names';
import type { IsWord, SearchTerm } from '@stammgast/shared/domain/search/search';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, colleaguesQuery, teamsOf } from '../../../api/people-and-channels.ts';
import { SelectField } from '../../../components/field.tsx';
import type { QueueSearch } from '../queue-search.ts';
import { termsWith, withTerms } from '../search-parts.ts';
import { useSearchChange } from './use-search-change.ts';

const states = [
  'open',
  'soon',
  'overdue',
  'waiting',
  'snoozed',
  'approval',
  'attention',
  'unread',
  'done',
] as const satisfies readonly IsWord[];

interface Choice {
  readonly label: string;
  readonly terms: readonly SearchTerm[];
}

/** The most wanted conditions as lists to choose from; each change shows at once behind them. */
export function FilterFields({ search: address }: { search: QueueSearch }) {
  const { t } = useTranslation(['inbox', 'common']);
  const channels = useQuery(channelsQuery).data ?? [];
  const teams = teamsOf(channels);
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const { search, change } = useSearchChange(address);
  /** A field for some keys. Terms that it has no choice for are kept until another is chosen. */
  const field = (label: string, keys: readonly SearchTerm['key'][], choices: readonly Choice[]): ReactNode => {
    const now = JSON.stringify(termsWith(search, keys));
    const at = choices.findIndex(({ terms }) => JSON.stringify(terms) === now);
    const chosen = now === '[]' ? '' : at < 0 ? 'other' : String(at);
    return (
      <SelectField
        label={label}
        value={chosen}
        onChange={({ target }) => change(withTerms(search, keys, choices[Number(target.value || -1)]?.terms ?? []))}
      >
        <option value="">{t('filter.any')}</option>
        {chosen === 'other' && (
          <option value="other" disabled>
            {t('filter.other')}
          </option>
        )}
        {choices.map((choice, index) => (
          <option key={JSON.stringify(choice.terms)} value={index}>
            {choice.label}
          </option>
        ))}
      </SelectField>
    );
  };
  return (
    <>
      {field(
        t('filter.state'),
        ['is'],
        states.map((state) => ({ label: t(`states.${state}`), terms: [{ key: 'is', value: state }] })),
      )}
      {field(
        t('filter.sentiment'),
        ['sentiment'],
        sentiments.map((sentiment) => ({
          label: t(`common:sentiments.${sentiment}`),
          terms: [{ key: 'sentiment', value: sentiment }],
        })),
      )}
      {field(
        t('filter.channel'),
        ['channel', 'account'],
        channels.map((channel) => ({ label: channel.name, terms: termsOfChannel(channel, channels) })),
      )}
      {teams.length > 0 &&
        field(
          t('filter.team'),
          ['team'],
          teams.map(({ name }): Choice => ({ label: name, terms: [{ key: 'team', value: name }] })),
        )}
      {field(
        t('filter.assignee'),
        ['assignee'],
        [
          { label: t('filter.me'), terms: [{ key: 'assignee', value: 'me' }] },
          { label: t('common:nobody'), terms: [{ key: 'assignee', value: 'none' }] },
          ...colleagues.map(
            (one): Choice => ({
              label: nameAmong(one, colleagues),
              terms: [termOfPerson(one, colleagues)],
            }),
          ),
        ],
      )}
    </>
  );
}
