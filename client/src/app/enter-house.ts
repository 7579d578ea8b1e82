import { getDoor } from '@stammgast/shared/contract/session';
import { redirect } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { meQuery } from '../api/me.ts';
import { isApiProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { applyTheme } from '../components/theme.ts';
import { changeLocale, changeRegister, store } from '../i18n/setup.ts';

/** Lets the signed-in in; sends everybody else to the door, and the first one ever to the set-up. */
export async function enterHouse({ location }: { location: { href: string } }): Promise<void> {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    applyTheme(me.theme);
    store('theme', me.theme);
    if (document.documentElement.lang !== me.locale) await changeLocale(me.locale, me.house.register);
    else await changeRegister(me.house.register);
  } catch (error) {
    if (!isApiProblem(error) || error.code !== 'auth.required') throw error;
    const door = await call(getDoor);
    throw door.state === 'setup'
      ? redirect({ to: '/setup' })
      : redirect({ to: '/sign-in', search: { next: location.href } });
  }
}
