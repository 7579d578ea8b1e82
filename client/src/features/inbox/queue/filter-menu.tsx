import { queueStates } from '@stammgast/shared/contract/threads';
import { sentiments } from '@stammgast/shared/domain/assessment';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, colleaguesQuery } from '../../../api/people-and-channels.ts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/field.tsx';
import { placeBelow } from '../../../components/place-below.ts';
import { FilterChip } from '../../../components/tag.tsx';
import { type QueueSearch, readQueueSearch } from '../queue-search.ts';

function useChange(search: QueueSearch) {
  const navigate = useNavigate();
  return (change: { [name in keyof QueueSearch]?: string | undefined }) =>
    void navigate({ to: '/inbox', search: readQueueSearch({ ...search, ...change }) });
}

/** A popover with the filters; each change shows at once behind it. */
export function FilterMenu({ search }: { search: QueueSearch }) {
  const { t } = useTranslation(['inbox', 'common']);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const channels = useQuery(channelsQuery).data ?? [];
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const change = useChange(search);
  const choice = (name: 'state' | 'sentiment' | 'channel' | 'assignee', label: string, options: ReactNode) => (
    <SelectField label={label} value={search[name] ?? ''} onChange={(event) => change({ [name]: event.target.value })}>
      {options}
    </SelectField>
  );
  const any = <option value="">{t('filter.any')}</option>;
  return (
    <>
      <Button ref={anchor} kind="quiet" icon="filter" popoverTarget={id} aria-haspopup="dialog">
        {t('filter.button')}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('filter.button')}
        className="menu filters"
        onBeforeToggle={(event) => anchor.current && placeBelow(event.currentTarget, anchor.current)}
      >
        {choice(
          'state',
          t('filter.state'),
          queueStates.map((state) => (
            <option key={state} value={state === 'open' ? '' : state}>
              {t(`states.${state}`)}
            </option>
          )),
        )}
        {choice(
          'sentiment',
          t('filter.sentiment'),
          <>
            {any}
            {sentiments.map((sentiment) => (
              <option key={sentiment} value={sentiment}>
                {t(`common:sentiments.${sentiment}`)}
              </option>
            ))}
          </>,
        )}
        {choice(
          'channel',
          t('filter.channel'),
          <>
            {any}
            {channels.map((channel) => (
              <option key={channel.id} value={channel.id}>
                {channel.name}
              </option>
            ))}
          </>,
        )}
        {choice(
          'assignee',
          t('filter.assignee'),
          <>
            {any}
            <option value="me">{t('filter.me')}</option>
            <option value="none">{t('common:nobody')}</option>
            {colleagues.map((colleague) => (
              <option key={colleague.id} value={colleague.id}>
                {colleague.name}
              </option>
            ))}
          </>,
        )}
      </div>
    </>
  );
}

/** The filters that narrow the view, each with a way to take it off. */
export function FilterChips({ search, viewSearch }: { search: QueueSearch; viewSearch: QueueSearch }) {
  const { t } = useTranslation(['inbox', 'common']);
  const channels = useQuery(channelsQuery).data ?? [];
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const change = useChange(search);
  const words: { [name in keyof QueueSearch]?: string | undefined } = {
    state: search.state && t(`states.${search.state}`),
    sentiment: search.sentiment && t(`common:sentiments.${search.sentiment}`),
    channel: search.channel && (channels.find((one) => one.id === search.channel)?.name ?? t('filter.channel')),
    assignee: search.assignee && assigneeWords(search.assignee),
  };
  const on = (Object.keys(words) as (keyof QueueSearch)[]).filter(
    (name) => words[name] && viewSearch[name] !== search[name],
  );
  if (on.length === 0) return null;
  return (
    <div className="chips">
      {on.map((name) => (
        <FilterChip
          key={name}
          label={t('filter.remove', { filter: words[name] })}
          onRemove={() => change({ [name]: undefined })}
        >
          {words[name]}
        </FilterChip>
      ))}
    </div>
  );

  function assigneeWords(assignee: string): string {
    if (assignee === 'me') return t('filter.me');
    if (assignee === 'none') return t('common:nobody');
    return colleagues.find((one) => one.id === assignee)?.name ?? t('filter.assignee');
  }
}
