import type { Register } from '../contract/team.ts';
import { wordsIn } from './locale.ts';

/** "Sie" may be a woman or several people, too: words of ours say it otherwise, so that this stays easy to tell. */
const sie = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u;
const du = /(?<!\p{L})(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)(?!\p{L})/iu;
/** In the middle of a sentence it is written small. */
const largeDu = /(?<=[^\s.?!:„](?: |\u00A0))(?:Du|Dich|Dir|Dein(?:e[mnrs]?)?|Euch|Euer|Eure[mnrs]?)(?!\p{L})/u;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Each word behind the bar that does not stand before it as well: an order or a verb that only fits du. */
const familiar = (texts: readonly string[]): Set<string> => {
  const sides = (register: Register) => texts.map((text) => new Set(wordsOf(wordsIn('de', text, register))));
  const [formal, plain] = [sides('sie'), sides('du')];
  return new Set(plain.flatMap((words, n) => [...words].filter((word) => !formal[n]?.has(word))));
};

/**
 * What would be wrong with German words of ours in one register: those that address people otherwise, and variants that
 * are left over. `names` are words that speak about registers and use none. `alike`: forms with du that are other words
 * as well.
 */
export function mixedRegister(
  words: ReadonlyMap<string, string>,
  register: Register,
  { names = [], alike = [] }: { names?: readonly string[]; alike?: readonly string[] } = {},
): string[] {
  const forms = familiar([...words.values()]);
  for (const word of alike) forms.delete(word);
  return [...words]
    .filter(([key]) => !names.includes(key))
    .filter(([, source]) => {
      const text = wordsIn('de', source, register);
      if (/(?<!\{)\{[^{]|\|/.test(text)) return true;
      if (register === 'du') return sie.test(text) || largeDu.test(text);
      return du.test(text) || wordsOf(text).some((word) => forms.has(word));
    })
    .map(([key]) => key);
}
