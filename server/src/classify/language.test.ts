import { describe, expect, test } from 'vitest';
import { readCorpus } from './corpus/corpus.ts';
import { createLanguagePhase } from './language.ts';
import { readLanguageProfile } from './language-profile.ts';
import { unread } from './phases.ts';
import { tokens } from './tokens.ts';

const detect = readLanguageProfile();
const phase = createLanguagePhase(detect, ['de', 'en', 'fr', 'it', 'es', 'pt']);
const languageOf = (body: string, fallbackLanguage: string | null = null) =>
  phase.assess({ body, tokens: tokens(body), fallbackLanguage }, unread).language;

test.each([
  ['de', 'Der Kundendienst hat leider nie zurückgerufen.'],
  ['de', 'DAS PAKET LIEGT SEIT MONTAG IM DEPOT'],
  ['de', 'Mini Bstellig isch scho sit drü Wuche underwägs, was isch da los?'],
  ['en', 'Still waiting for my refund after three weeks'],
  ['fr', "Le service client n'a jamais répondu à mes messages"],
  ['it', 'Il servizio clienti non ha mai risposto alla mia richiesta'],
  ['es', 'El servicio de atención al cliente nunca me ha contestado'],
  ['pt', 'O atendimento nunca respondeu às minhas mensagens'],
])('tells %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  'De klantenservice heeft nog steeds niet gereageerd op mijn bericht',
  'Müşteri hizmetleri mesajlarıma hala cevap vermedi',
  'Obsługa klienta nadal nie odpowiedziała na moją wiadomość',
  'Служба поддержки так и не ответила на моё сообщение',
  'カスタマーサービスからまだ返事がありません。どうなっていますか。',
])('leaves other languages unknown: %s', (text) => {
  expect(languageOf(text)).toBeNull();
});

describe('a comment too short to tell', () => {
  test.each([
    'Toll!',
    'ok',
    '👍👍👍👍👍👍👍👍👍👍👍👍👍',
    '1234567890 1234567890 1234',
    '@einefirma @nocheinefirma hm',
    '',
  ])('is unknown, or in the language of its thread: %s', (text) => {
    expect(languageOf(text)).toBeNull();
    expect(languageOf(text, 'de-AT')).toBe('de');
    expect(languageOf(text, 'ja')).toBeNull();
  });

  test('a long one is told by itself, whatever the thread', () => {
    expect(languageOf('Still waiting for my refund after three weeks', 'de')).toBe('en');
  });
});

test('only the wanted languages are named', () => {
  const onlyGerman = createLanguagePhase(detect, ['de']);
  const body = 'Still waiting for my refund after three weeks';
  expect(onlyGerman.assess({ body, tokens: tokens(body), fallbackLanguage: null }, unread).language).toBeNull();
});

test('on our corpus: 98 % from 50 characters, 95 % from 20', () => {
  const rows = readCorpus();
  const share = (from: number, to: number) => {
    const some = rows.filter(({ text }) => text.length >= from && text.length < to);
    expect(some.length).toBeGreaterThan(100);
    return some.filter(({ text, lang }) => languageOf(text) === lang).length / some.length;
  };
  expect(share(50, 10_000)).toBeGreaterThanOrEqual(0.98);
  expect(share(20, 50)).toBeGreaterThanOrEqual(0.95);
});
