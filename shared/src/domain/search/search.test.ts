import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sentiments, topics } from '../assessment.ts';
import { parseSearch } from './parse.ts';
import { neutralText, printSearch } from './print.ts';
import { allOf, anyOf, notOf, type Search, type SearchNode, type SearchTerm, termOf } from './search.ts';
import { SEARCH_DEPTH, SEARCH_LENGTH, SEARCH_PARTS } from './search-error.ts';
import { isPlain, tidied } from './tokens.ts';
import { hasWords, isWords, neutralWords, sortWords } from './vocabulary.ts';

const searchOf = (text: string): Search => {
  const { search, error } = parseSearch(text);
  if (error) throw new Error(`${text}: ${error.code} at ${error.at}`);
  return search;
};
const whereOf = (text: string) => searchOf(text).where;
const errorOf = (text: string) => parseSearch(text).error;
const is = (value: keyof typeof isWords) => termOf({ key: 'is', value });
const word = (text: string): SearchNode => ({ kind: 'text', text, exact: false });

const name = fc
  .oneof(
    fc.constantFrom('Lena', 'S. Keller', 'Hotel "Sonne" \\ Blick', 'me', 'OR', '@x', 'a:b', '-'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  .map(tidied)
  .filter((text) => text !== '' && text.length <= 12);
const count = fc.integer({ min: 1, max: 9999 });
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const term = fc.oneof<fc.Arbitrary<SearchTerm>[]>(
  fc.record({ key: fc.constant('is' as const), value: fc.constantFrom(...neutralWords(isWords)) }),
  fc.record({ key: fc.constant('has' as const), value: fc.constantFrom(...neutralWords(hasWords)) }),
  fc.record({ key: fc.constant('sentiment' as const), value: fc.constantFrom(...sentiments) }),
  fc.record({ key: fc.constant('topic' as const), value: fc.constantFrom(...topics) }),
  fc.record({
    key: fc.constantFrom('channel' as const, 'account' as const, 'team' as const, 'tag' as const, 'author' as const),
    value: name,
  }),
  fc.record({ key: fc.constant('incident' as const), value: count.map((n) => `${n}` as const) }),
  fc.record({
    key: fc.constant('quality' as const),
    value: fc.record({
      sign: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const),
      percent: fc.integer({ min: 0, max: 100 }),
    }),
  }),
  fc.record({ key: fc.constant('lang' as const), value: fc.constantFrom('de', 'en') }),
  fc.record({
    key: fc.constant('assignee' as const),
    value: fc.oneof(
      fc.constantFrom('me' as const, 'none' as const),
      name.map((one) => `@${one}` as const),
    ),
  }),
  fc.record({
    key: fc.constant('sla' as const),
    value: fc.oneof(
      fc.constantFrom('breached' as const, 'kept' as const, 'missed' as const, 'running' as const),
      fc.record({
        sign: fc.constantFrom('<' as const, '>' as const),
        count,
        unit: fc.constantFrom('m' as const, 'h' as const, 'd' as const),
      }),
    ),
  }),
  fc.record({
    key: fc.constantFrom('created' as const, 'answered' as const),
    value: fc.oneof(
      fc.record({ sign: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '=' as const), day }),
      fc.record({ last: count, unit: fc.constantFrom('h' as const, 'd' as const, 'w' as const) }),
      fc.record({ day, hour: fc.integer({ min: 0, max: 23 }) }),
    ),
  }),
);
const sayable = (text: string) => /[\p{L}\p{N}]/u.test(text);
const text = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: name.filter((one) => isPlain(one) && sayable(one)),
    exact: fc.constant(false),
  }),
  fc.record({ kind: fc.constant('text' as const), text: name.filter(sayable), exact: fc.constant(true) }),
);
const { node } = fc.letrec<{ node: SearchNode; some: SearchNode[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: term.map(termOf) },
    { weight: 2, arbitrary: text },
    { weight: 2, arbitrary: tie('node').map(notOf) },
    { weight: 2, arbitrary: tie('some').map((nodes) => allOf(nodes) ?? is('open')) },
    { weight: 2, arbitrary: tie('some').map((nodes) => anyOf(nodes) ?? is('open')) },
  ),
  some: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
}));
const search: fc.Arbitrary<Search> = fc
  .record({ where: fc.option(node), sort: fc.option(fc.constantFrom(...neutralWords(sortWords))) })
  .filter((one) => printSearch(one, 'de').length <= SEARCH_LENGTH && neutralText(one).length <= SEARCH_LENGTH)
  .filter((one) => parseSearch(neutralText(one)).error?.code !== 'search.long');

describe('what is printed is read back', () => {
  it('in German, in English and neutrally, to the same tree', () => {
    fc.assert(
      fc.property(search, (one) => {
        expect(searchOf(printSearch(one, 'de'))).toEqual(one);
        expect(searchOf(printSearch(one, 'en'))).toEqual(one);
        expect(searchOf(neutralText(one))).toEqual(one);
      }),
      { numRuns: 2000 },
    );
  });

  it('and any text is either read or told what is wrong within it, without throwing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '„',
        '“',
        '-',
        ':',
        ' ',
        'OR',
        'NICHT',
        'is:',
        'sla:<',
        'sort:due',
        '\\',
        'constructor',
        '__proto__:x',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
        (typed) => {
          const { search: found, error } = parseSearch(typed);
          if (found) expect(searchOf(neutralText(found))).toEqual(found);
          else expect(error.at >= 0 && error.at + error.length <= typed.length).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['is:open sentiment:negative channel:facebook', 'ist:offen stimmung:negativ kanal:facebook'],
  ['assignee:me -tag:spam', 'zuständig:ich -schlagwort:spam'],
  ['assignee:@"Lena Berg" OR assignee:none', 'zuständig:@"Lena Berg" ODER zuständig:niemand'],
  ['topic:cocreation has:draft sla:<30m', 'thema:mitgestaltung hat:entwurf sla:<30m'],
  ['created:last-7d sla:>2d', 'erstellt:letzte-7t sla:>2t'],
  ['answered:2026-03-05T09 sla:kept has:deadline', 'beantwortet:2026-03-05T09 sla:eingehalten hat:frist'],
  ['created:>2026-03-01 sort:oldest', 'erstellt:>2026-03-01 sortierung:älteste'],
  ['team:"Haus Wien" -team:Community', 'team:"Haus Wien" -team:Community'],
  ['incident:12 is:open', 'vorfall:12 ist:offen'],
  ['quality:<60 -quality:>=90', 'qualität:<60 -qualität:>=90'],
  ['is:snoozed sentiment:unknown', 'ist:zurückgestellt stimmung:unklar'],
  ['-(is:open OR "kalter Kaffee") lang:de', '-(ist:offen ODER "kalter Kaffee") sprache:de'],
])('%s = %s', (english, german) => {
  expect(printSearch(searchOf(english), 'de')).toBe(german);
  expect(printSearch(searchOf(german), 'en')).toBe(english);
});

describe('spelling', () => {
  test.each([
    'zustaendig:ich ist:ueberfaellig',
    'zustandig:ICH ist:uberfallig',
    'ZUSTÄNDIG:ich Ist:Überfällig',
    'assignee:me ist:overdue',
  ])('%s', (text) => {
    expect(neutralText(searchOf(text))).toBe('assignee:me is:overdue');
  });

  it('takes quotation marks as phones type them, and German dates', () => {
    expect(whereOf('„kalter  Kaffee“')).toEqual({ kind: 'text', text: 'kalter Kaffee', exact: true });
    expect(whereOf('“cold coffee”')).toEqual({ kind: 'text', text: 'cold coffee', exact: true });
    expect(whereOf('»kalt«')).toEqual({ kind: 'text', text: 'kalt', exact: true });
    expect(neutralText(searchOf('erstellt:>=1.3.2026'))).toBe('created:>=2026-03-01');
  });

  it('leaves ordinary words alone', () => {
    expect(whereOf('nicht 18:30 oder')).toEqual({ kind: 'and', of: ['nicht', '18:30', 'oder'].map(word) });
    expect(whereOf('constructor')).toEqual(word('constructor'));
  });
});

describe('precedence', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(word) as [SearchNode, SearchNode, SearchNode];
  test.each<[string, SearchNode | null]>([
    ['-a OR b', { kind: 'or', of: [{ kind: 'not', of: a }, b] }],
    ['NOT a b', { kind: 'and', of: [{ kind: 'not', of: a }, b] }],
    ['-(a OR b)', { kind: 'not', of: { kind: 'or', of: [a, b] } }],
    ['a b OR c', { kind: 'or', of: [{ kind: 'and', of: [a, b] }, c] }],
    ['a OR b c', { kind: 'or', of: [a, { kind: 'and', of: [b, c] }] }],
    ['a UND b', { kind: 'and', of: [a, b] }],
    ['(a (b c))', { kind: 'and', of: [a, b, c] }],
    ['--a', a],
    ['', null],
  ])('%s', (text, tree) => {
    expect(searchOf(text)).toEqual({ where: tree, sort: null });
  });

  it('sorts the whole search, wherever the word stands outside of brackets', () => {
    expect(searchOf('sortierung:neueste a OR b')).toEqual(searchOf('a sort:newest OR b'));
    expect(searchOf('sort:due')).toEqual({ where: null, sort: 'due' });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['stimung:negativ', 'key.unknown', 0, 7, 'stimmung'],
    ['is:open asignee:me', 'key.unknown', 8, 7, 'assignee'],
    ['zustendig:ich', 'key.unknown', 0, 9, 'zuständig'],
    ['ist:ofen', 'value.unknown', 4, 4, 'offen'],
    ['topic:xyzxyzxyz', 'value.unknown', 6, 9, undefined],
    ['state:critic', 'key.unavailable', 0, 5, undefined],
    ['qualität:60', 'value.malformed', 9, 2, '<60'],
    ['quality:<101', 'value.malformed', 8, 4, '<60'],
    ['has:media', 'value.unavailable', 4, 5, undefined],
    ['sort:reach', 'value.unavailable', 5, 5, undefined],
    ['ist:freigegeben', 'value.unavailable', 4, 11, undefined],
    ['tag:', 'value.missing', 4, 0, undefined],
    ['assignee:@', 'value.missing', 9, 1, undefined],
    ['sla:30', 'value.malformed', 4, 2, '<30m'],
    ['created:2026-02-30', 'value.malformed', 8, 10, '>2026-03-01'],
    ['vorfall:lüftung', 'value.malformed', 8, 7, '1'],
    ['created:2026-03-01T24', 'value.malformed', 8, 13, '>2026-03-01'],
    ['lang:deutsch', 'value.malformed', 5, 7, 'de'],
    ['a OR', 'operand.missing', 2, 2, undefined],
    ['OR a', 'operand.missing', 0, 2, undefined],
    ['()', 'operand.missing', 1, 1, undefined],
    ['(a', 'bracket.unclosed', 0, 1, undefined],
    ['a)', 'bracket.unopened', 1, 1, undefined],
    [')', 'bracket.unopened', 0, 1, undefined],
    ['a "b', 'quote.unclosed', 2, 2, undefined],
    ['!!!', 'text.signs', 0, 3, undefined],
    ['(a sort:due)', 'sort.place', 3, 8, undefined],
    ['-sort:due', 'sort.place', 1, 8, undefined],
    ['sort:due sort:newest', 'sort.twice', 9, 11, undefined],
  ])('%s: %s', (text, code, at, length, nearest) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code, at, length });
    expect(error?.nearest).toBe(nearest);
  });

  it('is also what is too long, too much or too deep', () => {
    expect(errorOf('x'.repeat(SEARCH_LENGTH + 1))?.code).toBe('search.long');
    expect(errorOf('a '.repeat(SEARCH_PARTS + 1))?.code).toBe('search.long');
    expect(errorOf(`${'('.repeat(SEARCH_DEPTH + 1)}a`)?.code).toBe('search.long');
    expect(errorOf(`${'('.repeat(SEARCH_DEPTH)}a${')'.repeat(SEARCH_DEPTH)}`)).toBe(null);
  });
});
