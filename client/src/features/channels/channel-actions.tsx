import { type Channel, changeChannel, fetchChannelNow } from '@stammgast/shared/contract/channels';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { NewTokenDialog } from './token-dialog.tsx';

type Open = 'edit' | 'token' | 'disconnect' | null;

export function ChannelActions({ channel, onGone }: { channel: Channel; onGone: () => void }) {
  const { t } = useTranslation('channels');
  const [open, setOpen] = useState<Open>(null);
  const { name } = channel;
  const fetching = useChannelAction(
    () => call(fetchChannelNow, { params: { channelId: channel.id } }),
    () => t('action.fetched'),
  );
  const pausing = useChannelAction(
    () => call(changeChannel, { params: { channelId: channel.id }, body: { paused: channel.state !== 'paused' } }),
    (changed) => t(changed.state === 'paused' ? 'action.paused' : 'action.resumed', { name }),
  );
  const close = () => setOpen(null);
  return (
    <section>
      <h3 className="label">{t('detail.settings')}</h3>
      <p className="acts">
        {!channel.can.push && channel.state !== 'paused' && (
          <Button icon="refresh" busy={fetching.isPending} onClick={() => fetching.mutate()}>
            {fetching.isPending ? t('action.fetching') : t('action.fetch')}
          </Button>
        )}
        <Button
          icon={channel.state === 'paused' ? 'right' : 'pause'}
          busy={pausing.isPending}
          onClick={() => pausing.mutate()}
        >
          {channel.state === 'paused' ? t('action.resume') : t('action.pause')}
        </Button>
        <Button icon="pencil" onClick={() => setOpen('edit')}>
          {t('action.edit')}
        </Button>
        {channel.platform === 'api' && (
          <Button icon="lock" onClick={() => setOpen('token')}>
            {t('action.newToken')}
          </Button>
        )}
        <Button kind="danger" icon="unlink" onClick={() => setOpen('disconnect')}>
          {t('action.disconnect')}
        </Button>
      </p>
      {open === 'edit' && <EditDialog channel={channel} onClose={close} />}
      {open === 'token' && <NewTokenDialog channel={channel} onClose={close} />}
      {open === 'disconnect' && <DisconnectDialog channel={channel} onClose={close} onGone={onGone} />}
    </section>
  );
}

/** Does it, says what came of it, and looks at the channels again. */
function useChannelAction<T>(act: () => Promise<T>, words: (result: T) => string) {
  const toast = useToast();
  const problemText = useProblemText('channels');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (result) => toast.show({ title: words(result) }),
    onError: (error) => toast.show({ title: problemText(error), failed: true }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['channels'] }),
  });
}
