import { type Platform, type TestResult, testConnection } from '@stammgast/shared/contract/channels';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useCodeText, useProblemText } from '../../components/problem-text.ts';
import type { ChannelForm } from './use-channel-form.ts';

/** Tries the settings without saving them and says what came of it. */
export function ConnectionTest({
  platform,
  form,
  channelId,
}: {
  platform: Platform;
  form: ChannelForm;
  channelId?: string;
}) {
  const { t } = useTranslation('channels');
  const problemText = useProblemText('channels');
  const testing = useMutation({
    mutationFn: () =>
      call(testConnection, {
        body: {
          platform,
          settings: form.settings(),
          allowPrivateAddress: form.basics.allowPrivateAddress,
          ...(channelId && { channelId }),
        },
      }),
    onError: form.refuse,
  });
  return (
    <div className="form">
      <p className="form-acts">
        <Button icon="refresh" busy={testing.isPending} onClick={() => form.attempt(() => testing.mutate(), false)}>
          {testing.isPending ? t('form.testing') : t('form.test')}
        </Button>
      </p>
      {testing.isError && <Notice kind="error">{problemText(testing.error)}</Notice>}
      {testing.data && <Outcome result={testing.data} />}
    </div>
  );
}

function Outcome({ result }: { result: TestResult }) {
  const { t } = useTranslation('channels');
  const codeText = useCodeText('channels');
  if (result.ok) {
    return (
      <Notice kind="ok">
        <p>{t('form.testOk')}</p>
        {result.found && <p className="meta">{t('form.found', { found: result.found })}</p>}
      </Notice>
    );
  }
  return (
    <Notice kind="error">
      <p>{codeText(result.code ?? 'channel.unexpected_answer')}</p>
      {result.detail && (
        <p className="meta">
          {t('detail.technical')}: <span lang="en">{result.detail}</span>
        </p>
      )}
    </Notice>
  );
}
