import { expect, test } from 'vitest';
import { concealNames, INK } from './conceal.ts';

test('blacks out the signature, whole, in part or as initials', () => {
  expect(concealNames('Danke.\n\nHerzliche Grüße\nLea Winter, Empfang', ['Lea Winter'])).toBe(
    `Danke.\n\nHerzliche Grüße\n${INK}, Empfang`,
  );
  expect(concealNames('Danke dir. Lea', ['Lea Winter'])).toBe(`Danke dir. ${INK}`);
  expect(concealNames('Danke dir. ^LW', ['Lea Winter'])).toBe(`Danke dir. ${INK}`);
  expect(concealNames('Ihr Martin Vogel', ['Dr. Martin Vogel'])).toBe(`Ihr ${INK}`);
});

test('leaves words alone that only look like a name', () => {
  const long = `Im Winter ist die Terrasse zu. ${'Wir heizen. '.repeat(20)}`;
  expect(concealNames(`${long}Lea`, ['Lea Winter'])).toBe(`${long}${INK}`);
  expect(concealNames('Leander kommt.', ['Lea Winter'])).toBe('Leander kommt.');
  expect(concealNames('Danke.', [''])).toBe('Danke.');
});

test('blacks out everybody who may have signed', () => {
  const team = ['Lea Winter', 'Martin Vogel', 'Ann-Kathrin Groß'];
  expect(concealNames('Danke.\nMartin Vogel', team)).toBe(`Danke.\n${INK}`);
  expect(concealNames('Danke. Ihre Ann-Kathrin', team)).toBe(`Danke. Ihre ${INK}`);
  expect(concealNames('Danke. /mv', team)).toBe(`Danke. ${INK}`);
  expect(concealNames('Danke. ^LWK', team)).toBe('Danke. ^LWK');
  expect(concealNames('Danke.', [])).toBe('Danke.');
});
