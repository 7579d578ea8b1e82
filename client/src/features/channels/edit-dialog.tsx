import {
  type Channel,
  changeChannel,
  getChannelSettings,
  type SettingsField,
} from '@stammgast/shared/contract/channels';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed, Skeleton } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import { ApprovalFields, reachOf } from './approval-fields.tsx';
import { ConnectionFields, TreatmentFields } from './channel-fields.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { channelLanguages, useChannelForm } from './use-channel-form.ts';

export function EditDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('channels');
  const stored = useQuery({
    queryKey: ['channel-settings', channel.id],
    queryFn: ({ signal }) => call(getChannelSettings, { params: { channelId: channel.id }, signal }),
    // A form that is being filled in must not change under the hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (stored.data) return <EditForm {...stored.data} onClose={onClose} />;
  return (
    <Dialog
      title={t('form.editTitle', { name: channel.name })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.cancel')}</Button>}
    >
      {stored.isPending && <Skeleton lines={5} />}
      {stored.isError && (
        <Failed error={stored.error} title={t('detail.settingsFailed')} onRetry={() => void stored.refetch()} />
      )}
    </Dialog>
  );
}

interface EditFormProps {
  readonly channel: Channel;
  readonly fields: readonly SettingsField[];
  readonly allowPrivateAddress: boolean;
  readonly onClose: () => void;
}

function EditForm({ channel, fields, allowPrivateAddress, onClose }: EditFormProps) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const toast = useToast();
  const queryClient = useQueryClient();
  const language = channelLanguages.find((one) => one === channel.language) ?? null;
  const form = useChannelForm(
    fields,
    {
      name: channel.name,
      replyRegister: channel.replyRegister,
      language,
      allowPrivateAddress,
      ownAddresses: channel.ownAddresses.join('\n'),
    },
    true,
  );
  const [approval, setApproval] = useState({ rule: channel.approval, reach: String(channel.approvalReach) });
  const approvalReach = reachOf(approval);
  const saving = useMutation({
    mutationFn: () =>
      call(changeChannel, {
        params: { channelId: channel.id },
        body: {
          ...form.treatment,
          // Channels of the demo have no settings that could be tried.
          ...(fields.length > 0 && { settings: form.settings() }),
          approval: approval.rule,
          ...(approvalReach !== null && { approvalReach }),
        },
      }),
    onError: form.refuse,
    onSuccess: (changed) => {
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      toast.show({ title: t('form.saved', { name: changed.name }) });
      onClose();
    },
  });
  const testable = fields.length > 0 && (channel.platform !== 'api' || Boolean(form.values.webhookUrl));
  return (
    <Dialog
      wide
      title={t('form.editTitle', { name: channel.name })}
      onClose={onClose}
      onSubmit={() => form.attempt(() => saving.mutate())}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('form.saving') : t('form.save')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        <ConnectionFields platform={channel.platform} form={form} />
        {testable && <ConnectionTest platform={channel.platform} form={form} channelId={channel.id} />}
        <TreatmentFields form={form} />
        <ApprovalFields value={approval} onChange={setApproval} />
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
      </div>
    </Dialog>
  );
}
