import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findPromises } from './promise-words.ts';

// Thursday, 5 March 2026, 14:00 in Berlin; a day ends at 18:00.
const reading = { now: new Date('2026-03-05T13:00:00.000Z'), timeZone: 'Europe/Berlin', dayMinutes: 18 * 60 };
const due = (answer: string) => findPromises(answer, reading).map(({ dueAt }) => dueAt.toISOString());
const friday = '2026-03-06T17:00:00.000Z';

describe('a promise is found', () => {
  test.each([
    ['Wir melden uns bis Freitag bei Ihnen.', friday],
    ['Bis Freitag sage ich Ihnen hier, was dabei herauskam.', friday],
    ['Unser Techniker prüft die Anlage morgen früh, bis Freitag sage ich Ihnen hier Bescheid.', friday],
    ['Sie hören bis Freitag von uns.', friday],
    ['Ich rufe Sie morgen um 10 Uhr an.', '2026-03-06T09:00:00.000Z'],
    ['Wir erstatten Ihnen den Betrag innerhalb von 3 Tagen.', '2026-03-08T13:00:00.000Z'],
    ['Wir geben dir am 15. März Bescheid.', '2026-03-15T17:00:00.000Z'],
    ['Die Technik tauscht das Gerät am Montag aus.', '2026-03-09T17:00:00.000Z'],
    ["We'll get back to you by Friday.", friday],
    ['You will hear from us tomorrow.', friday],
    ['I will call you tomorrow at 9am.', '2026-03-06T08:00:00.000Z'],
    ['Our team will replace the parcel within 3 days.', '2026-03-08T13:00:00.000Z'],
  ])('%s', (answer, at) => expect(due(answer)).toEqual([at]));
});

describe('no promise is made up', () => {
  test.each([
    'Bitte melden Sie sich bis Freitag bei uns.',
    'Wenn Sie uns bis Freitag schreiben, prüfen wir das.',
    'Können Sie uns bis Freitag die Nummer schicken?',
    'Wir haben am Freitag geliefert.',
    'Das Restaurant ist bis 22 Uhr geöffnet, wir freuen uns.',
    'Es tut uns leid, dass Sie heute warten mussten.',
    'Wir melden uns bei Ihnen.',
    'Wir können das bis Freitag nicht prüfen.',
    'Please send us your order number by Friday.',
    'If you call us by Friday, we will check it.',
    'We were closed on Monday.',
    'Guten Morgen Frau Keller, wir prüfen das.',
    'Danke für Ihren Besuch am Montag.',
  ])('%s', (answer) => expect(due(answer)).toEqual([]));
});

it('gives the sentence as it stands, and each of several', () => {
  const answer =
    'Danke für die Nummer 4. Am 15. März prüfen wir die Anlage. Bis Freitag melden wir uns! Viele Grüße, Anna';
  const found = findPromises(answer, reading);
  expect(found.map(({ words }) => words)).toEqual([
    'Am 15. März prüfen wir die Anlage.',
    'Bis Freitag melden wir uns!',
  ]);
  expect(found.map(({ start, end }) => answer.slice(start, end))).toEqual(found.map(({ words }) => words));
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { start, end, words } of findPromises(text, reading)) expect(text.slice(start, end)).toBe(words);
    }),
  );
});

test('hostile texts take no time that grows faster than they do', () => {
  const work = (length: number) => {
    const text = 'wir bitte habe Freitag '.repeat(length / 23);
    const since = performance.now();
    findPromises(text, reading);
    return performance.now() - since;
  };
  work(2000);
  const best = (length: number) => Math.min(...[0, 1, 2, 3, 4].map(() => work(length)));
  expect(best(8000)).toBeLessThan(Math.max(best(1000), 0.2) * 80);
});
