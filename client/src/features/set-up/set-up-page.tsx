import '../../styles/administration.css';
import '../../styles/sign-in.css';
import { getDoor, type Me } from '@stammgast/shared/contract/session';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { rememberMe } from '../../api/me.ts';
import { usePageTitle } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { NextSteps } from './next-steps.tsx';
import { SetUpForm } from './set-up-form.tsx';

/** First run. The one-time token leaves the address bar at once, so that it stays out of history and screenshots. */
export function SetUpPage() {
  const { t } = useTranslation('set-up');
  const search = useSearch({ from: '/setup' });
  const [token] = useState(search.token);
  const [me, setMe] = useState<Me | null>(null);
  const navigate = useNavigate();
  const door = useQuery({ queryKey: ['door'], queryFn: () => call(getDoor), staleTime: 0 });
  usePageTitle(t('title'));
  useEffect(() => {
    if (search.token) void navigate({ to: '/setup', search: {}, replace: true });
  }, [search.token, navigate]);
  if (me)
    return (
      <SetUpFrame step={3} heading={t('done.heading')} lead={t('done.lead')} later>
        <NextSteps me={me} />
      </SetUpFrame>
    );
  return (
    <SetUpFrame step={1} heading={t('heading')} lead={t('lead')}>
      {door.isPending && <Skeleton lines={6} />}
      {door.isError && <Failed error={door.error} onRetry={() => void door.refetch()} />}
      {door.data && door.data.state !== 'setup' && (
        <Empty
          title={t('already.title')}
          action={
            <Link className="btn" to="/sign-in">
              {t('already.action')}
            </Link>
          }
        >
          <p>{t('already.text')}</p>
        </Empty>
      )}
      {door.data?.state === 'setup' && !token && (
        <Empty title={t('missing.title')}>
          <p>{t('missing.text')}</p>
        </Empty>
      )}
      {door.data?.state === 'setup' && token && (
        <SetUpForm
          token={token}
          onDone={(created) => {
            rememberMe(created);
            setMe(created);
          }}
        />
      )}
    </SetUpFrame>
  );
}

interface FrameProps {
  readonly step: number;
  readonly heading: string;
  readonly lead: string;
  readonly later?: boolean;
  readonly children: ReactNode;
}

function SetUpFrame({ step, heading, lead, later = false, children }: FrameProps) {
  const { t } = useTranslation('set-up');
  return (
    <div className="first">
      <header className="fbar">
        <b>{t('common:appName')}</b>
        <span className="meta">{t('progress', { step })}</span>
        {later && (
          <Link className="link end" to="/inbox">
            {t('later')}
          </Link>
        )}
      </header>
      <main className="setup" id="content">
        <h1>{heading}</h1>
        <p className="lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
