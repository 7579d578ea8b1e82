import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, colleaguesQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { FilterChip } from '../../components/tag.tsx';
import { type AuditSearch, kindsByTopic } from './audit-search.ts';

interface Props {
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ search, onChange }: Props) {
  const { t } = useTranslation('audit');
  const people = useQuery(colleaguesQuery).data ?? [];
  const channels = useQuery(channelsQuery).data ?? [];
  const set = (name: keyof AuditSearch, value: string) => {
    const { [name]: _, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <search className="trail-filters" aria-label={t('filters')}>
      <Choice label={t('person')} value={search.person} onChoose={(value) => set('person', value)}>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('kind')} value={search.kind} onChoose={(value) => set('kind', value)}>
        {kindsByTopic.map(({ topic, kinds }) => (
          <optgroup key={topic} label={t(`topics.${topic}`)}>
            <option value={topic}>{t('allOf', { topic: t(`topics.${topic}`) })}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
      <Choice label={t('channel')} value={search.channel} onChoose={(value) => set('channel', value)}>
        {channels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Field
        label={t('from')}
        type="date"
        value={search.from ?? ''}
        max={search.until}
        onChange={(event) => set('from', event.target.value)}
      />
      <Field
        label={t('until')}
        type="date"
        value={search.until ?? ''}
        min={search.from}
        onChange={(event) => set('until', event.target.value)}
      />
      <AccountField key={search.account} value={search.account ?? ''} onLook={(value) => set('account', value)} />
      {search.thread && (
        <p className="one-thread">
          <FilterChip label={t('anyThread')} onRemove={() => set('thread', '')}>
            {t('oneThread')}
          </FilterChip>
        </p>
      )}
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}
function Choice({ label, value = '', onChoose, children }: ChoiceProps) {
  const { t } = useTranslation('audit');
  return (
    <SelectField label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{t('any')}</option>
      {children}
    </SelectField>
  );
}

/** Looked for when it is complete: of an account nothing but its mark is kept. */
function AccountField({ value, onLook }: { value: string; onLook: (value: string) => void }) {
  const { t } = useTranslation('audit');
  const [text, setText] = useState(value);
  return (
    <form
      className="account"
      onSubmit={(event) => {
        event.preventDefault();
        onLook(text.trim());
      }}
    >
      <Field
        label={t('account')}
        hint={t('accountHint')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('look')}</Button>
    </form>
  );
}
