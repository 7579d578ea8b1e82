import { changeReviewSettings, type ReviewSettings, type ReviewState } from '@stammgast/shared/contract/reviewers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Field, Switch } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed, Skeleton } from '../../components/states.tsx';
import { reviewStateQuery } from './queries.ts';

/** Shares of the draw, goals, and what reviewers see. */
export function SettingsView() {
  const state = useQuery(reviewStateQuery);
  if (state.isError) return <Failed error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <Skeleton lines={6} />;
  return <SettingsForm state={state.data} />;
}

function SettingsForm({ state }: { state: ReviewState }) {
  const { t } = useTranslation(['review', 'common']);
  const client = useQueryClient();
  const problem = useProblemText('review');
  const [values, setValues] = useState<ReviewSettings>(state.settings);
  const saving = useMutation({
    mutationFn: () => call(changeReviewSettings, { body: values }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', 'state'] }),
  });
  const set = (change: Partial<ReviewSettings>) => {
    saving.reset();
    setValues((now) => ({ ...now, ...change }));
  };
  const number = (name: 'percent' | 'twicePercent' | 'goal', most: number) => ({
    label: t(`settings.${name}`),
    hint: t(`settings.${name}Hint`),
    type: 'number',
    min: name === 'goal' ? 1 : 0,
    max: most,
    required: true,
    value: values[name],
    onChange: (event: { target: HTMLInputElement }) => set({ [name]: event.target.valueAsNumber || 0 }),
  });
  const own = (channelId: string, text: string) => {
    const { [channelId]: _, ...rest } = values.channels;
    set({ channels: text === '' ? rest : { ...rest, [channelId]: Number(text) } });
  };
  return (
    <form
      className="form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <div className="pair">
        <Field {...number('percent', 100)} />
        <Field {...number('twicePercent', 100)} />
      </div>
      <Field {...number('goal', 500)} />
      <fieldset className="group">
        <legend>{t('settings.channels')}</legend>
        <p className="hint">{t('settings.channelsHint')}</p>
        <div className="shares">
          {state.channels.map((channel) => (
            <Field
              key={channel.id}
              label={`${t(`common:platforms.${channel.platform}`)} · ${channel.name}`}
              type="number"
              min={0}
              max={100}
              placeholder={String(values.percent)}
              value={values.channels[channel.id] ?? ''}
              onChange={(event) => own(channel.id, event.target.value)}
            />
          ))}
        </div>
      </fieldset>
      <Switch
        label={t('settings.hideAuthor')}
        checked={values.hideAuthor}
        onChange={(event) => set({ hideAuthor: event.target.checked })}
      />
      {saving.isError && <Notice kind="error">{problem(saving.error)}</Notice>}
      {saving.isSuccess && <Notice kind="ok">{t('common:saved')}</Notice>}
      <p className="form-acts">
        <Button type="submit" kind="primary" size="lg" busy={saving.isPending}>
          {t('common:save')}
        </Button>
      </p>
    </form>
  );
}
