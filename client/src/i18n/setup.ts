import { type Locale, locales } from '@stammgast/shared/contract/team';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const load: Record<Locale, () => Promise<{ catalogue: Record<string, Record<string, unknown>> }>> = {
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
};

const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The language before anybody is signed in: the last one used here, else the browser's, else German. */
export function guessLocale(stored: string | null, preferred: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  return preferred.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'de';
}

export function readStored(name: 'locale' | 'theme'): string | null {
  try {
    return localStorage.getItem(`stammgast.${name}`);
  } catch {
    return null;
  }
}

export function store(name: 'locale' | 'theme', value: string): void {
  try {
    localStorage.setItem(`stammgast.${name}`, value);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

const loadWords = async (locale: Locale) => {
  if (i18next.hasResourceBundle(locale, 'common')) return;
  const { catalogue } = await load[locale]();
  for (const [namespace, words] of Object.entries(catalogue)) i18next.addResourceBundle(locale, namespace, words);
};

/** Starts with one language; the other is fetched only when chosen. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  await changeLocale(locale);
}

export async function changeLocale(locale: Locale): Promise<void> {
  await loadWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  store('locale', locale);
}
