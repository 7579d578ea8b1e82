import { expect, test } from 'vitest';
import { concealNamed, concealNames, INK } from './conceal.ts';

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

test('blacks out whom guests thank', () => {
  const said = (body: string) => concealNamed(body, ['Lea Winter'], ['Martin Vogel', 'Rosa Sommer']);
  expect(said('Danke, Frau Winter, das war nett.')).toBe(`Danke, Frau ${INK}, das war nett.`);
  expect(said('Lea hat sich gekümmert, Martin Vogel auch.')).toBe(`${INK} hat sich gekümmert, ${INK} auch.`);
  expect(said('danke @martin und liebe rosa')).toBe(`danke @${INK} und liebe ${INK}`);
  expect(said('Dear Mr. Vogel, thanks')).toBe(`Dear Mr. ${INK}, thanks`);
  // Nobody addresses them, and nobody is certain to have answered.
  expect(said('Im Sommer saß ein Vogel auf dem Balkon.')).toBe('Im Sommer saß ein Vogel auf dem Balkon.');
  expect(said('Leander und die Frauen Sommerlich.')).toBe('Leander und die Frauen Sommerlich.');
  expect(concealNamed('Danke, Frau Winter', [], [])).toBe('Danke, Frau Winter');
});
