import { removeMailSettings, testMail } from '@stammgast/shared/contract/mail';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { isApiProblem } from '../../api/problem.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';

/** Tries the stored settings, and says in the words of the mail server why it did not work. */
export function MailTest() {
  const { t } = useTranslation('mail');
  const me = useMe();
  const client = useQueryClient();
  const problemText = useProblemText('mail');
  const testing = useMutation({ mutationFn: () => call(testMail) });
  const removing = useMutation({
    mutationFn: () => call(removeMailSettings),
    onSuccess: () => client.setQueryData(['mail'], { mail: null }),
  });
  const detail = isApiProblem(testing.error) ? testing.error.context.detail : undefined;
  return (
    <section className="sheet">
      <h2>{t('test.title')}</h2>
      <div className="form">
        <p>{t('test.lead', { email: me.email })}</p>
        {testing.isSuccess && <Notice kind="ok">{t('test.sent', { email: testing.data.to })}</Notice>}
        {testing.isError && (
          <Notice kind="error">
            {problemText(testing.error)}
            {detail && <p className="said">{t('test.said', { detail })}</p>}
          </Notice>
        )}
        {removing.isError && <Notice kind="error">{problemText(removing.error)}</Notice>}
        <p className="form-acts">
          <Button icon="send" busy={testing.isPending} onClick={() => testing.mutate()}>
            {testing.isPending ? t('test.sending') : t('test.send')}
          </Button>
          <Button kind="quiet" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('test.remove')}
          </Button>
        </p>
      </div>
    </section>
  );
}
