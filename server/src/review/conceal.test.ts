import { expect, test } from 'vitest';
import { concealNamed, concealNames, INK } from './conceal.ts';

const signed = (body: string, names: string[]) => concealNames(names)(body);

test('blacks out the signature, whole, in part or as initials', () => {
  expect(signed('Danke.\n\nHerzliche Grüße\nLea Winter, Empfang', ['Lea Winter'])).toBe(
    `Danke.\n\nHerzliche Grüße\n${INK}, Empfang`,
  );
  expect(signed('Danke dir. Lea', ['Lea Winter'])).toBe(`Danke dir. ${INK}`);
  expect(signed('Danke dir. ^LW', ['Lea Winter'])).toBe(`Danke dir. ${INK}`);
  expect(signed('Ihr Martin Vogel', ['Dr. Martin Vogel'])).toBe(`Ihr ${INK}`);
});

test('leaves words alone that only look like a name', () => {
  const long = `Im Winter ist die Terrasse zu. ${'Wir heizen. '.repeat(20)}`;
  expect(signed(`${long}Lea`, ['Lea Winter'])).toBe(`${long}${INK}`);
  expect(signed('Leander kommt.', ['Lea Winter'])).toBe('Leander kommt.');
  expect(signed('Danke.', [''])).toBe('Danke.');
});

test('blacks out everybody who may have signed', () => {
  const team = ['Lea Winter', 'Martin Vogel', 'Ann-Kathrin Groß'];
  expect(signed('Danke.\nMartin Vogel', team)).toBe(`Danke.\n${INK}`);
  expect(signed('Danke. Ihre Ann-Kathrin', team)).toBe(`Danke. Ihre ${INK}`);
  expect(signed('Danke. /mv', team)).toBe(`Danke. ${INK}`);
  expect(signed('Danke. ^LWK', team)).toBe('Danke. ^LWK');
  expect(signed('Danke.', [])).toBe('Danke.');
});

test('blacks out whom guests thank', () => {
  const said = concealNamed(['Lea Winter'], ['Martin Vogel', 'Rosa Sommer']);
  expect(said('Danke, Frau Winter, das war nett.')).toBe(`Danke, Frau ${INK}, das war nett.`);
  expect(said('Lea hat sich gekümmert, Martin Vogel auch.')).toBe(`${INK} hat sich gekümmert, ${INK} auch.`);
  expect(said('danke @martin und liebe rosa')).toBe(`danke @${INK} und liebe ${INK}`);
  expect(said('Dear Mr. Vogel, thanks')).toBe(`Dear Mr. ${INK}, thanks`);
  // Nobody addresses them, and nobody is certain to have answered.
  expect(said('Im Sommer saß ein Vogel auf dem Balkon.')).toBe('Im Sommer saß ein Vogel auf dem Balkon.');
  expect(said('Leander und die Frauen Sommerlich.')).toBe('Leander und die Frauen Sommerlich.');
  expect(concealNamed([], [])('Danke, Frau Winter')).toBe('Danke, Frau Winter');
});

test('blacks out whose help guests praise', () => {
  const said = concealNamed(['Lea Winter'], ['Martin Vogel']);
  expect(said('Leas Antwort')).toBe(`${INK} Antwort`);
  expect(said("Lea’s Antwort, Lea's Hilfe")).toBe(`${INK} Antwort, ${INK} Hilfe`);
  expect(said('Frau Winters Hilfe')).toBe(`Frau ${INK} Hilfe`);
  expect(said('Martin Vogels Tipp')).toBe(`${INK} Tipp`);
  expect(said('Dank Herrn Vogels Einsatz')).toBe(`Dank Herrn ${INK} Einsatz`);
  expect(said('Danke dir lea')).toBe(`Danke dir ${INK}`);
  expect(said('Ich danke Ihnen, Martin!')).toBe(`Ich danke Ihnen, ${INK}!`);
  expect(said('Leander und Leasing, Vogelsang')).toBe('Leander und Leasing, Vogelsang');
});

test('takes a word behind "von" for a name only when it has a capital', () => {
  const said = concealNamed([], ['Jonas Klein', 'Ada Beginn']);
  const words = 'Von klein auf, VON BEGINN AN: an klein und groß, by klein, to klein.';
  expect(said(words)).toBe(words.replace('BEGINN', INK));
  expect(said('Die Antwort von Klein, an Jonas, by Ada')).toBe(`Die Antwort von ${INK}, an ${INK}, by ${INK}`);
  expect(said('danke klein')).toBe(`danke ${INK}`);
});

test('knows names of several words, and leaves those words alone elsewhere', () => {
  const said = concealNamed(['Anna von der Heide'], ['Jan de Vries', 'Petra von der Au']);
  expect(said('Danke, Herr de Vries, und Frau von der Au.')).toBe(`Danke, Herr ${INK}, und Frau ${INK}.`);
  expect(said('von der Heides Hilfe von der Bar bis zu der Tür')).toBe(`${INK} Hilfe von der Bar bis zu der Tür`);
  expect(said('Frau Heide, liebe Petra')).toBe(`Frau ${INK}, liebe ${INK}`);
  expect(signed('Grüße von der Rezeption\nAnna', ['Anna von der Heide'])).toBe(`Grüße von der Rezeption\n${INK}`);
  expect(signed('Danke. ^AH', ['Anna von der Heide'])).toBe(`Danke. ${INK}`);
  expect(signed('Danke. ^AvdH', ['Anna von der Heide'])).toBe(`Danke. ${INK}`);
  expect(signed('Danke. von', ['von'])).toBe(`Danke. ${INK}`);
});

test('is quick with a whole house and long texts that address somebody all the time', () => {
  const house = Array.from({ length: 200 }, (_, n) => `Vorname${n} Nachname${n}`);
  const said = concealNamed(['Lea Winter'], house);
  // Tried anew from each word it would take minutes, and the time of a test would be over.
  for (const word of ['hi ', 'hi,', 'von ', 'Danke dir, ', "Lea's", ' ', "Vorname1'"]) {
    const long = word.repeat(20_000);
    expect(said(long).length).toBeGreaterThan(0);
  }
});
