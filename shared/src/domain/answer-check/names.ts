import { foldText } from './folded.ts';

const titles = new Set(
  'frau herr herrn familie fam mr mrs ms miss mx sir madam dr prof dipl ing mag di med von van der de la zu und and the'.split(
    ' ',
  ),
);
const nobody =
  /^(?:anonym\w*|gast|guest|unbekannt\w*|unknown|(?:ein |a )?(?:\w+ )?(?:nutzer|nutzerin|user)|kunde|kundin|customer)$/;
const nicknames = [
  'bob rob robert robbie bobby',
  'bill will william billy willi wilhelm',
  'tom thomas tommy',
  'mike michael mick micha michi',
  'liz beth elizabeth elisabeth lisa sissi lisi',
  'kate katie katherine catherine kathrin katharina kathi',
  'jim james jimmy',
  'jack john johnny hans johann johannes',
  'dick rick richard ricky',
  'tony anton anthony toni',
  'peggy maggie margaret meg greta margarete',
  'sepp josef joe joseph',
  'alex alexander alexandra sascha sandra',
  'uli ulrich ulrike',
  'kalle karl charlie charles carl',
  'gabi gabriele',
  'chris christian christoph christine christina',
  'andy andi andreas andrea',
  'ted ed eddie edward theodore',
].map((group) => group.split(' '));

/** The parts of a name that identify a person: no titles, no single letters. Folded. */
export function namesIn(name: string): string[] {
  return foldText(name.slice(0, 200))
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length >= 2 && !titles.has(part));
}

/** The parts of a handle and the handle itself, without the server of "@anna@social.example". */
export function namesInHandle(handle: string): string[] {
  const own = foldText(handle.slice(0, 200)).replace(/^@/, '').split('@')[0] ?? '';
  return [own, ...own.split(/[^a-z]+/).filter((part) => part.length >= 2 && !titles.has(part))];
}

/** Whether this reads like the name of a person, not like a handle or "anonymous". */
export function isRealName(name: string, handle: string | null): boolean {
  const plain = name.trim();
  if (nobody.test(foldText(plain)) || plain === handle?.replace(/^@/, '')) return false;
  if (!/^\p{Lu}/u.test(plain) || /^\S*[\d_@]\S*$/.test(plain)) return false;
  return namesIn(plain).length > 0;
}

export type Likeness = 'same' | 'near' | 'other';

/** "Steffi" is taken for "Stefanie" and "Bob" for "Robert"; "Trautman" is near "Trautmann". */
export function likeness(a: string, b: string): Likeness {
  if (a === b || nicknames.some((group) => group.includes(a) && group.includes(b))) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.startsWith(short)) return 'same';
  if (short.length >= 4 && long.startsWith(short.slice(0, 4))) return 'near';
  const alike = a.charAt(0) === b.charAt(0) && short.length >= 6 ? 2 : 1;
  const far = distance(a.slice(0, longestName), b.slice(0, longestName));
  return far <= alike && short.length >= 4 ? 'near' : 'other';
}

const longestName = 24;

/** Letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line++) {
    const next = [line];
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (a.charAt(line - 1) === b.charAt(column - 1) ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
