import { english, german } from './answer-language.ts';
import { fold, foldText } from './folded.ts';
import type { Mark } from './items.ts';
import { isRealName, likeness, namesIn, namesInHandle } from './names.ts';
import { markOf } from './reading.ts';

interface Author {
  readonly authorName: string;
  readonly authorHandle: string | null;
}

/** How an answer addresses the person: by name, by somebody else's, nearly, not at all, or there is no name to use. */
export interface Address {
  readonly kind: 'addressed' | 'other' | 'spelled' | 'none' | 'unusable';
  readonly marks: readonly Mark[];
}

/** Names later than this are no greeting any more. */
const beginning = 90;
const looked = 200;
const greeting =
  /^[^a-z0-9]{0,5}(?:(?:hallo|hallihallo|hi|hey|hej|hoi|moin|servus|gruezi|grueezi|gruessech|gruess gott|gruess dich|gruess sie|guten (?:morgen|tag|abend)|sehr geehrter?|liebe[rs]?|werter?|verehrter?|dear|hello|good (?:morning|afternoon|evening|day)|morning)(?![a-z])[ ,]{0,2}){1,3}/;
const nameWord =
  /^[ \t]{0,3}(?:(?:and|und|&|\+|von|van|de|zu)[ \t]{1,3})?((?:Dr|Prof|Mag|Dipl|Ing|Mrs?|Ms|\p{Lu})\.|\p{Lu}[\p{L}\p{M}'’-]{0,40})(?![\p{L}\p{N}_{[])/u;
const mostNameWords = 5;
const toMany =
  /^(?:kund\w*|gaest\w*|gast|damen|herren|team\w*|community|zusammen|leser\w*|nutzer\w*|user\w*|customers?|guests?|friends?|all|everyone|there|mitglied\w*|fahrgaest\w*|fahrgast|patient\w*|interess\w*|bewerb\w*|besucher\w*|nachbar\w*|eltern|freund\w*|folks|kolleg\w*|gruess\w*|lieb\w*|leute|valued|again|world|folk|members?|\w*(?:fans?|freunde|community|crew|gemeinde))$/;

/** Where the greeting ends in the answer as written; 0 without one. */
export function greetingEnd(answer: string): number {
  const head = fold(answer.slice(0, looked));
  const found = greeting.exec(head.text);
  if (!found) return 0;
  const after = head.at[found[0].length] ?? 0;
  return nameWords(answer, after).at(-1)?.end ?? after;
}

/** `ownNames`: a greeting such as "Liebe Sonnenblick-Freunde" names nobody. */
export function readAddress(answer: string, author: Author, ownNames: readonly string[]): Address {
  const names = namesIn(author.authorName);
  const handles = [author.authorHandle, isRealName(author.authorName, author.authorHandle) ? null : author.authorName]
    .filter((handle) => handle !== null)
    .flatMap(namesInHandle);
  const known = [...new Set([...names, ...handles])];
  const named = findNamed(answer, known);
  if (named) return { kind: 'addressed', marks: [named] };
  if (!isRealName(author.authorName, author.authorHandle)) return { kind: 'unusable', marks: [] };
  return greetedAs(answer, known, new Set(ownNames.flatMap(namesIn)));
}

/** Who is greeted, compared with the names that are known. */
function greetedAs(answer: string, known: readonly string[], ownNames: ReadonlySet<string>): Address {
  const head = fold(answer.slice(0, looked));
  const found = greeting.exec(head.text);
  const words = found ? nameWords(answer, head.at[found[0].length] ?? 0) : [];
  const persons = isGreeted(answer, words)
    ? words.filter(({ start, end }) =>
        namesIn(answer.slice(start, end)).some((name) => isPerson(name) && !ownNames.has(name)),
      )
    : [];
  if (persons.length === 0) return { kind: 'none', marks: [] };
  const alike = persons
    .flatMap(({ start, end }) => namesIn(answer.slice(start, end)))
    .flatMap((name) => known.map((other) => likeness(name, other)));
  if (alike.includes('same')) return { kind: 'addressed', marks: persons };
  return { kind: alike.includes('near') ? 'spelled' : 'other', marks: persons };
}

const title = /^(?:frau|herrn?|familie|mrs?|ms|miss|dr|prof)$/;
const greetingStops = /^\s{0,2}(?:[,!.:;\n–-]|$)/;

/** In "Hallo Schade dass …" a capital makes no name: a title or a mark after the name does. */
function isGreeted(answer: string, words: readonly Mark[]): boolean {
  const last = words.at(-1);
  if (!last) return false;
  const titled = words.some(({ start, end }) => title.test(foldText(answer.slice(start, end)).replace('.', '')));
  return titled || greetingStops.test(answer.slice(last.end, last.end + 3));
}

const isPerson = (name: string): boolean => !toMany.test(name) && !german.has(name) && !english.has(name);

/** The capitalised words that follow a greeting. */
function nameWords(answer: string, from: number): Mark[] {
  const found: Mark[] = [];
  let at = from;
  while (found.length < mostNameWords) {
    const match = nameWord.exec(answer.slice(at, at + 80));
    const word = match?.[1];
    if (match === null || word === undefined) break;
    at += match[0].length;
    found.push({ start: at - word.length, end: at });
  }
  return found;
}

function findNamed(answer: string, known: readonly string[]): Mark | null {
  const head = fold(answer.slice(0, beginning));
  for (const match of head.text.matchAll(/[a-z0-9][a-z0-9_.]*[a-z0-9]/g)) {
    const mark = markOf(head, match.index, match.index + match[0].length);
    const capital = /^\p{Lu}/u.test(answer.slice(mark.start, mark.end));
    const parts = [match[0], ...match[0].split(/[^a-z0-9]+/)];
    if (
      parts.some(
        (part) => known.includes(part) && (capital || part.length >= 4 || answer.charAt(mark.start - 1) === '@'),
      )
    )
      return mark;
  }
  return null;
}
