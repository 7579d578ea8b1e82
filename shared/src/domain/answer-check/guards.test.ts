import { describe, expect, test } from 'vitest';
import { type GuardInput, guardCodes, guardLevels, levelOfGuard } from './guard-codes.ts';
import { findGuards } from './guards.ts';

const input = (answer: string, changes: Partial<GuardInput> = {}): GuardInput => ({
  answer,
  comment: { authorName: 'Sabine Keller', authorHandle: null },
  own: { names: [], domains: ['sonnenblick.example'], contacts: ['service@sonnenblick.example', '+49 7531 900-12'] },
  publicReplies: 0,
  ...changes,
});
const codes = (answer: string, changes?: Partial<GuardInput>) =>
  findGuards(input(answer, changes)).map(({ code }) => code);
const words = (answer: string) => findGuards(input(answer)).flatMap((guard) => guard.words);

test('a usual answer has none, and each code has a level', () => {
  expect(codes('Guten Tag Frau Keller, die Lüftung wird am 15.07.2026 um 08:30 Uhr geprüft. Martin Vogt')).toEqual([]);
  for (const code of guardCodes) expect(guardLevels).toContain(levelOfGuard[code]);
});

describe('placeholders block', () => {
  test.each([
    'Hallo {{name}}!',
    'Hallo {{ }}!',
    'Hallo {name}!',
    'Hallo {kunde.name}!',
    'Gruß [Name]',
    'Dear [first name]',
    'Am [Datum einfügen]',
    'Hi <name>',
    'Hi %vorname%',
  ])('%s', (answer) => expect(findGuards(input(answer))).toMatchObject([{ code: 'placeholder', level: 'block' }]));
  test.each([
    'Siehe [1].',
    'Das ist so [sic].',
    '[Unsere Filiale](https://sonnenblick.example)',
    'Wir {lieben} das nicht :{',
    'a < b > c',
    'I <3 this name you chose >',
    '100%ige Kunden, 50% mehr',
    '100 % und 50 %',
    'f(x)[i]',
  ])('%s is none', (answer) =>
    expect(codes(answer)).not.toContain(answer.includes('{lieben}') ? 'iban' : 'placeholder'),
  );
});

describe('a greeting for somebody else blocks', () => {
  test.each([
    'Guten Tag Frau Huber, danke.',
    'Hallo Herr Dr. Ott, danke.',
    'Dear Susan, thanks.',
    'Liebe Familie Gruber, danke.',
    'Hallo liebe Renate!',
  ])('%s', (answer) => expect(findGuards(input(answer))).toMatchObject([{ code: 'wrong-name', level: 'block' }]));
  test.each([
    'Guten Tag Frau Keller, danke.',
    'Hallo Sabine!',
    'HALLO FRAU KELLER',
    'Guten Tag, danke.',
    'Sehr geehrte Kundin, danke.',
    'Hallo zusammen!',
    'Liebe Grüße nach Kiel.',
    'Hallo Schade dass es so kam.',
    'Hello Thanks for writing.',
    'Hallo Ihr Lieben, danke.',
    'Guten Tag Vielen Dank für den Hinweis.',
    'Dear Valued Guest, thanks.',
    'Guten Tag Frau Kellner, danke.',
    'Hallo Frau Keller und Herr Vogt!',
  ])('%s does not', (answer) => expect(codes(answer)).toEqual([]));
  test('our own name is nobody', () => {
    const own = { names: ['Hotel Sonnenblick'], domains: [], contacts: [] };
    expect(codes('Liebe Sonnenblick-Freunde, danke.', { own })).toEqual([]);
    expect(codes('Hallo Sonnenblick, danke.')).toEqual(['wrong-name']);
    expect(codes('Hallo Sonnenblick, danke.', { own })).toEqual([]);
  });
  test('nobody is wrong where the author has no name', () => {
    for (const authorName of ['@pendler_wk', 'anonym', 'kaffeetante88', 'Gast'])
      expect(codes('Hallo Lisa!', { comment: { authorName, authorHandle: null } })).toEqual([]);
  });
});

describe('personal data asks', () => {
  test('e-mail addresses, but not ours and not handles', () => {
    expect(words('Wir schreiben an Sabine.Keller+x@post.example, gern.')).toEqual(['Sabine.Keller+x@post.example']);
    expect(codes('Schreiben Sie an Service@Sonnenblick.example.')).toEqual([]);
    expect(codes('@kira@social.example danke')).toEqual([]);
  });
  test.each([
    ['Wir rufen 0171 2345678 an.', '0171 2345678'],
    ['Ihre Nummer +41 79 123 45 67?', '+41 79 123 45 67'],
    ['We ring you on (020) 7946-0123.', '(020) 7946-0123'],
    ['Unter 0043/664/1234567 erreichen wir Sie.', '0043/664/1234567'],
  ])('telephone: %s', (answer, number) =>
    expect(findGuards(input(answer))).toMatchObject([{ code: 'phone', level: 'ask', words: [number] }]),
  );
  test.each([
    'Tel. 07531 90012',
    'Rufen Sie +49 (0)7531 900-12 an.',
    'Am 01.07.2026 von 08:00 bis 17:00',
    '01/07/2026',
    '0,99 und 1000000',
    'Artikel 123456789',
    '2026-07-01',
  ])('no telephone: %s', (answer) => expect(codes(answer)).not.toContain('phone'));
  test('account numbers, with and without blanks, and not as a telephone number too', () => {
    expect(codes('auf DE44 5001 0517 5407 3249 31 überwiesen')).toEqual(['iban']);
    expect(codes('CH9300762011623852957')).toEqual(['iban']);
  });
  test('order and room numbers', () => {
    expect(words('Ihre Bestellung Nr. 4711-88213 ist da.')).toEqual(['4711-88213']);
    expect(words('Kundennummer: K 204857')).toEqual(['K 204857']);
    expect(words('your order #558120')).toEqual(['558120']);
    expect(codes('Zimmer 214 ist fertig.')).toEqual(['room-number']);
    expect(codes('ROOM No. 12B')).toEqual(['room-number']);
    expect(codes('Für ein Zimmer 2 Nächte')).toEqual([]);
    expect(codes('Die Bestellung von 2019')).toEqual([]);
  });
});

test('sums ask only beside words of paying back', () => {
  for (const answer of [
    'Ein Gutschein über 50 € liegt bereit.',
    'Wir erstatten Ihnen 79,90 Euro.',
    'We will refund £79.90.',
    'Als Ausgleich: CHF 20',
    '20 % Rabatt für Sie',
    'a voucher worth $ 25',
  ])
    expect(codes(answer), answer).toEqual(['amount']);
  for (const answer of [
    'Das Frühstück kostet 18 €.',
    '100 % Bio',
    'Wir erstatten den Betrag.',
    'Gutschein gilt 3 Jahre',
  ])
    expect(codes(answer), answer).toEqual([]);
});

test('links ask unless they lead to us', () => {
  expect(
    codes('https://sonnenblick.example/termin, www.sonnenblick.example, http://hilfe.sonnenblick.example:8080/x?y#z'),
  ).toEqual([]);
  for (const answer of [
    'https://bit.example/abc',
    'www.gratis.example',
    'siehe bit.ly/abc',
    'https://sonnenblick.example@boese.example/',
    'https://boesesonnenblick.example',
    'https://sonnenblick.example.boese.example',
    'HTTPS://BOESE.EXAMPLE',
  ])
    expect(codes(answer), answer).toEqual(['unknown-link']);
  for (const answer of ['Danke.Das ist gut.', 'z.B. so', 'Version 3.1.2', 'Ende.Der Rest'])
    expect(codes(answer), answer).toEqual([]);
});

test('the third public answer asks, three words of regret hint', () => {
  expect(codes('Danke.', { publicReplies: 1 })).toEqual([]);
  expect(findGuards(input('Danke.', { publicReplies: 2 }))).toEqual([
    { code: 'third-reply', level: 'ask', marks: [], words: [] },
  ]);
  expect(findGuards(input('Sorry, sorry, es tut uns so leid!'))).toMatchObject([
    { code: 'many-sorries', level: 'hint' },
  ]);
  expect(codes('Sorry, es tut uns leid!')).toEqual([]);
});

test('upper case, written out and decomposed umlauts make no difference', () => {
  for (const answer of [
    'Rückerstattung über 50 €, Küchen-Bestellnummer 558120, Entschuldigung, tut uns leid, Verzeihung',
    'GUTEN TAG FRAU MÜLLER, DANKE',
    'Entschädigung: 20 €',
  ]) {
    const usual = codes(answer);
    expect(usual.length).toBeGreaterThan(0);
    expect(codes(answer.normalize('NFD'))).toEqual(usual);
    expect(codes(answer.replaceAll('ü', 'ue').replaceAll('ä', 'ae'))).toEqual(usual);
    if (!answer.startsWith('G')) expect(codes(answer.toUpperCase())).toEqual(usual);
  }
});
