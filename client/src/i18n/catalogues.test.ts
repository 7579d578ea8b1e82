import { problemCodes } from '@stammgast/shared/contract/problem';
import type { Locale, Register } from '@stammgast/shared/contract/team';
import { localeTag, wordsIn } from '@stammgast/shared/domain/locale';
import { mixedRegister } from '@stammgast/shared/domain/register.suite';
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
const source = { ...de, ...dePages } as Words;
const built = (locale: Locale, register: Register) => new Map(flatten(wordsIn(locale, source, register)));
const german = built('de', 'sie');
const withDu = built('de', 'du');
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
    const different = [...german, ...withDu].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty and shout nothing', () => {
    const all = [...german, ...withDu, ...english];
    const empty = all.filter(([, text]) => text.trim() === '');
    const loud = all.filter(([, text]) => text.includes('!'));
    expect({ empty, loud }).toEqual({ empty: [], loud: [] });
  });

  it('have one word for a thread', () => {
    const others = /\b(Fall|Fälle|Fällen|Vorgang|Vorgänge|Tickets?|cases?|conversations?)\b/i;
    // What needs approval, what is mostly so, and what is counted.
    const ofOtherThings = new Set([
      ...['channels.approval.cases', 'audit.values.approval.cases'],
      ...['channels.form.languageHint', 'reports.noCourse'],
    ]);
    const found = [...german, ...english].filter(([key, text]) => others.test(text) && !ofOtherThings.has(key));
    expect(found).toEqual([]);
  });

  it('name every problem that the server may answer', () => {
    const missing = problemCodes.filter((code) => !german.has(`problems.${code}`));
    expect(missing).toEqual([]);
  });
});

describe('German with Sie and with du', () => {
  const written = new Map(flatten(source));
  /** They speak about registers, and use none. */
  const names = [
    ...['audit.fields.bodySie', 'audit.fields.bodyDu', 'inbox.placeholder.sie', 'inbox.placeholder.du'],
    ...['snippet-page.form.sie', 'snippet-page.form.du', 'snippet-page.form.duHint', 'snippet-page.table.du'],
    ...['snippet-page.preview.sie', 'snippet-page.preview.du'],
    ...[
      'audit.values.register',
      'audit.values.replyRegister',
      'channels.register',
      'review.case',
      'team.register',
    ].flatMap((place) => [`${place}.sie`, `${place}.du`]),
  ];
  /** Also nouns, or said of others. */
  const alike = ['suche', 'versuche', 'ihr', 'zustimmt'];
  const wrong = (register: Register, words: ReadonlyMap<string, string> = written) =>
    mixedRegister(words, register, { names, alike });

  it('has one register only in each', () => {
    expect({ sie: wrong('sie'), du: wrong('du') }).toEqual({ sie: [], du: [] });
    const needless = names.filter(
      (name) => !mixedRegister(written, 'sie', { alike }).concat(mixedRegister(written, 'du')).includes(name),
    );
    expect(needless).toEqual([]);
  });

  it.each([
    ['sie', 'Bitte prüfe die Adresse.'],
    ['sie', 'Das gehört dir.'],
    ['sie', 'Kannst {Sie|du} das sehen?'],
    ['sie', 'Läuft auf eurem Server.'],
    ['du', 'Bitte prüfen Sie die Adresse.'],
    ['du', '{Ihr|Dein} Text bleibt, bis Sie ihn senden.'],
    ['du', 'Mit Ihrem Grund.'],
    ['du', 'Das haben {Sie|Du} geschrieben.'],
    ['du', 'Das {haben Sie|hast du geschrieben.'],
  ] as const)('would notice in the one with %s: %s', (register, fault) => {
    expect(wrong(register, new Map([...written, ['planted', fault]]))).toEqual(['planted']);
  });

  it('takes no other word for one with du', () => {
    expect(wrong('du', new Map([...written, ['planted', 'Das ist der Direktlink.']]))).toEqual([]);
  });

  it('differs only where people are addressed, and is read in English as before', () => {
    expect([...withDu.keys()]).toEqual([...german.keys()]);
    const same = [...written].filter(([key, text]) => !text.includes('|') && withDu.get(key) !== german.get(key));
    expect(same).toEqual([]);
    expect(german.get('problems.reply.guard_asks')).toBe('Bitte prüfen Sie die Antwort noch einmal.');
    expect(withDu.get('problems.reply.guard_asks')).toBe('Bitte prüfe die Antwort noch einmal.');
    expect(built('de-CH', 'du').get('guards.mine')).toBe('Dein Text');
    expect(wordsIn('en', en, 'du')).toBe(en);
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
  const swiss = built('de-CH', 'sie');

  it('is the German catalogue, without ß, „…“ and a blank before a percent sign', () => {
    expect([...german.values()].join()).toMatch(/ß.*„/s);
    expect([...swiss.keys()]).toEqual([...german.keys()]);
    expect([...swiss.values()].filter((text) => /[ß„“‚‘]|\s%/.test(text))).toEqual([]);
    const different = [...swiss].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(german.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
    expect(built('de-AT', 'du')).toEqual(withDu);
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
