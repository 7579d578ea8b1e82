import { foldTag } from '@stammgast/shared/domain/tags';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is being typed after an `@`, and where that stands; null when the caret is elsewhere. */
export interface Sought {
  readonly from: number;
  readonly word: string;
}

const LONGEST = 40;

export function soughtAt(text: string, caret: number): Sought | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || caret - from > LONGEST) return null;
  if (from > 0 && !/[\s([{„“"']/u.test(text[from - 1] ?? '')) return null;
  const word = text.slice(from + 1, caret);
  return /^[\p{L}\p{N}\p{M}.'’ -]*$/u.test(word) && !word.includes('  ') ? { from, word } : null;
}

/** Colleagues one of whose names begins like that. */
export function whoIsMeant<Person extends Named>(people: readonly Person[], word: string): Person[] {
  const folded = foldTag(word);
  return people.filter(({ name }) => {
    const whole = foldTag(name);
    return whole.startsWith(folded) || whole.split(/[\s-]/).some((part) => part.startsWith(folded));
  });
}

/** Whom a note names with an `@`, in full; of two names that begin alike the longer one is meant. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  return byLength.flatMap(({ id, name }) => {
    const parts = rest.split(`@${name}`);
    const meant = parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after));
    if (meant) rest = parts.join(' ');
    return meant ? [id] : [];
  });
}
