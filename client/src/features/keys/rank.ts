import { type PaletteEntry, paletteGroups } from '../../keys/palette-entry.ts';

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Letters only, without marks: ü as u and, for those who write it so, as ue. */
function plain(text: string): readonly [string, string] {
  const small = text.toLowerCase().normalize('NFC').replaceAll('ß', 'ss');
  const bare = (one: string) => one.normalize('NFD').replace(/\p{M}/gu, '');
  return [bare(small), bare(small.replace(/[äöü]/g, (sign) => umlauts[sign] ?? sign))];
}

/** How well a word fits into a text, 0 for not at all: whole, at a word's beginning, anywhere, letter by letter. */
function fitOf(word: string, text: string): number {
  if (text === word) return 5;
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (text.includes(` ${word}`)) return 3;
  if (at > 0) return 2;
  return word.length > 1 && text.split(' ').some((one) => isSkeleton(word, one)) ? 1 : 0;
}

/** `gsp` of `gespraech`: begins alike, and all letters follow in order. */
function isSkeleton(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const sign of word) if (sign === letters[at]) at += 1;
  return at === letters.length;
}

const bestFit = ([word, long]: readonly [string, string], text: string): number => {
  const [short, spelled] = plain(text);
  return Math.max(fitOf(word, short), fitOf(long, spelled));
};

/** Every word of what is sought has to fit; what is shown counts for more than what is only meant. */
function scoreOf(entry: PaletteEntry, words: readonly (readonly [string, string])[]): number {
  const scores = words.map((word) =>
    Math.max(
      bestFit(word, entry.label) * 3,
      bestFit(word, entry.detail ?? ''),
      ...(entry.words ?? []).map((one) => bestFit(word, one) * 2),
    ),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0);
}

export interface RankedGroup {
  readonly group: PaletteEntry['group'];
  readonly entries: readonly PaletteEntry[];
}

/** What fits, by headings: as they are while nothing is sought, else the best heading and the best entry first. */
export function rank(entries: readonly PaletteEntry[], sought: string): readonly RankedGroup[] {
  const words = sought.split(/\s+/).filter(Boolean).map(plain);
  const scored = entries
    .filter((entry) => words.length > 0 || !entry.whenSought)
    .map((entry) => ({ entry, score: words.length === 0 ? 1 : scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const order = [...paletteGroups].sort(
    (a, b) => scored.findIndex(({ entry }) => entry.group === a) - scored.findIndex(({ entry }) => entry.group === b),
  );
  const headings = words.length === 0 ? paletteGroups : order;
  return headings
    .map((group) => ({ group, entries: scored.flatMap(({ entry }) => (entry.group === group ? entry : [])) }))
    .filter((one) => one.entries.length > 0);
}
