import { type Locale, locales, type Register } from '../contract/team.ts';

/** What is spoken: everything that knows words, and not how a country writes them, goes by this. */
export type Language = 'de' | 'en';

export const languageOf = (locale: string): Language => (locale.startsWith('de') ? 'de' : 'en');

/** What Intl calls it. Dates of the English UI are those of Britain: day first, 24 hours. */
export const localeTag = (locale: string): string => ({ de: 'de-DE', en: 'en-GB' })[locale] ?? locale;

/** One of ours, whatever was stored or chosen. */
export const asLocale = (value: string): Locale => locales.find((locale) => locale === value) ?? 'de';

/** Which of ours a browser asks for, if any. Who asks for Swiss German or for that of Liechtenstein writes as in Zürich. */
export function localeAskedFor(tag: string): Locale | undefined {
  const [language = '', ...parts] = tag.toLowerCase().split('-');
  if (language === 'gsw') return 'de-CH';
  if (language !== 'de') return language === 'en' ? 'en' : undefined;
  if (parts.includes('ch') || parts.includes('li')) return 'de-CH';
  return parts.includes('at') ? 'de-AT' : 'de';
}

/** Words of ours as the country writes them: Switzerland has ss for ß, «…» for quotes and no blank before a percent sign. */
export const spelled = (locale: string, text: string): string =>
  locale === 'de-CH'
    ? text
        .replaceAll('ß', 'ss')
        .replaceAll('ẞ', 'SS')
        .replace(/„([^„“]*)“/g, '«$1»')
        .replace(/‚([^‚‘]*)‘/g, '‹$1›')
        .replace(/[ \u00A0\u202F]%/g, '%')
    : text;

/** `{Sie|Du}` in words of ours, where a placeholder such as {{name}} may stand in either. */
const variant = /(?<!\{)\{((?:[^{}|]|\{\{[^{}|]*\}\})*)\|((?:[^{}|]|\{\{[^{}|]*\}\})*)\}/g;

/** German words of ours as they address who reads them. */
export const addressed = (register: Register, text: string): string =>
  text.replace(variant, register === 'du' ? '$2' : '$1');

/**
 * All words of a table, however deep, as the house addresses people and as the country spells. What is filled in later
 * is somebody else's and stays as it is. Tables that address nobody need no register.
 */
export function wordsIn<Words>(locale: string, words: Words, register: Register = 'sie'): Words {
  if (languageOf(locale) !== 'de') return words;
  if (typeof words === 'string') return spelled(locale, addressed(register, words)) as Words;
  if (Array.isArray(words)) return words.map((one) => wordsIn(locale, one, register)) as Words;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, wordsIn(locale, value, register)]),
  ) as Words;
}
