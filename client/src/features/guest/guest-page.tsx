import '../../styles/administration.css';
import '../../styles/guest.css';
import { type GuestView, readGuestLink } from '@stammgast/shared/contract/guests';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { isApiProblem } from '../../api/problem.ts';
import { NameMark } from '../../components/name-mark.tsx';
import { usePageTitle } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { changeLocale, changeRegister, otherLocale, speaksOurs } from '../../i18n/setup.ts';
import { Decide } from './decide.tsx';
import { forgetText } from './kept-text.ts';
import { Subject } from './subject.tsx';
import { Write } from './write.tsx';

/** What somebody outside sees of the house: one comment, one answer, and nothing that leads further in. */
export function GuestPage() {
  const { t } = useTranslation('guest');
  const { token } = useParams({ from: '/guest/$token' });
  const [done, setDone] = useState<'write' | 'approve' | 'reject' | null>(null);
  const opened = useQuery({
    queryKey: ['guest', token],
    queryFn: () => call(readGuestLink, { params: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });
  usePageTitle(t('title'));
  const { locale, register } = opened.data ?? {};
  useEffect(() => {
    if (!locale || !register) return;
    // Whose browser speaks neither language reads that of the house.
    if (speaksOurs(navigator.languages)) void changeRegister(register);
    else void changeLocale(locale, register);
  }, [locale, register]);
  const finish = (how: 'write' | 'approve' | 'reject') => {
    forgetText(token);
    setDone(how);
  };
  const refresh = () => void opened.refetch();
  return (
    <Frame houseName={opened.data?.houseName ?? ''}>
      {opened.isPending && <Skeleton lines={5} />}
      {opened.isError &&
        !done &&
        (isClosed(opened.error) ? <Closed error={opened.error} /> : <Failed error={opened.error} onRetry={refresh} />)}
      {done && <Thanks how={done} houseName={opened.data?.houseName ?? ''} />}
      {opened.data && !opened.isError && !done && (
        <Open token={token} view={opened.data} onDone={finish} onStale={refresh} />
      )}
    </Frame>
  );
}

interface OpenProps {
  readonly token: string;
  readonly view: GuestView;
  readonly onDone: (how: 'write' | 'approve' | 'reject') => void;
  /** What is shown is not what is true any more. */
  readonly onStale: () => void;
}

function Open({ token, view, onDone, onStale }: OpenProps) {
  const { t } = useTranslation('guest');
  return (
    <>
      <h1>{t(`heading.${view.purpose}`, { house: view.houseName })}</h1>
      <p className="lead">{t(`lead.${view.purpose}`, { name: view.guestName })}</p>
      {view.request && <blockquote className="request">{view.request}</blockquote>}
      <Subject view={view} />
      {view.proposed ? (
        <Decide token={token} view={view} proposed={view.proposed} onDone={onDone} onStale={onStale} />
      ) : (
        <Write token={token} view={view} onDone={() => onDone('write')} onStale={onStale} />
      )}
    </>
  );
}

const isClosed = (error: unknown) =>
  isApiProblem(error) && (error.status === 404 || error.status === 410 || error.status === 400);

function Closed({ error }: { error: unknown }) {
  const { t } = useTranslation('guest');
  const used = isApiProblem(error) && error.code === 'guest.used';
  return (
    <>
      <h1>{t(used ? 'used.title' : 'closed.title')}</h1>
      <p className="lead">{t(used ? 'used.text' : 'closed.text')}</p>
    </>
  );
}

function Thanks({ how, houseName }: { how: 'write' | 'approve' | 'reject'; houseName: string }) {
  const { t } = useTranslation('guest');
  return (
    // The form that had the focus is gone.
    <div ref={(element) => element?.focus()} tabIndex={-1} role="status">
      <h1>{t('thanks.title')}</h1>
      <p className="lead">{t(`thanks.${how}`, { house: houseName })}</p>
    </div>
  );
}

function Frame({ houseName, children }: { houseName: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('guest');
  const other = otherLocale(i18n.language, navigator.languages);
  return (
    <div className="guest">
      <header>
        <NameMark />
        <b>{houseName}</b>
        <button type="button" className="link" lang={other} onClick={() => void changeLocale(other)}>
          {t('sign-in:switchLanguage')}
        </button>
      </header>
      <main id="content">{children}</main>
      <footer className="meta">{t('foot')}</footer>
    </div>
  );
}
