import '../../styles/administration.css';
import { getMailSettings } from '@stammgast/shared/contract/mail';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { MailForm } from './mail-form.tsx';
import { MailTest } from './mail-test.tsx';

/** Through which server the house sends e-mail. */
export function MailPage() {
  const { t } = useTranslation('mail');
  const settings = useQuery({ queryKey: ['mail'], queryFn: ({ signal }) => call(getMailSettings, { signal }) });
  return (
    <Page title={t('title')} note={t('lead')}>
      {settings.isPending && <Skeleton lines={8} />}
      {settings.isError && (
        <Failed error={settings.error} title={t('failed')} onRetry={() => void settings.refetch()} />
      )}
      {settings.data && (
        <div className="narrow">
          <MailForm mail={settings.data.mail} />
          {settings.data.mail && <MailTest />}
        </div>
      )}
    </Page>
  );
}
