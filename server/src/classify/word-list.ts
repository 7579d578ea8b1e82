/** The codes a word (a plain word of tokens.ts) belongs to; usually none. */
export type WordList<Code extends string> = (word: string) => readonly Code[];

interface Part<Code> {
  readonly part: string;
  readonly code: Code;
}

interface Lists<Code> {
  readonly exact: Map<string, Part<Code>[]>;
  readonly begins: Map<string, Part<Code>[]>;
  readonly ends: Map<string, Part<Code>[]>;
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
  const lists = listsOf(entries);
  const known = new Map<string, readonly Code[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const codes = new Set(look(lists, word));
    const found = codes.size === 0 ? none : [...codes];
    if (known.size >= remembered) known.clear();
    known.set(word, found);
    return found;
  };
}

function listsOf<Code extends string>(entries: Readonly<Record<Code, string>>): Lists<Code> {
  const lists: Lists<Code> = { exact: new Map(), begins: new Map(), ends: new Map() };
  for (const code of Object.keys(entries) as Code[]) {
    for (const entry of entries[code].trim().split(/\s+/)) {
      const part = entry.replace('*', '');
      if (entry.endsWith('*')) add(lists.begins, part.slice(0, handle), { part, code });
      else if (entry.startsWith('*')) add(lists.ends, part.slice(-handle), { part, code });
      else add(lists.exact, part, { part, code });
    }
  }
  return lists;
}

function look<Code>(lists: Lists<Code>, word: string): Code[] {
  return [
    ...(lists.exact.get(word) ?? none),
    ...(lists.begins.get(word.slice(0, handle)) ?? none).filter(({ part }) => word.startsWith(part)),
    ...(lists.ends.get(word.slice(-handle)) ?? none).filter(({ part }) => word.endsWith(part)),
  ].map(({ code }) => code);
}

function add<Code>(map: Map<string, Part<Code>[]>, key: string, part: Part<Code>): void {
  const parts = map.get(key);
  if (parts) parts.push(part);
  else map.set(key, [part]);
}
