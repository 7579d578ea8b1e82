import { addChannel, type Connection, listConnections } from '@stammgast/shared/contract/channels';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { PlatformIcon } from '../../components/platform-icon.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed, Skeleton } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import { ConnectionFields, TreatmentFields } from './channel-fields.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { useChannelForm } from './use-channel-form.ts';

interface ConnectDialogProps {
  readonly onClose: () => void;
  readonly onConnected: (channelId: string) => void;
}

/** Choose a platform, fill in its form, test, connect. For the HTTP API the token is shown once at the end. */
export function ConnectDialog({ onClose, onConnected }: ConnectDialogProps) {
  const { t } = useTranslation('channels');
  const connections = useQuery({
    queryKey: ['connections'],
    queryFn: ({ signal }) => call(listConnections, { signal }),
    select: (data) => data.connections,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [issued, setIssued] = useState<{ name: string; token: string } | null>(null);
  if (issued) return <TokenDialog {...issued} onClose={onClose} />;
  const list = connections.data ?? [];
  const connection = list.find(({ platform }) => platform === chosen) ?? list[0];
  if (!connection) {
    return (
      <Dialog
        title={t('form.addTitle')}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      >
        {connections.isPending && <Skeleton lines={5} />}
        {connections.isError && (
          <Failed error={connections.error} title={t('form.unavailable')} onRetry={() => void connections.refetch()} />
        )}
      </Dialog>
    );
  }
  return (
    <ConnectForm
      connection={connection}
      connections={list}
      onChoose={setChosen}
      onClose={onClose}
      onConnected={onConnected}
      onToken={(name, token) => setIssued({ name, token })}
    />
  );
}

interface ConnectFormProps extends ConnectDialogProps {
  readonly connection: Connection;
  readonly connections: readonly Connection[];
  readonly onChoose: (platform: string) => void;
  readonly onToken: (name: string, token: string) => void;
}

function ConnectForm({ connection, connections, onChoose, onClose, onConnected, onToken }: ConnectFormProps) {
  const { t } = useTranslation('channels');
  const { demo } = useMe().house;
  const { platform } = connection;
  const form = useChannelForm(
    connection.fields,
    { name: '', replyRegister: 'sie', language: null, allowPrivateAddress: false, ownAddresses: '' },
    false,
  );
  const problemText = useProblemText('channels');
  const toast = useToast();
  const queryClient = useQueryClient();
  const adding = useMutation({
    mutationFn: () => call(addChannel, { body: { platform, ...form.treatment, settings: form.settings() } }),
    onError: form.refuse,
    onSuccess: ({ channel, token }) => {
      void queryClient.invalidateQueries({ queryKey: ['channels'] });
      onConnected(channel.id);
      if (token) {
        onToken(channel.name, token);
      } else {
        toast.show({ title: t('form.added', { name: channel.name }) });
        onClose();
      }
    },
  });
  const testable = platform !== 'api' || Boolean(form.values.webhookUrl);
  return (
    <Dialog
      wide
      title={t('form.addTitle')}
      onClose={onClose}
      onSubmit={() => form.attempt(() => adding.mutate())}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={adding.isPending} disabled={demo}>
            {adding.isPending ? t('form.saving') : t('form.submit')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        {demo && (
          <Notice kind="info" quiet>
            {t('form.inDemo')}
          </Notice>
        )}
        <PlatformChoice
          connections={connections}
          chosen={platform}
          onChoose={(next) => {
            adding.reset();
            form.restart(next.fields);
            onChoose(next.platform);
          }}
        />
        <ConnectionFields platform={platform} form={form} />
        {testable && <ConnectionTest key={`${platform} ${adding.submittedAt}`} platform={platform} form={form} />}
        <TreatmentFields form={form} />
        {adding.isError && <Notice kind="error">{problemText(adding.error)}</Notice>}
      </div>
    </Dialog>
  );
}

interface PlatformChoiceProps {
  readonly connections: readonly Connection[];
  readonly chosen: string;
  readonly onChoose: (connection: Connection) => void;
}

function PlatformChoice({ connections, chosen, onChoose }: PlatformChoiceProps) {
  const { t } = useTranslation('channels');
  return (
    <fieldset className="group">
      <legend>{t('form.choose')}</legend>
      <div className="options">
        {connections.map((connection) => (
          <label className="option" key={connection.platform}>
            <input
              type="radio"
              name="platform"
              value={connection.platform}
              checked={connection.platform === chosen}
              onChange={() => onChoose(connection)}
            />
            <PlatformIcon platform={connection.platform} />
            <b>{t(`common:platforms.${connection.platform}`)}</b>
            <small>{t(`platformText.${connection.platform}`, { defaultValue: '' })}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
