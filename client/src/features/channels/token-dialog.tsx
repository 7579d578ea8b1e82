import { type Channel, renewChannelToken } from '@stammgast/shared/contract/channels';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { curlOf } from '../../api/curl.ts';
import { Button } from '../../components/button.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';

/** The only time that the token is seen, with a first call that works as it stands. */
export function TokenDialog({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const { t } = useTranslation('channels');
  const example = curlOf({
    method: 'POST',
    url: new URL('/api/v1/comments', window.location.origin).href,
    token,
    body: {
      comments: [
        {
          externalId: 'comment-1',
          post: { externalId: 'post-1', title: t('token.sampleTitle') },
          author: { externalId: 'author-1', name: t('token.sampleAuthor') },
          body: t('token.sampleBody'),
          postedAt: new Date().toISOString(),
        },
      ],
    },
  });
  return (
    <Dialog
      wide
      title={t('token.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Link className="btn quiet lg" to="/api-docs">
            {t('token.docs')}
          </Link>
          <Button kind="primary" size="lg" onClick={onClose}>
            {t('token.done')}
          </Button>
        </>
      }
    >
      <div className="form">
        <Notice kind="info">{t('token.once')}</Notice>
        <CopyField label={t('token.label')} value={token} />
        <CodeBlock label={t('token.try')} text={example} />
      </div>
    </Dialog>
  );
}

export function NewTokenDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const renewing = useMutation({
    mutationFn: () => call(renewChannelToken, { params: { channelId: channel.id } }),
  });
  if (renewing.data) return <TokenDialog name={channel.name} token={renewing.data.token} onClose={onClose} />;
  return (
    <Dialog
      title={t('newToken.title', { name: channel.name })}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" size="lg" busy={renewing.isPending} onClick={() => renewing.mutate()}>
            {t('newToken.confirm')}
          </Button>
          <Button size="lg" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('newToken.text')}</p>
      {renewing.isError && <Notice kind="error">{problemText(renewing.error)}</Notice>}
    </Dialog>
  );
}
