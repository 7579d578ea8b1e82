import { getDoor, type Me } from '@stammgast/shared/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { usePageTitle } from '../../components/page.tsx';
import { Failed } from '../../components/states.tsx';
import { changeRegister } from '../../i18n/setup.ts';
import { DemoEntrances } from './demo-entrances.tsx';
import { DoorFrame } from './door-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { next } = useSearch({ from: '/sign-in' });
  const door = useQuery({ queryKey: ['door'], queryFn: () => call(getDoor), staleTime: 0 });
  const enter = useEnter();
  const register = door.data?.register;
  useEffect(() => {
    if (register) void changeRegister(register);
  }, [register]);
  usePageTitle(t('title'));
  const onEnter = (me: Me) => void enter(me, next ?? '/inbox');
  if (door.isError) {
    return (
      <DoorFrame houseName={null}>
        <Failed error={door.error} onRetry={() => void door.refetch()} />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame houseName={door.data?.houseName ?? null}>
      {door.data?.state === 'setup' ? (
        <>
          <h1>{t('setup.title')}</h1>
          <p className="lead">{t('setup.text')}</p>
        </>
      ) : (
        <>
          <h1 id="greeting">{t('greeting')}</h1>
          {door.data?.demo && (
            <>
              <DemoEntrances onEnter={onEnter} />
              <p className="or">
                <span>{t('demo.or')}</span>
              </p>
            </>
          )}
          {door.data && <SignInForm onEnter={onEnter} second={door.data.demo} />}
        </>
      )}
    </DoorFrame>
  );
}
