import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findTimes } from './time-words.ts';

// Thursday, 5 March 2026, 14:00 in Berlin.
const now = new Date('2026-03-05T13:00:00.000Z');
const reading = { now, timeZone: 'Europe/Berlin', dayMinutes: 18 * 60 };

const local = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' }).format(at);
const times = (text: string, more: Partial<typeof reading> = {}) =>
  findTimes(text, { ...reading, ...more }).map(({ at }) => local(at));

describe('a day without a time ends when the reader says', () => {
  test.each([
    ['bis Freitag', '2026-03-06 18:00'],
    ['bis Donnerstag', '2026-03-12 18:00'],
    ['am Montag', '2026-03-09 18:00'],
    ['noch heute', '2026-03-05 18:00'],
    ['morgen', '2026-03-06 18:00'],
    ['übermorgen', '2026-03-07 18:00'],
    ['diese Woche', '2026-03-06 18:00'],
    ['bis Ende der Woche', '2026-03-06 18:00'],
    ['nächste Woche', '2026-03-13 18:00'],
    ['bis zum 15.', '2026-03-15 18:00'],
    ['bis zum 3.', '2026-04-03 18:00'],
    ['in zwei Werktagen', '2026-03-09 18:00'],
    ['within 6 business days', '2026-03-13 18:00'],
    ['this weekend', '2026-03-06 18:00'],
    ['am 15. März', '2026-03-15 18:00'],
    ['am 1. Februar', '2027-02-01 18:00'],
    ['am 15.3.', '2026-03-15 18:00'],
    ['am 02.04.2026', '2026-04-02 18:00'],
    ['bis Monatsende', '2026-03-31 18:00'],
    ['by Friday', '2026-03-06 18:00'],
    ['tomorrow', '2026-03-06 18:00'],
    ['by the 15th', '2026-03-15 18:00'],
    ['on 30 June', '2026-06-30 18:00'],
    ['on March 15th', '2026-03-15 18:00'],
    ['by the end of the week', '2026-03-06 18:00'],
    ['next week', '2026-03-13 18:00'],
  ])('%s', (text, at) => expect(times(text)).toEqual([at]));
});

describe('days with times, spans, and times alone', () => {
  test.each([
    ['morgen früh', '2026-03-06 09:00'],
    ['morgen um 10 Uhr', '2026-03-06 10:00'],
    ['morgen 9:00', '2026-03-06 09:00'],
    ['nächster Freitag 10 Uhr', '2026-03-06 10:00'],
    ['Freitag, 6. März, um 10:30 Uhr', '2026-03-06 10:30'],
    ['heute Abend', '2026-03-05 20:00'],
    ['Mo 9:00', '2026-03-09 09:00'],
    ['bis Freitagmittag', null],
    ['tomorrow 9am', '2026-03-06 09:00'],
    ['on Friday at 2:30 pm', '2026-03-06 14:30'],
    ['by 8 pm', '2026-03-05 20:00'],
    ['um 16 Uhr', '2026-03-05 16:00'],
    ['um 9 Uhr', '2026-03-06 09:00'],
    ['in 3 Tagen', '2026-03-08 14:00'],
    ['innerhalb von 24 Stunden', '2026-03-06 14:00'],
    ['binnen einer Woche', '2026-03-12 14:00'],
    ['within two hours', '2026-03-05 16:00'],
    ['in a week', '2026-03-12 14:00'],
  ])('%s', (text, at) => expect(times(text)).toEqual(at === null ? [] : [at]));
});

it('names where the words stand, so that they can be shown', () => {
  const text = 'Bis Freitag um 10 Uhr sage ich Ihnen Bescheid, spätestens am Montag.';
  const found = findTimes(text, reading);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Freitag um 10 Uhr', 'Montag']);
});

it('leaves out what is past, what is no day, and words that only look like times', () => {
  expect(times('heute um 9 Uhr war es kalt')).toEqual([]);
  expect(times('am 31. Juni')).toEqual([]);
  expect(times('Montagsmaler, guten Morgen? Sommerabend und Mittagessen, 12.345 Leute')).toEqual([]);
  expect(times('')).toEqual([]);
});

it('takes a date without a month for the next month that has it', () => {
  const on = (at: string) => ({ now: new Date(at) });
  expect(times('bis zum 31.', on('2026-04-10T10:00:00.000Z'))).toEqual(['2026-05-31 18:00']);
  expect(times('bis zum 30.', on('2026-01-31T10:00:00.000Z'))).toEqual(['2026-03-30 18:00']);
  expect(times('bis zum 5.', on('2026-12-30T10:00:00.000Z'))).toEqual(['2027-01-05 18:00']);
  expect(times('am 31. Juni', on('2026-04-10T10:00:00.000Z'))).toEqual([]);
});

test.each([
  'Guten Abend',
  'Guten Morgen',
  'Einen schönen Nachmittag',
  'Schönes Wochenende',
  'Good morning',
  'Have a nice evening',
])('a greeting is no time: %s', (text) => expect(times(text)).toEqual([]));

test('working days end from Monday to Friday, and each ends later than the one before', () => {
  const since = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(since, fc.integer({ min: 1, max: 60 }), (at, days) => {
      const ends = [days, days + 1].map((n) => findTimes(`in ${n} Werktagen`, { ...reading, now: at })[0]?.at);
      const names = ends.map((end) => end?.toLocaleDateString('en', { weekday: 'short', timeZone: 'Europe/Berlin' }));
      expect(names.filter((name) => name === 'Sat' || name === 'Sun' || name === undefined)).toEqual([]);
      expect(ends[1]?.getTime()).toBeGreaterThan(ends[0]?.getTime() ?? 0);
    }),
  );
});

it('keeps to the local clock over the change to summer time', () => {
  const eve = { now: new Date('2026-03-28T11:00:00.000Z') };
  expect(times('morgen um 9 Uhr', eve)).toEqual(['2026-03-29 09:00']);
  expect(findTimes('morgen um 9 Uhr', { ...reading, ...eve })[0]?.at.toISOString()).toBe('2026-03-29T07:00:00.000Z');
  expect(times('morgen um 2:30 Uhr', eve)).toEqual(['2026-03-29 03:30']);
});

test('any text is read without an error, and only times ahead are given, inside the text and in its order', () => {
  const word = fc.constantFrom(
    'Freitag',
    'bis',
    'um',
    '10 Uhr',
    '9:75',
    '31.',
    'Juni',
    'in',
    '3',
    'Tagen',
    'heute',
    'pm',
    '.',
    '999',
    'ä',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(
      texts,
      fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (text, at) => {
        const found = findTimes(text, { ...reading, now: at });
        let before = 0;
        for (const { start, end, at: meant } of found) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(meant.getTime()).toBeGreaterThan(at.getTime());
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 500 },
  );
});
