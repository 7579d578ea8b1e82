import { expect, test } from 'vitest';
import { concealName, INK } from './conceal.ts';

test('blacks out the signature, whole, in part or as initials', () => {
  expect(concealName('Danke.\n\nHerzliche Grüße\nLea Winter, Empfang', 'Lea Winter')).toBe(
    `Danke.\n\nHerzliche Grüße\n${INK}, Empfang`,
  );
  expect(concealName('Danke dir. Lea', 'Lea Winter')).toBe(`Danke dir. ${INK}`);
  expect(concealName('Danke dir. ^LW', 'Lea Winter')).toBe(`Danke dir. ${INK}`);
  expect(concealName('Ihr Martin Vogel', 'Dr. Martin Vogel')).toBe(`Ihr ${INK}`);
});

test('leaves words alone that only look like a name', () => {
  const long = `Im Winter ist die Terrasse zu. ${'Wir heizen. '.repeat(20)}`;
  expect(concealName(`${long}Lea`, 'Lea Winter')).toBe(`${long}${INK}`);
  expect(concealName('Leander kommt.', 'Lea Winter')).toBe('Leander kommt.');
  expect(concealName('Danke.', '')).toBe('Danke.');
});
