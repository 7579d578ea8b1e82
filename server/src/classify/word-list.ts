/** The codes a word (a plain word of tokens.ts) belongs to; usually none. */
export type WordList<Code extends string> = (word: string) => readonly Code[];

interface Part<Code> {
  readonly part: string;
  readonly code: Code;
}

const none: readonly never[] = [];
// Entries with a star are found by their first or last three letters.
const handle = 3;
const remembered = 20_000;

/**
 * Words by code, parted by blanks: `exact`, `begin*` or `*end` (stars need at least three letters). Looked up by hash, so
 * the number of entries hardly matters; frequent words are remembered.
 */
export function createWordList<Code extends string>(entries: Readonly<Record<Code, string>>): WordList<Code> {
  const exact = new Map<string, Part<Code>[]>();
  const begins = new Map<string, Part<Code>[]>();
  const ends = new Map<string, Part<Code>[]>();
  for (const code of Object.keys(entries) as Code[]) {
    for (const entry of entries[code].trim().split(/\s+/)) {
      const part = entry.replace('*', '');
      if (entry.endsWith('*')) add(begins, part.slice(0, handle), { part, code });
      else if (entry.startsWith('*')) add(ends, part.slice(-handle), { part, code });
      else add(exact, part, { part, code });
    }
  }
  const known = new Map<string, readonly Code[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const codes = new Set<Code>();
    for (const { code } of exact.get(word) ?? none) codes.add(code);
    for (const { part, code } of begins.get(word.slice(0, handle)) ?? none) if (word.startsWith(part)) codes.add(code);
    for (const { part, code } of ends.get(word.slice(-handle)) ?? none) if (word.endsWith(part)) codes.add(code);
    const found = codes.size === 0 ? none : [...codes];
    if (known.size >= remembered) known.clear();
    known.set(word, found);
    return found;
  };
}

function add<Code>(map: Map<string, Part<Code>[]>, key: string, part: Part<Code>): void {
  const parts = map.get(key);
  if (parts) parts.push(part);
  else map.set(key, [part]);
}
