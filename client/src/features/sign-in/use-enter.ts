import type { Me } from '@stammgast/shared/contract/session';
import { useRouter } from '@tanstack/react-router';
import { forgetLocalCopies } from '../../api/local-copies.ts';
import { forgetEverything, rememberMe } from '../../api/me.ts';
import { changeLocale } from '../../i18n/setup.ts';

/** Goes in as this person. What an earlier person saw in this window is forgotten first. */
export function useEnter(): (me: Me, to: string) => Promise<void> {
  const router = useRouter();
  return async (me, to) => {
    await changeLocale(me.locale, me.house.register);
    forgetEverything();
    // What this person wrote before the session ended is still theirs.
    forgetLocalCopies(me.id);
    rememberMe(me);
    router.history.push(to);
  };
}
