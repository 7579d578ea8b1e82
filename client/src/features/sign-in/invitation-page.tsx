import { acceptInvitation, getInvitation } from '@stammgast/shared/contract/session';
import type { Locale } from '@stammgast/shared/contract/team';
import { asLocale } from '@stammgast/shared/domain/locale';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { isApiProblem } from '../../api/problem.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { LocaleField } from '../../components/locale-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { usePageTitle } from '../../components/page.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Failed, Skeleton } from '../../components/states.tsx';
import { useForm } from '../../components/use-form.ts';
import { changeLocale, localeHere } from '../../i18n/setup.ts';
import { DoorFrame } from './door-frame.tsx';
import { useEnter } from './use-enter.ts';

export function InvitationPage() {
  const { t } = useTranslation('invitation');
  const { token } = useParams({ from: '/invitation/$token' });
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(getInvitation, { params: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  usePageTitle(t('title'));
  const speaks = offer.data;
  useEffect(() => {
    if (speaks) void changeLocale(localeHere(speaks.locale, navigator.languages), speaks.register);
  }, [speaks]);
  return (
    <DoorFrame houseName={offer.data?.houseName ?? null}>
      {offer.isPending && <Skeleton />}
      {offer.isError &&
        (isRefusal(offer.error) ? <Gone /> : <Failed error={offer.error} onRetry={() => void offer.refetch()} />)}
      {offer.data && <Accept token={token} offer={offer.data} />}
    </DoorFrame>
  );
}

const isRefusal = (error: unknown) => isApiProblem(error) && error.status >= 400 && error.status < 500;

function Gone() {
  const { t } = useTranslation('invitation');
  return (
    <>
      <h1>{t('gone.title')}</h1>
      <p className="lead">{t('gone.text')}</p>
      <Link className="btn lg" to="/sign-in">
        {t('gone.action')}
      </Link>
    </>
  );
}

function Accept({
  token,
  offer,
}: {
  token: string;
  offer: { name: string; email: string; houseName: string; locale: Locale };
}) {
  const { t, i18n } = useTranslation('invitation');
  const problemText = useProblemText('invitation');
  const enter = useEnter();
  const form = useForm<{ name: string; password: string }, HTMLFormElement>(
    { name: offer.name, password: '' },
    ({ name, password }) => ({
      ...(name.trim() === '' && { name: t('field.required') }),
      ...(password.length < 12 && { password: t('field.password') }),
    }),
  );
  const accepting = useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      call(acceptInvitation, { params: { token }, body: { ...body, locale: asLocale(i18n.language) } }),
    onSuccess: (me) => enter(me, '/inbox'),
  });
  return (
    <>
      <h1 id="greeting">{t('heading', { house: offer.houseName })}</h1>
      <p className="lead">{t('lead')}</p>
      <form
        ref={form.frame}
        noValidate
        aria-labelledby="greeting"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit((values) => accepting.mutate(values));
        }}
      >
        {accepting.isError && <Notice kind="error">{problemText(accepting.error)}</Notice>}
        <Field
          label={t('email')}
          hint={t('emailHint')}
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={offer.email}
        />
        <Field label={t('name')} autoComplete="name" maxLength={80} required {...form.bind('name')} />
        <Field
          label={t('password')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          required
          {...form.bind('password')}
        />
        <LocaleField label={t('locale')} value={i18n.language} onChoose={(locale) => void changeLocale(locale)} />
        <Button kind="primary" size="lg" className="wide" type="submit" busy={accepting.isPending}>
          {accepting.isPending ? t('busy') : t('submit')}
        </Button>
      </form>
    </>
  );
}
