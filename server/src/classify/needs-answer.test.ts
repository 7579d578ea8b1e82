import { describe, expect, test } from 'vitest';
import { createClassifier } from './classify.ts';

const { classify } = createClassifier();
const needsAnswer = (body: string, fallbackLanguage = 'de') => classify({ body, fallbackLanguage }).needsAnswer;

describe('needs an answer', () => {
  test.each([
    'Gibt es die Jacke auch in Blau?',
    'wann macht ihr am samstag auf',
    'Habt ihr noch Karten',
    'Bitte melden Sie sich, mein Paket ist verschwunden.',
    'Der Akku hat gebrannt',
    'Keine Antwort von eurer Hotline, ich bin sauer',
    'where is my refund',
    'Your support ignored my emails, this is unacceptable',
  ])('%s', (body) => {
    expect(needsAnswer(body)).toBe(true);
  });
});

describe('may stay without', () => {
  test.each([
    'Wunderbar, vielen Dank',
    'Super Team, immer wieder gerne',
    '😍',
    'Schöner Tag',
    'Lovely place, great food',
  ])('%s', (body) => {
    expect(needsAnswer(body)).toBe(false);
  });
});
