import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue as de } from './de.ts';
import { catalogue as dePages } from './de-pages.ts';
import { catalogue as en } from './en.ts';
import { catalogue as enPages } from './en-pages.ts';
import small from './small-i18next.ts';

type Words = { readonly [key: string]: string | Words };
type Values = Record<string, unknown>;
const catalogues = { de: { ...de, ...dePages }, en: { ...en, ...enPages } } as const;

/** Every key as it is asked for, and with its forms also the key that they belong to. */
function keysOf(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([step, value]) => {
    const key = path === '' ? step : `${path}.${step}`;
    if (typeof value !== 'string') return keysOf(value, key);
    return [key, key.replace(/_(?:zero|one|other|of)$/, '')];
  });
}
const namesIn = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
const everything = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : everything(value)));

beforeAll(async () => {
  await i18next.init({
    lng: 'de',
    resources: catalogues,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  for (const [language, areas] of Object.entries(catalogues)) {
    for (const [area, words] of Object.entries(areas)) small.addResourceBundle(language, area, words as Words);
  }
});

describe.each(['de', 'en'] as const)('what is said in %s', (language) => {
  beforeAll(async () => {
    await i18next.changeLanguage(language);
    await small.changeLanguage(language);
  });
  const areas = Object.entries(catalogues[language]) as [string, Words][];

  it.each(areas)('is the same in both: %s', (area, words) => {
    const said = i18next.getFixedT(language, area);
    const saidSmall = small.getFixedT(language, area);
    const names = [...new Set(everything(words).flatMap(namesIn))];
    const number = fc.oneof(fc.constantFrom(0, 1, 2, 1000), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const values: fc.Arbitrary<Values> = fc.record({
      ...Object.fromEntries(names.map((name) => [name, number])),
      // I18next hands all values on to Intl, which refuses to write a number with a unit that it does not know.
      ...(names.includes('unit') && { unit: fc.constant('hour') }),
      count: number,
      context: fc.constantFrom(undefined, 'of'),
    });
    const texts = fc.dictionary(fc.constantFrom('name', 'title', 'who', ...names), fc.string());
    const keys = [...new Set(keysOf(words))];
    fc.assert(
      fc.property(values, (given) => {
        expect(keys.map((key) => saidSmall(key, given))).toEqual(keys.map((key) => said(key, given)));
      }),
      { numRuns: 5 },
    );
    const plain = keys.filter((key) => !/, number/.test(String(i18next.getResource(language, area, key))));
    fc.assert(
      fc.property(texts, (given) => {
        const all = { ...Object.fromEntries(names.map((name) => [name, ''])), ...given };
        expect(plain.map((key) => saidSmall(key, all))).toEqual(plain.map((key) => said(key, all)));
      }),
      { numRuns: 3 },
    );
  });

  it.each([
    ['nowhere', undefined],
    ['nowhere.at.all', { count: 2 }],
    ['inbox:nowhere', undefined],
    ['constructor', undefined],
    ['problems:network', undefined],
    [['common:nowhere', 'problems:network'], undefined],
    [['nowhere', 'problems:nowhere.either'], undefined],
    ['nowhere', { defaultValue: '' }],
    ['nowhere', { defaultValue: 'Feld {{name}}', name: 'a' }],
  ] as [string | string[], Values | undefined][])('is the same in both for %j with %j', (key, values) => {
    expect(small.getFixedT(language, 'common')(key, values)).toBe(i18next.t(key, values ?? {}));
    expect(small.exists(`${key}`)).toBe(i18next.exists(`${key}`));
  });
});
