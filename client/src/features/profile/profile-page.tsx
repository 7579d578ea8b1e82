import '../../styles/administration.css';
import { changeProfile, signOut } from '@stammgast/shared/contract/session';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { forgetLocalCopies } from '../../api/local-copies.ts';
import { forgetEverything, rememberMe, useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { useForm } from '../../components/use-form.ts';
import { KeySection } from './key-section.tsx';
import { NotifySection } from './notify/notify-section.tsx';
import { OwnFigures } from './own-figures.tsx';
import { PasswordForm } from './password-form.tsx';
import { ViewSettings } from './view-settings.tsx';
import { WorkSettings } from './work-settings.tsx';

export function ProfilePage() {
  const { t } = useTranslation('profile');
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: () => call(signOut),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      forgetEverything();
      forgetLocalCopies();
    },
  });
  const problemText = useProblemText('profile');
  return (
    <Page title={t('title')}>
      <div className="narrow">
        <AboutYou />
        <ViewSettings />
        <WorkSettings />
        <NotifySection />
        <section className="sheet">
          <h2>{t('password.title')}</h2>
          <PasswordForm />
        </section>
        <OwnFigures />
        <KeySection />
        <section className="sheet">
          <h2>{t('out.title')}</h2>
          <div className="form">
            {leaving.isError && <Notice kind="error">{problemText(leaving.error)}</Notice>}
            <p className="form-acts">
              <Button busy={leaving.isPending} onClick={() => leaving.mutate()}>
                {t('out.action')}
              </Button>
            </p>
          </div>
        </section>
      </div>
    </Page>
  );
}

function AboutYou() {
  const { t } = useTranslation('profile');
  const me = useMe();
  const toast = useToast();
  const problemText = useProblemText('profile');
  const form = useForm<{ name: string }, HTMLFormElement>({ name: me.name }, ({ name }) =>
    name.trim() === '' ? { name: t('field.required') } : {},
  );
  const saving = useMutation({
    mutationFn: (body: { name: string }) => call(changeProfile, { body }),
    onSuccess: (changed) => {
      rememberMe(changed);
      toast.show({ title: t('you.saved') });
    },
  });
  return (
    <section className="sheet">
      <h2>{t('you.title')}</h2>
      <Form
        form={form}
        onSend={(values) => saving.mutate(values)}
        problem={saving.isError && problemText(saving.error)}
        acts={
          <Button kind="primary" type="submit" busy={saving.isPending}>
            {saving.isPending ? t('you.saving') : t('you.save')}
          </Button>
        }
      >
        <Field label={t('you.name')} autoComplete="name" maxLength={80} required {...form.bind('name')} />
        <Field label={t('you.email')} hint={t('you.emailHint')} type="email" readOnly value={me.email} />
        <Field label={t('you.role')} readOnly value={t(`common:roles.${me.role}`)} />
      </Form>
    </section>
  );
}
