import { problemCodes } from '@stammgast/shared/contract/problem';
import { localeTag, wordsIn } from '@stammgast/shared/domain/locale';
import { describe, expect, it } from 'vitest';
import { catalogue as de } from './de.ts';
import { catalogue as dePages } from './de-pages.ts';
import { catalogue as en } from './en.ts';
import { catalogue as enPages } from './en-pages.ts';
import { guessLocale, localeHere, otherLocale } from './setup.ts';

type Words = { [key: string]: string | Words };

function flatten(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as [string, string]] : flatten(value, here);
  });
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]).sort();
const german = new Map(flatten({ ...de, ...dePages } as Words));
const english = new Map(flatten({ ...en, ...enPages } as Words));

describe('the two catalogues', () => {
  it('come in the same two parts, the small one first', () => {
    expect(Object.keys(de).sort()).toEqual(['common', 'demo', 'inbox', 'person', 'problems']);
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
    expect(Object.keys(enPages).sort()).toEqual(Object.keys(dePages).sort());
    expect(Object.keys(dePages)).toContain('profile');
    expect(Object.keys(dePages).filter((area) => area in de)).toEqual([]);
  });

  it('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same placeholders', () => {
    const different = [...german].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty, shout nothing and stay with Sie', () => {
    const empty = [...german, ...english].filter(([, text]) => text.trim() === '');
    const loud = [...german, ...english].filter(([, text]) => text.includes('!'));
    const familiar = [...german].filter(([, text]) => /\b(du|dein|deine|dich|dir)\b/.test(text));
    expect({ empty, loud, familiar }).toEqual({ empty: [], loud: [], familiar: [] });
  });

  it('name every problem that the server may answer', () => {
    const missing = problemCodes.filter((code) => !german.has(`problems.${code}`));
    expect(missing).toEqual([]);
  });
});

describe('guessLocale', () => {
  it('takes the last one used, else the browser, else German', () => {
    expect(guessLocale('en', ['de-AT'])).toBe('en');
    expect(guessLocale(null, ['fr-CH', 'en-GB', 'de-CH'])).toBe('en');
    expect(guessLocale('xx', ['fr'])).toBe('de');
    expect(guessLocale(null, ['de-CH', 'de'])).toBe('de-CH');
    expect(guessLocale('de-AT', ['de-CH'])).toBe('de-AT');
  });

  it('takes the language of a house as this browser writes it, and back to German, too', () => {
    expect(localeHere('de', ['en', 'de-AT'])).toBe('de-AT');
    expect(localeHere('de-CH', ['de-DE'])).toBe('de-CH');
    expect(localeHere('de-CH', ['de-AT'])).toBe('de-AT');
    expect(localeHere('en', ['de-CH'])).toBe('en');
    expect(['de', 'de-AT', 'de-CH'].map((locale) => otherLocale(locale, ['de-CH']))).toEqual(['en', 'en', 'en']);
    expect(otherLocale('en', ['en-GB', 'de-CH'])).toBe('de-CH');
    expect(otherLocale('en', ['en-GB'])).toBe('de');
  });
});

describe('German as Switzerland and Austria write it', () => {
  const swiss = new Map(flatten(wordsIn('de-CH', { ...de, ...dePages } as Words)));

  it('is the German catalogue, without ß, „…“ and a blank before a percent sign', () => {
    expect([...german.values()].join()).toMatch(/ß.*„/s);
    expect([...swiss.keys()]).toEqual([...german.keys()]);
    expect([...swiss.values()].filter((text) => /[ß„“‚‘]|\s%/.test(text))).toEqual([]);
    const different = [...swiss].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(german.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
    expect(wordsIn('de-AT', de)).toEqual(de);
  });

  it('writes numbers as Intl does', () => {
    const written = (['de', 'de-AT', 'de-CH', 'en'] as const).map((locale) => [
      // Which apostrophe Switzerland gets differs between versions of Intl.
      (1_234_567.89).toLocaleString(localeTag(locale)).replaceAll('’', "'"),
      (0.123).toLocaleString(localeTag(locale), { style: 'percent', maximumFractionDigits: 1 }),
    ]);
    expect(written).toEqual([
      ['1.234.567,89', '12,3\u00A0%'],
      ['1\u00A0234\u00A0567,89', '12,3\u00A0%'],
      ["1'234'567.89", '12.3%'],
      ['1,234,567.89', '12.3%'],
    ]);
  });
});
