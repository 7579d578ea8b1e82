/** Stands where a name was; as long as no name is. */
export const INK = '\u2588\u2588\u2588\u2588\u2588\u2588';
/** Long enough for a farewell and a signature. */
const SIGNATURE = 160;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].toSorted((a, b) => b.length - a.length).map(escaped);
const wholeWords = (words: readonly string[], flags: string, before = ''): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${before}(?:${longestFirst(words).join('|')})(?![\\p{L}\\p{N}])`, flags);
const partsOf = (name: string): string[] => name.split(/\s+/).filter((part) => part.length > 1 && !part.endsWith('.'));

type Known = readonly { readonly name: string; readonly parts: readonly string[] }[];
const knownNames = (names: readonly string[]): Known =>
  names.map((name) => ({ name, parts: partsOf(name) })).filter(({ parts }) => parts.length > 0);
const wholeNames = (known: Known): RegExp =>
  wholeWords(
    known.flatMap(({ name, parts }) => [name, parts.join(' ')]),
    'giu',
  );

/**
 * Blacks out who may have signed an answer: whole names everywhere, their parts and their initials (`^LW`) at the end
 * only, because many names are words as well.
 */
export function concealNames(body: string, names: readonly string[]): string {
  const known = knownNames(names);
  if (known.length === 0) return body;
  const whole = wholeNames(known);
  const some = wholeWords(
    known.flatMap(({ parts }) => parts),
    'gu',
  );
  const initials = wholeWords(
    known.map(({ parts }) => parts.map((part) => part[0]).join('')),
    'giu',
    '[\\^/]\\s?',
  );
  const ending = Math.max(0, body.length - SIGNATURE);
  const start = body.slice(0, ending).replace(whole, INK);
  return start + body.slice(ending).replace(whole, INK).replace(initials, INK).replace(some, INK);
}

/** What stands before a name by which somebody is addressed or spoken of. */
const ADDRESS =
  '(?:@|(?:(?:frau|fr\\.|herrn?|hr\\.|mrs?\\.?|ms\\.?|miss|dr\\.|liebe[rs]?|dear|hallo|hello|hi|hey|danke?|thanks|thank you|von|an|by|to)[\\s,]+)+)';

/**
 * Blacks out whom guests name when they answer us: whole names everywhere, parts of a name where it is addressed ("Danke,
 * Frau Winter"), and of those who have certainly answered also where it is not.
 */
export function concealNamed(body: string, answered: readonly string[], maybe: readonly string[]): string {
  const certain = knownNames(answered);
  const known = [...certain, ...knownNames(maybe)];
  if (known.length === 0) return body;
  const partsIn = (some: Known) => some.flatMap(({ parts }) => parts);
  const addressed = new RegExp(`(?<![\\p{L}\\p{N}])(${ADDRESS})${wholeWords(partsIn(known), 'giu').source}`, 'giu');
  const concealed = body.replace(wholeNames(known), INK).replace(addressed, `$1${INK}`);
  return certain.length === 0 ? concealed : concealed.replace(wholeWords(partsIn(certain), 'gu'), INK);
}
