import { changeProfile, type Me } from '@stammgast/shared/contract/session';
import { call } from '../api/call.ts';
import { rememberMe } from '../api/me.ts';
import { changeLocale, store } from '../i18n/setup.ts';
import { applyTheme } from './theme.ts';

/** Language and appearance: the theme is seen at once, the profile keeps both for the other browsers. */
export async function changeLook(look: Partial<Pick<Me, 'locale' | 'theme'>>): Promise<void> {
  if (look.theme) {
    applyTheme(look.theme);
    store('theme', look.theme);
  }
  const me = await call(changeProfile, { body: look });
  rememberMe(me);
  if (look.locale) await changeLocale(me.locale);
}
