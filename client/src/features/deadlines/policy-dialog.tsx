import { addPolicy, changePolicy, type SlaPolicy } from '@stammgast/shared/contract/sla';
import { type Sentiment, sentiments } from '@stammgast/shared/domain/assessment';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useFirstError } from '../../components/use-first-error.ts';
import { readTargets, type Targets, toTargets } from './target.ts';
import { TargetFields } from './target-fields.tsx';

/** Adds a target, or changes the one given. The default one keeps matching everything. */
export function PolicyDialog({ policy, onClose }: { policy?: SlaPolicy; onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const problemText = useProblemText('deadlines');
  const toast = useToast();
  const queryClient = useQueryClient();
  const [name, setName] = useState(policy?.name ?? '');
  const [sentiment, setSentiment] = useState<Sentiment | null>(policy?.sentiment ?? null);
  const [channelId, setChannelId] = useState<string | null>(policy?.channelId ?? null);
  const [targets, setTargets] = useState<Targets>(() => toTargets(policy));
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);
  const read = readTargets(targets);
  const saving = useMutation({
    mutationFn: (minutes: NonNullable<typeof read.minutes>) => {
      const body = { name, sentiment, channelId, ...minutes };
      return policy ? call(changePolicy, { params: { policyId: policy.id }, body }) : call(addPolicy, { body });
    },
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['deadlines'] });
      toast.show({ title: t('form.saved', { name: saved.name }) });
      onClose();
    },
  });
  const submit = () => {
    setTries((count) => count + 1);
    if (name.trim() !== '' && read.minutes) saving.mutate(read.minutes);
  };
  return (
    <Dialog
      title={policy ? t('form.editTitle', { name: policy.name }) : t('form.addTitle')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('form.saving') : t('form.save')}
          </Button>
        </>
      }
    >
      <div className="form" ref={frame}>
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <Field
          label={t('form.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          error={tries > 0 && name.trim() === '' && t('form.required')}
          onChange={(event) => setName(event.target.value)}
        />
        {!policy?.isDefault && (
          <Scope sentiment={sentiment} channelId={channelId} onSentiment={setSentiment} onChannel={setChannelId} />
        )}
        <TargetFields targets={targets} onChange={setTargets} errors={tries > 0 ? read.errors : {}} />
      </div>
    </Dialog>
  );
}

interface ScopeProps {
  readonly sentiment: Sentiment | null;
  readonly channelId: string | null;
  readonly onSentiment: (sentiment: Sentiment | null) => void;
  readonly onChannel: (channelId: string | null) => void;
}

function Scope({ sentiment, channelId, onSentiment, onChannel }: ScopeProps) {
  const { t } = useTranslation('deadlines');
  const channels = useQuery(channelsQuery);
  return (
    <div className="pair">
      <SelectField
        label={t('form.sentiment')}
        value={sentiment ?? ''}
        onChange={(event) => onSentiment(sentiments.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{t('policies.any')}</option>
        {sentiments.map((one) => (
          <option key={one} value={one}>
            {t(`common:sentiments.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('form.channel')}
        value={channelId ?? ''}
        onChange={(event) => onChannel(event.target.value || null)}
      >
        <option value="">{t('policies.any')}</option>
        {(channels.data ?? []).map((channel) => (
          <option key={channel.id} value={channel.id}>
            {channel.name} ({t(`common:platforms.${channel.platform}`)})
          </option>
        ))}
      </SelectField>
    </div>
  );
}
