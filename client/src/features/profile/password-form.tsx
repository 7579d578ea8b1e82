import { changePassword } from '@stammgast/shared/contract/session';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { rememberMe, useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useForm } from '../../components/use-form.ts';

type Values = { current: string; next: string };

/** The answer is the person anew: the session, and with it the CSRF token, has changed. */
export function PasswordForm() {
  const { t } = useTranslation('profile');
  const me = useMe();
  const problemText = useProblemText('profile');
  const form = useForm<Values, HTMLFormElement>({ current: '', next: '' }, ({ current, next }) => ({
    ...(current === '' && { current: t('field.required') }),
    ...(next.length < 12 && { next: t('field.password') }),
  }));
  const changing = useMutation({
    mutationFn: (body: Values) => call(changePassword, { body }),
    onSuccess: (changed) => {
      rememberMe(changed);
      form.reset();
    },
  });
  return (
    <Form
      form={form}
      onSend={(values) => changing.mutate(values)}
      problem={changing.isError && problemText(changing.error)}
      acts={
        <>
          <Button type="submit" busy={changing.isPending}>
            {changing.isPending ? t('password.busy') : t('password.submit')}
          </Button>
          <span className="meta">{t('password.note')}</span>
        </>
      }
    >
      {changing.isSuccess && <Notice kind="ok">{t('password.done')}</Notice>}
      {/* Tells the password manager whose password this is. */}
      <input
        className="sr"
        type="text"
        name="username"
        autoComplete="username"
        value={me.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
        {...form.bind('current')}
      />
      <Field
        label={t('password.next')}
        hint={t('password.nextHint')}
        type="password"
        autoComplete="new-password"
        maxLength={128}
        required
        {...form.bind('next')}
      />
    </Form>
  );
}
