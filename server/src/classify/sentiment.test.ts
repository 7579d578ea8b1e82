import { describe, expect, test } from 'vitest';
import { createClassifier } from './classify.ts';

const { classify } = createClassifier();
const read = (body: string, language = 'de') => classify({ body, fallbackLanguage: language });

describe('plain cases', () => {
  test.each([
    ['de', 'negative', 'Unverschämt, drei Wochen keine Antwort, ich bin wütend und enttäuscht.'],
    ['de', 'negative', 'Nie wieder, das Essen war kalt und der Kellner unfreundlich.'],
    ['de', 'negative', 'Abzocke. Der Service ist eine Katastrophe.'],
    ['de', 'positive', 'Wunderbares Frühstück und sehr freundliches Personal, vielen Dank'],
    ['de', 'positive', 'Grossartig, gerne wieder!'],
    ['de', 'neutral', 'Gibt es die Lampe auch in Schwarz?'],
    ['de', 'neutral', 'Wann öffnet die Filiale am Samstag?'],
    ['en', 'negative', 'Terrible service, rude staff, my parcel was damaged and nobody replied.'],
    ['en', 'negative', 'Worst company ever, they refused my refund'],
    ['en', 'positive', 'Brilliant service, friendly staff, thank you so much'],
    ['en', 'positive', 'Love it, works perfectly!'],
  ])('%s %s: %s', (language, sentiment, body) => {
    expect(read(body, language).sentiment).toBe(sentiment);
  });
});

describe('a negation turns the score round', () => {
  test.each([
    ['de', 'Das Hotel ist empfehlenswert.', 'Das Hotel ist nicht empfehlenswert.'],
    ['de', 'Die Mitarbeiter waren freundlich.', 'Die Mitarbeiter waren nicht freundlich.'],
    ['de', 'Das Essen war gut.', 'Das Essen war nicht gut.'],
    ['de', 'Der Kellner war kompetent', 'Der Kellner war nie kompetent'],
    ['de', 'Mit freundlicher Beratung', 'Ohne freundliche Beratung'],
    ['en', 'I would recommend this hotel.', 'I would not recommend this hotel.'],
    ['en', 'The staff was helpful.', "The staff wasn't helpful."],
    ['en', 'The room was clean.', 'The room was never clean.'],
  ])('%s: %s / %s', (language, plain, negated) => {
    const before = read(plain, language).sentimentScore;
    const after = read(negated, language).sentimentScore;
    expect(before).not.toBeNull();
    expect(after ?? 0).toBeLessThan((before ?? 0) - 0.1);
  });
});

describe('unsure rather than guessing', () => {
  test.each(['', '...', '12345', '@firma', 'Xylqrz'])('nothing to go by: %s', (body) => {
    expect(read(body)).toMatchObject({ sentiment: 'unsure', sentimentScore: null, confidence: 0, evidence: [] });
  });

  test('praise in a bad context is not called positive', () => {
    expect(read('Super, danke, schon wieder drei Stunden Verspätung.').sentiment).not.toBe('positive');
    expect(read('Toll, danke. 3 Stunden gewartet und dann kam keiner.').sentiment).not.toBe('positive');
    expect(read('Great job, my parcel is lost again, thanks', 'en').sentiment).not.toBe('positive');
  });

  test('languages without word lists are judged by clear emoji only', () => {
    const french = 'Je suis allé au magasin de la rue principale hier après-midi';
    expect(read(french, 'fr').sentiment).toBe('unsure');
    expect(read(`${french} 😍😍`, 'fr').sentiment).toBe('positive');
    expect(read(`${french} 😡👎`, 'fr').sentiment).toBe('negative');
    expect(read(`${french} 😡😍`, 'fr').sentiment).toBe('unsure');
  });

  test('emoji alone', () => {
    expect(read('😍👏').sentiment).toBe('positive');
    expect(read('🤬').sentiment).toBe('negative');
    expect(read('😂').sentiment).toBe('unsure');
  });
});

test('the words that led there are shown, strongest first', () => {
  const { evidence } = read('Das Zimmer war wunderbar, der Empfang leider unfreundlich.');
  const weights = Object.fromEntries(evidence.map(({ text, weight }) => [text, weight]));
  expect(weights.wunderbar).toBeGreaterThan(0);
  expect(weights.unfreundlich).toBeLessThan(0);
  const strengths = evidence.map(({ weight }) => Math.abs(weight));
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
});
