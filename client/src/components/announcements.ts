/** What is announced, in the order in which it is said: what is meant for oneself first. */
const kinds = ['bell', 'queue', 'missing'] as const;
type Kind = (typeof kinds)[number];
export type Announce = (kind: Kind, words: string) => void;

const pauseMilliseconds = 10_000;

/**
 * Says summaries, at most once in ten seconds. Of several of a kind in between the last one counts, those of different
 * kinds are said together.
 */
export function createAnnouncements(say: (text: string) => void): Announce {
  const next = new Map<Kind, string>();
  let spokenAt = Number.NEGATIVE_INFINITY;
  const speak = () => {
    spokenAt = performance.now();
    say(sentences(kinds.flatMap((kind) => next.get(kind) ?? [])));
    next.clear();
  };
  return (kind, words) => {
    const planned = next.size > 0;
    next.set(kind, words);
    if (planned) return;
    // A moment, for what comes with it.
    setTimeout(speak, Math.max(0, spokenAt + pauseMilliseconds - performance.now()));
  };
}

/** A single one is said as it is. */
const sentences = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? '') : texts.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' ');
