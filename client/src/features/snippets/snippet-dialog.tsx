import type { Snippet } from '@stammgast/shared/contract/snippets';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { BodyField } from './body-field.tsx';
import { FormNotices } from './form-notices.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { SnippetPreview } from './snippet-preview.tsx';
import { useSnippetForm } from './use-snippet-form.ts';

/** Adds a snippet, or changes the one given. */
export function SnippetDialog({ snippet, onClose }: { snippet?: Snippet; onClose: () => void }) {
  const { t } = useTranslation('snippet-page');
  const problemText = useProblemText('snippet-page');
  const toast = useToast();
  const form = useSnippetForm(snippet, (saved) => {
    toast.show({ title: t('form.saved', { name: saved.name }) });
    onClose();
  });
  const { written, missing, saving, change } = form;
  return (
    <Dialog
      wide
      title={snippet ? t('form.editTitle', { name: snippet.name }) : t('form.addTitle')}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('form.saving') : t(form.theirs ? 'form.saveMine' : 'form.save')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        <FormNotices form={form} />
        <Field
          label={t('form.name')}
          hint={t('form.nameHint')}
          value={written.name}
          maxLength={80}
          autoComplete="off"
          data-autofocus="true"
          error={missing.name ? t('form.required') : form.nameTaken && problemText(saving.error)}
          onChange={(event) => change({ name: event.target.value })}
        />
        <ScopeFields language={written.language} channelId={written.channelId} onChange={change} />
        <BodyField
          label={t(written.language === 'de' ? 'form.sie' : 'form.text')}
          language={written.language}
          value={written.bodySie}
          missing={missing.bodySie ?? false}
          onChange={(bodySie) => change({ bodySie })}
        />
        {(written.language === 'de' || written.bodyDu !== '') && (
          <BodyField
            label={t('form.du')}
            hint={t('form.duHint')}
            language={written.language}
            value={written.bodyDu}
            onChange={(bodyDu) => change({ bodyDu })}
          />
        )}
        <SnippetPreview {...written} />
      </div>
    </Dialog>
  );
}
