import { breakdowns, type ReportQuestion } from '@stammgast/shared/contract/reports';
import { getDeadlines } from '@stammgast/shared/contract/sla';
import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import { dateOf, dayOf, daysIn, grains } from '@stammgast/shared/domain/reports/period';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { channelsQuery, teamsOf } from '../../api/people-and-channels.ts';
import { Field, SelectField } from '../../components/field.tsx';
import { type PresetName, presetNames, presetOf, presets, type ReportSearch } from './report-search.ts';

interface FiltersProps {
  readonly question: ReportQuestion;
  readonly today: string;
  readonly onChange: (search: ReportSearch) => void;
}

/** Which period, in which parts, broken down and limited to what. Each choice asks at once. */
export function Filters({ question, today, onChange }: FiltersProps) {
  const { t } = useTranslation(['reports', 'common']);
  const channels = useQuery(channelsQuery).data ?? [];
  const teams = teamsOf(channels);
  const deadlines = useQuery({ queryKey: ['deadlines'], queryFn: ({ signal }) => call(getDeadlines, { signal }) });
  const policies = [
    ...new Set([
      ...(deadlines.data?.policies ?? []).map(({ name }) => name),
      ...(question.policy ? [question.policy] : []),
    ]),
  ];
  const change = (changed: { [Name in keyof ReportSearch]?: ReportSearch[Name] | undefined }) =>
    onChange(withoutEmpty({ ...question, ...changed }));
  const select = (
    name: 'channel' | 'team' | 'policy' | 'sentiment' | 'topic',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <SelectField
      label={t(`filters.${name}`)}
      value={question[name] ?? ''}
      // Another team has other channels.
      onChange={(event) =>
        change({ ...(name === 'team' && { channel: undefined }), [name]: event.target.value || undefined })
      }
    >
      <option value="">{t('filters.all')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
  return (
    <form
      className="report-filters no-print"
      aria-label={t('filters.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <PeriodChoice question={question} today={today} onChange={change} />
      <SelectField
        label={t('filters.grain')}
        value={question.grain}
        onChange={(event) => change({ grain: grains.find((one) => one === event.target.value) })}
      >
        {grains.map((grain) => (
          <option key={grain} value={grain}>
            {t(`grain.${grain}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('filters.by')}
        value={question.by}
        onChange={(event) => change({ by: breakdowns.find((one) => one === event.target.value) })}
      >
        {breakdowns
          .filter((by) => by !== 'team' || by === question.by || teams.length > 0)
          .map((by) => (
            <option key={by} value={by}>
              {t(`by.${by}`)}
            </option>
          ))}
      </SelectField>
      {(teams.length > 0 || question.team !== undefined) &&
        select('team', [
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ...(question.team !== undefined && !teams.some(({ id }) => id === question.team)
            ? [{ value: question.team, label: t('goneTeam') }]
            : []),
        ])}
      {select(
        'channel',
        (question.team === undefined ? channels : channels.filter((one) => one.team?.id === question.team)).map(
          ({ id, name, platform }) => ({
            value: id,
            label: `${name} (${t(`common:platforms.${platform}`)})`,
          }),
        ),
      )}
      {select(
        'sentiment',
        sentiments.map((value) => ({ value, label: t(`common:sentiments.${value}`) })),
      )}
      {select(
        'topic',
        topics.map((value) => ({ value, label: t(`common:topics.${value}`) })),
      )}
      {select(
        'policy',
        policies.map((value) => ({ value, label: value })),
      )}
    </form>
  );
}

/** A period by its name, or by its days; the last day is part of it, as people say it. */
function PeriodChoice({ question, today, onChange }: FiltersProps) {
  const { t } = useTranslation('reports');
  const preset = presetOf(question, today);
  const [own, setOwn] = useState(false);
  const custom = own || !preset;
  const last = dateOf(dayOf(question.to) - 1);
  const set = (from: string, to: string) => {
    const valid = from !== '' && to !== '' && daysIn({ from, to }) >= 0;
    if (valid) onChange({ from, to: dateOf(dayOf(to) + 1) });
  };
  return (
    <>
      <SelectField
        label={t('filters.period')}
        value={custom ? 'own' : preset}
        onChange={(event) => {
          const name = presetNames.find((one) => one === event.target.value);
          setOwn(!name);
          if (name) onChange(presets[name satisfies PresetName](today));
        }}
      >
        {presetNames.map((name) => (
          <option key={name} value={name}>
            {t(`presets.${name}`)}
          </option>
        ))}
        <option value="own">{t('presets.own')}</option>
      </SelectField>
      {custom && (
        <>
          <Field
            type="date"
            label={t('filters.from')}
            defaultValue={question.from}
            key={`from ${question.from}`}
            onBlur={(event) => set(event.target.value, last)}
          />
          <Field
            type="date"
            label={t('filters.to')}
            defaultValue={last}
            key={`to ${last}`}
            onBlur={(event) => set(question.from, event.target.value)}
          />
        </>
      )}
    </>
  );
}

function withoutEmpty(search: object): ReportSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as ReportSearch;
}
