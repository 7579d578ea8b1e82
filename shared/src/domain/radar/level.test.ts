import { describe, expect, test } from 'vitest';
import { isAroused, linksElsewhere } from './arousal.ts';
import { HOUR_MS } from './hours.ts';
import { levelOf, type Signs } from './level.ts';

const hour = (count: number, expected: number | null) => [{ window: 1 as const, count, authors: count, expected }];
const signs = (more: Partial<Signs>): Signs => ({
  readings: hour(5, 1),
  alarm: true,
  channels: 1,
  press: 0,
  critics: 5,
  authors: 50,
  aroused: 0.2,
  strongSince: null,
  now: 100 * HOUR_MS,
  ...more,
});

test.each<[string, number, Partial<Signs>]>([
  ['nothing', 0, { alarm: false, readings: hour(1, 1) }],
  ['single critics above usual', 1, { alarm: false, readings: hour(2, 1.2) }],
  ['twice and three times as many', 2, { alarm: false, readings: hour(5, 2) }],
  ['an alarm on one channel', 3, {}],
  ['an alarm on two channels', 4, { channels: 2 }],
  ['an alarm and the press', 4, { press: 1 }],
  ['ten times as many', 5, { readings: hour(30, 3) }],
  ['ten times as many as hardly any: against one', 3, { readings: hour(6, 0.1) }],
  ['more critics than others', 5, { critics: 12, authors: 20 }],
  ['a majority of few', 3, { critics: 5, authors: 6 }],
  ['an alarm by the fixed rule', 3, { readings: hour(9, null) }],
  ['level 5 for three hours, without press or outrage', 5, { readings: hour(30, 3), strongSince: 97 * HOUR_MS }],
  ['level 5 for three hours, and outrage', 6, { readings: hour(30, 3), strongSince: 97 * HOUR_MS, aroused: 0.7 }],
  ['level 5 for three hours, and press', 6, { readings: hour(30, 3), strongSince: 97 * HOUR_MS, press: 1 }],
  ['level 5 for two hours, and press', 5, { readings: hour(30, 3), strongSince: 98 * HOUR_MS, press: 1 }],
])('%s: %i', (_, level, more) => {
  expect(levelOf(signs(more))).toBe(level);
});

describe('outrage', () => {
  test.each(['So eine Frechheit.', 'Nie wieder', 'Unverschämtheit!!', 'What a disgrace', 'DAS IST EINFACH NICHT WAHR'])(
    '%s',
    (text) => expect(isAroused(text)).toBe(true),
  );
  test.each(['Das Frühstück war leider kalt.', 'The room was too small.', 'Mistelzweige im ARD-Park'])(
    'not: %s',
    (text) => expect(isAroused(text)).toBe(false),
  );
});

test('a link leads elsewhere, a name of a page does not', () => {
  expect(linksElsewhere('Steht auch hier: https://zeitung.example/artikel')).toBe(true);
  expect(linksElsewhere('Ich schreibe es auf meine Seite.')).toBe(false);
});
