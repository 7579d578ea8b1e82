import { problemCodes } from '@stammgast/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import { catalogue as de } from './de.ts';
import { catalogue as dePages } from './de-pages.ts';
import { catalogue as en } from './en.ts';
import { catalogue as enPages } from './en-pages.ts';
import { guessLocale } from './setup.ts';

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
  });
});
