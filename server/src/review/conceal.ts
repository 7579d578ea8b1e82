/** Stands where a name was; as long as no name is. */
export const INK = '\u2588\u2588\u2588\u2588\u2588\u2588';
/** Long enough for a farewell and a signature. */
const SIGNATURE = 160;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const longestFirst = (words: readonly string[]): string[] =>
  [...new Set(words)].toSorted((a, b) => b.length - a.length).map(escaped);
const wholeWords = (words: readonly string[], flags: string, { before = '', after = '' } = {}): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${before}(?:${longestFirst(words).join('|')})${after}(?![\\p{L}\\p{N}])`, flags);
const partsOf = (name: string): string[] => name.split(/\s+/).filter((part) => part.length > 1 && !part.endsWith('.'));

/** Belongs to the part behind it, and is a common word alone. */
const PARTICLE = /^(?:von|vom|van|zu|zum|zur|und|de[rmnsl]?|d[aiou]s?|la|le|ter|ten)$/u;
const ownParts = (parts: readonly string[]): string[] => parts.filter((part) => !PARTICLE.test(part));
/** What tells a person apart: "Anna", "von der Heide" and "Heide". */
const tellingOf = (parts: readonly string[]): string[] =>
  ownParts(parts).length === 0
    ? [...parts]
    : parts.flatMap((part, at) => {
        if (PARTICLE.test(part)) return [];
        const begin = parts.slice(0, at).findLastIndex((one) => !PARTICLE.test(one)) + 1;
        return [parts.slice(begin, at + 1).join(' '), part];
      });

type Known = readonly { readonly name: string; readonly parts: readonly string[]; readonly telling: string[] }[];
const knownNames = (names: readonly string[]): Known =>
  names
    .map((name) => ({ name, parts: partsOf(name) }))
    .filter(({ parts }) => parts.length > 0)
    .map((one) => ({ ...one, telling: tellingOf(one.parts) }));
const wholeNames = (known: Known, after = ''): RegExp =>
  wholeWords(
    known.flatMap(({ name, parts }) => [name, parts.join(' ')]),
    'giu',
    { after },
  );

/** Made once for many texts: of a whole house the expressions are long. */
export type Conceal = (body: string) => string;
const unchanged: Conceal = (body) => body;

/**
 * Blacks out who may have signed an answer: whole names everywhere, their parts and their initials (`^LW`) at the end
 * only, because many names are words as well.
 */
export function concealNames(names: readonly string[]): Conceal {
  const known = knownNames(names);
  if (known.length === 0) return unchanged;
  const whole = wholeNames(known);
  const some = wholeWords(
    known.flatMap(({ telling }) => telling),
    'gu',
  );
  const initials = wholeWords(
    known
      .flatMap(({ parts }) => [parts, ownParts(parts)].map((which) => which.map((part) => part[0]).join('')))
      .filter(Boolean),
    'giu',
    { before: '[\\^/]\\s?' },
  );
  return (body) => {
    const ending = Math.max(0, body.length - SIGNATURE);
    const start = body.slice(0, ending).replace(whole, INK);
    return start + body.slice(ending).replace(whole, INK).replace(initials, INK).replace(some, INK);
  };
}

/**
 * What stands right before a name by which somebody is addressed or spoken of. Behind the short words only what is
 * written with a capital is a name: "von klein auf".
 */
const ADDRESS =
  '(?:@|(?:frau|fr\\.|herrn?|hr\\.|mrs?\\.?|ms\\.?|miss|dr\\.|liebe[rs]?|dear|hallo|hello|hi|hey|danke?|dir|ihnen|thanks|thank you)[\\s,]+|(?:von|an|by|to)[\\s,]+(?=(?-i:\\p{Lu})))';
/** "Leas Antwort", "Frau Winters Hilfe". */
const GENITIVE = "(?:['’]?s)?";

/**
 * Blacks out whom guests name when they answer us: whole names everywhere, parts of a name where it is addressed ("Danke,
 * Frau Winter"), and of those who have certainly answered also where it is not.
 */
export function concealNamed(answered: readonly string[], maybe: readonly string[]): Conceal {
  const certain = knownNames(answered);
  const known = [...certain, ...knownNames(maybe)];
  if (known.length === 0) return unchanged;
  const partsIn = (some: Known) => some.flatMap(({ telling }) => telling);
  const whole = wholeNames(known, GENITIVE);
  const { source } = wholeWords(partsIn(known), 'giu', { after: GENITIVE });
  const addressed = new RegExp(`(?<![\\p{L}\\p{N}])(${ADDRESS})${source}`, 'giu');
  const some = certain.length > 0 ? wholeWords(partsIn(certain), 'gu', { after: GENITIVE }) : null;
  return (body) => {
    const concealed = body.replace(whole, INK).replace(addressed, `$1${INK}`);
    return some ? concealed.replace(some, INK) : concealed;
  };
}
