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

/**
 * Blacks out who may have signed an answer: whole names everywhere, their parts and their initials (`^LW`) at the end
 * only, because many names are words as well.
 */
export function concealNames(body: string, names: readonly string[]): string {
  const known = names.map((name) => ({ name, parts: partsOf(name) })).filter(({ parts }) => parts.length > 0);
  if (known.length === 0) return body;
  const whole = wholeWords(
    known.flatMap(({ name, parts }) => [name, parts.join(' ')]),
    'giu',
  );
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
