/** How a platform counts the length of a text. */
interface Count {
  /** What a link counts, however long it is; null: as many characters as it has. */
  readonly link: number | null;
  /** Only the name of `@name@host` counts. */
  readonly shortMentions?: boolean;
  readonly letters: (text: string) => number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const byGrapheme = (text: string): number => [...graphemes.segment(text)].length;
const byCodePoint = (text: string): number => [...text].length;
const byCodeUnit = (text: string): number => text.length;

/** X counts code points outside these ranges twice, and every emoji, however composed, as two. */
const singles = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;
const isSingle = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return singles.some(([from, to]) => code >= from && code <= to);
};
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
const weighted = (text: string): number => {
  let sum = 0;
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (pictograph.test(segment) && !/^[\d#*©®]$/.test(segment)) sum += 2;
    else for (const letter of segment) sum += isSingle(letter) ? 1 : 2;
  }
  return sum;
};

const characters: Count = { link: null, letters: byCodePoint };
/**
 * The counting rules of the platforms, from their public developer documentation as known in 2026: X weighs characters and
 * counts a link as 23; Mastodon counts graphemes, a link as 23 and a mention without its host; Bluesky counts graphemes;
 * Meta's networks count UTF-16 code units; the others characters.
 */
const counts: Readonly<Record<string, Count>> = {
  x: { link: 23, letters: weighted },
  mastodon: { link: 23, shortMentions: true, letters: byGrapheme },
  bluesky: { link: null, letters: byGrapheme },
  facebook: { link: null, letters: byCodeUnit },
  instagram: { link: null, letters: byCodeUnit },
};

const links = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/giu;
const mentions = /(?<![\p{L}\p{N}_/])(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+\p{L}/giu;

/** The length of an answer as its platform counts it, to be held against the channel's `maxReplyLength`. */
export function replyLength(platform: string, text: string): number {
  const {
    link,
    shortMentions = false,
    letters,
  } = Object.hasOwn(counts, platform) ? (counts[platform] ?? characters) : characters;
  const named = shortMentions ? text.replace(mentions, '$1') : text;
  if (link === null) return letters(named);
  const found = named.match(links)?.length ?? 0;
  return letters(named.replace(links, '')) + found * link;
}
