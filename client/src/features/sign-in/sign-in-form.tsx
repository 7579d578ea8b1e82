import { type Me, signIn } from '@stammgast/shared/contract/session';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';

/**
 * Uncontrolled fields: password managers fill them in ways that React does not always hear of. `second`: there is
 * an easier way in above.
 */
export function SignInForm({ onEnter, second = false }: { onEnter: (me: Me) => void; second?: boolean }) {
  const { t } = useTranslation('sign-in');
  const problemText = useProblemText('sign-in');
  const entering = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: onEnter,
  });
  return (
    <form
      aria-labelledby="greeting"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        entering.mutate({ email: String(data.get('email')).trim(), password: String(data.get('password')) });
      }}
    >
      {entering.isError && <Notice kind="error">{problemText(entering.error)}</Notice>}
      <Field label={t('email')} name="email" type="email" autoComplete="username" required autoFocus={!second} />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <Button kind={second ? 'plain' : 'primary'} size="lg" className="wide" type="submit" busy={entering.isPending}>
        {entering.isPending ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
