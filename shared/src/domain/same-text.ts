const mentions = /^(?:@[\p{L}\p{N}_.@-]+[\s,:]*)+/u;

/** Text reduced to what platforms leave alone: composed letters, single blanks, no mentions in front. */
export function comparable(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().replace(mentions, '').trim();
}

/** Are these the same words, however a platform has spaced or addressed them? */
export const sameText = (a: string, b: string): boolean => comparable(a) === comparable(b);
