import { type Locale, locales, type Register, registers } from '@stammgast/shared/contract/team';
import { type Language, languageOf, localeAskedFor, wordsIn } from '@stammgast/shared/domain/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Load = () => Promise<{ catalogue: Record<string, Record<string, unknown>> }>;
type Part = 'first' | 'pages';
const load: Record<Language, Record<Part, Load>> = {
  de: { first: () => import('./de.ts'), pages: () => import('./de-pages.ts') },
  en: { first: () => import('./en.ts'), pages: () => import('./en-pages.ts') },
};
/** How the house addresses who reads German: the finished words are made from the one catalogue when they are loaded. */
let spoken: Register = 'sie';
/** In which register the words of a language and a part are there. */
const loaded = new Map<string, Register>();

const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** Does this browser ask for a language of ours? */
export const speaksOurs = (preferred: readonly string[]): boolean => preferred.some(localeAskedFor);

/** The language before anybody is signed in: the last one used here, else the browser's, else German. */
export function guessLocale(stored: string | null, preferred: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  return preferred.map(localeAskedFor).find(Boolean) ?? 'de';
}

/** Before the house has said how it speaks: as it did here last. */
export const guessRegister = (stored: string | null): Register =>
  registers.find((register) => register === stored) ?? 'sie';

/** A language as this browser writes it: its own country, where it names one; else that of the house. */
export function localeHere(house: Locale, preferred: readonly string[]): Locale {
  const own = preferred.map(localeAskedFor).find((locale) => locale && languageOf(locale) === languageOf(house));
  return own && own !== 'de' ? own : house;
}

export const otherLocale = (locale: string, preferred: readonly string[]): Locale =>
  languageOf(locale) === 'de' ? 'en' : localeHere('de', preferred);

type Stored = 'locale' | 'register' | 'theme';

export function readStored(name: Stored): string | null {
  try {
    return localStorage.getItem(`stammgast.${name}`);
  } catch {
    return null;
  }
}

export function store(name: Stored, value: string): void {
  try {
    localStorage.setItem(`stammgast.${name}`, value);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

const partKey = (locale: string, part: Part) => `${locale} ${part}`;
const hasWords = (locale: string, part: Part) => loaded.get(partKey(locale, part)) === spoken;

const loadWords = async (locale: Locale, part: Part) => {
  if (hasWords(locale, part)) return;
  const { catalogue } = await load[languageOf(locale)][part]();
  for (const [namespace, words] of Object.entries(wordsIn(locale, catalogue, spoken))) {
    i18next.addResourceBundle(locale, namespace, words);
  }
  loaded.set(partKey(locale, part), spoken);
};

/** Starts with one language; the other is fetched only when chosen. */
export async function startI18n(locale: Locale, register: Register): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  await changeLocale(locale, register);
}

export async function changeLocale(locale: Locale, register: Register = spoken): Promise<void> {
  const parts: Part[] = loaded.has(partKey(i18next.language, 'pages')) ? ['first', 'pages'] : ['first'];
  spoken = register;
  await Promise.all(parts.map((part) => loadWords(locale, part)));
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  store('locale', locale);
  store('register', register);
}

/** As the house speaks, in the language that is read here. Costs nothing where it is spoken already. */
export async function changeRegister(register: Register): Promise<void> {
  if (register !== spoken && isLocale(i18next.language)) await changeLocale(i18next.language, register);
}

/** The inbox comes with its words; every other page waits for this. */
export async function loadPageWords(): Promise<void> {
  if (isLocale(i18next.language)) await loadWords(i18next.language, 'pages');
}
