/** A text in one spelling for the rules, with the way back to the text as it was written. */
export interface Folded {
  readonly text: string;
  /** For each place in `text`, and one past its end, the place in the written text. */
  readonly at: readonly number[];
}

const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  '„': '"',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '’': "'",
  '‘': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '.',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const umlautVowels = new Set(['a', 'o', 'u']);
const diaeresis = 0x308;

/**
 * Lower case, umlauts and ß written out, other accents dropped, quotes and dashes of one kind: "Grüße", "GRÜSSE" and the
 * decomposed "Grüße" all read "gruesse", so rules need only a to z.
 */
export function fold(text: string): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  let last = '';
  for (let index = 0; index < text.length; index++) {
    last = foldedUnit(text, index, last);
    if (last !== '') parts.push(last);
    for (let unit = 0; unit < last.length; unit++) at.push(index);
  }
  at.push(text.length);
  return { text: parts.join(''), at };
}

export const foldText = (text: string): string => fold(text).text;

function foldedUnit(text: string, index: number, before: string): string {
  const code = text.charCodeAt(index);
  if (code < 0x80) return asciiUnit(text.charAt(index), code);
  if (code >= 0x300 && code <= 0x36f) return code === diaeresis && umlautVowels.has(before) ? 'e' : '';
  const lower = text.charAt(index).toLowerCase();
  const known = written[lower];
  if (known !== undefined) return known;
  return code >= 0xd800 && code <= 0xdfff ? lower : lower.normalize('NFD').charAt(0);
}

function asciiUnit(unit: string, code: number): string {
  if (code >= 0x41 && code <= 0x5a) return unit.toLowerCase();
  if (unit === '`') return "'";
  return unit === '\t' || unit === '\r' ? ' ' : unit;
}
