import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import type { SnippetForm } from './use-snippet-form.ts';

/** What is to be known about the form: why it was not saved, what somebody else wrote, from when its text is. */
export function FormNotices({ form }: { form: SnippetForm }) {
  const { t } = useTranslation('snippet-page');
  const problemText = useProblemText('snippet-page');
  const { theirs, restored, saving, nameTaken } = form;
  return (
    <>
      {restored && (
        <Notice kind="info" quiet>
          {t('form.restored')}{' '}
          <button type="button" className="link" onClick={form.restart}>
            {t('form.restart')}
          </button>
        </Notice>
      )}
      {saving.isError && !nameTaken && (
        <Notice kind={theirs ? 'warn' : 'error'}>
          <p>{problemText(saving.error)}</p>
          {theirs && (
            <>
              <blockquote className="theirs" lang={theirs.language} aria-label={t('form.theirs')}>
                {[theirs.bodySie, theirs.bodyDu].filter(Boolean).join('\n\n')}
              </blockquote>
              <Button size="sm" onClick={() => form.takeTheirs(theirs)}>
                {t('form.takeTheirs')}
              </Button>
            </>
          )}
        </Notice>
      )}
    </>
  );
}
