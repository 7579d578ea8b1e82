/** Stands where a name was; as long as no name is. */
export const INK = '\u2588\u2588\u2588\u2588\u2588\u2588';
/** Long enough for a farewell and a signature. */
const SIGNATURE = 160;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const wholeWords = (words: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, flags);

/**
 * Blacks out who has signed an answer: the whole name everywhere, its parts and its initials (`^LW`) at the end only,
 * because many names are words as well.
 */
export function concealName(body: string, name: string): string {
  const parts = name.split(/\s+/).filter((part) => part.length > 1 && !part.endsWith('.'));
  if (parts.length === 0) return body;
  const initials = `^${parts.map((part) => part[0]).join('')}`;
  const ending = Math.max(0, body.length - SIGNATURE);
  const whole = wholeWords([name, parts.join(' ')], 'giu');
  const some = wholeWords(
    [...parts].toSorted((a, b) => b.length - a.length),
    'gu',
  );
  const start = body.slice(0, ending).replace(whole, INK);
  return start + body.slice(ending).replace(whole, INK).replace(some, INK).replace(initials, INK);
}
