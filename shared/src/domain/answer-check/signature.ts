import { english, german } from './answer-language.ts';
import { fold, foldText } from './folded.ts';
import type { Mark } from './items.ts';

/** How an answer ends. */
export interface Signature {
  readonly kind: 'person' | 'team' | 'none';
  readonly marks: readonly Mark[];
  /** Where the text ends and the closing ("Viele Grüße, Ihr Team") begins. */
  readonly bodyEnd: number;
}

const longestTail = 160;
const initials = /(?:^|\s)(?:\^\s?|[/–-]\s?(?=\p{Lu}))(\p{L}{1,20}(?:[ .-]\p{Lu}\p{L}{0,20})?)$/u;
const closing =
  /\b(?:gruesse|gruessen|gruss|gruessli|gruess|regards|wishes|cheers|sincerely|faithfully|truly|herzlichst?|lg|vg|mfg|best|hochachtungsvoll|alles gute|bis bald|all the best|yours|es gruesst (?:sie|dich|euch)(?: herzlich)?)\b[^a-z0-9]{0,12}/g;
const kindWords =
  /^(?:thank|thanks|danke|dank|vielen|merci|sorry|entschuldig|gruss|bis)\b|\b(?:thank|thanks|danke|dank|merci|sorry)\b/;
const sentenceEnd = /[.!?\n…]["')\]]?(?=\s)|\p{Extended_Pictographic}/gu;
const abbreviation = /(?:^|[\s(])(?:\p{L}|Dr|Prof|Mag|Dipl|Ing|Mrs?|Ms)$/u;
const name =
  /^(?:(?:Ihre?|Deine?|Eure?|Euer|Your|i\. ?A\.|i\. ?V\.|Dr\.|Prof\.)\s{1,2})*(\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?:[ \t]\p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,2})(?=$|\s{0,2}[\n,(|/–-]|\s{1,2}\p{Ll}|\s{1,2}(?:General|Senior|Head|Director|Manager|Vice|Guest|Front|Owner|Duty|Assistant|Executive|Customer|Community|Marketing|Social|Online|Operations|Hotel|Leit|Inhaber|Chef|Direkt|Gesch))/u;
const team =
  /team|service|support|redaktion|kundendienst|betreuung|verwaltung|shop|hotel|restaurant|gasthaus|backstube|baeckerei|versand|filiale|abteilung|zentrale|gmbh|relations|care|crew|staff|department|management|office|kitchen|kueche|everyone|friends|leitung|markt|praxis|werkstatt/;

/** Reads the last sentence: initials as in "^AH", or a name, after a closing or alone, with or without a role. */
export function readSignature(answer: string, ownNames: readonly string[]): Signature {
  const text = trimmed(answer);
  const short = initials.exec(text.slice(-longestTail));
  if (short?.[1] !== undefined)
    return person({ start: text.length - short[1].length, end: text.length }, text.length - short[0].length);
  const from = tailStart(text);
  const closed = closingEnd(text);
  for (const { start, end } of candidates(text, closed?.end ?? from, closed !== null)) {
    const mark = nameAt(text, start, end, ownNames);
    if (mark) return person(mark, closed?.start ?? start);
  }
  const rest = text.slice(from);
  const byTeam = team.test(foldText(rest)) && rest.length < 80;
  return { kind: byTeam ? 'team' : 'none', marks: [], bodyEnd: closed?.start ?? (byTeam ? from : answer.length) };
}

const person = (mark: Mark, bodyEnd: number): Signature => ({ kind: 'person', marks: [mark], bodyEnd });

const trimmed = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[^\p{L}\p{N}.!?)]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** Where the last sentence begins; a text that ends with a full stop has no bare name after it. */
function tailStart(text: string): number {
  const from = Math.max(0, text.length - longestTail);
  const tail = text.slice(from);
  let start = from;
  for (const match of tail.matchAll(sentenceEnd)) {
    const isShort =
      match[0].startsWith('.') && abbreviation.test(tail.slice(Math.max(0, match.index - 6), match.index));
    if (!isShort) start = from + match.index + match[0].length;
  }
  return start;
}

/** A closing formula near the end, with nothing but a signature after it, and where its sentence begins. */
function closingEnd(text: string): Mark | null {
  const from = Math.max(0, text.length - longestTail);
  const tail = fold(text.slice(from));
  const last = [...tail.text.matchAll(closing)].at(-1);
  if (!last) return null;
  const end = from + (tail.at[last.index + last[0].length] ?? 0);
  if (/[!?]\s|[^\s.]{4}\.\s/.test(text.slice(end))) return null;
  return { start: tailStart(text.slice(0, from + (tail.at[last.index] ?? 0))), end };
}

/** The stretches that may hold a name: all of it, and after each comma or line where the sentence is a thanks or a greeting. */
function candidates(text: string, from: number, closed: boolean): Mark[] {
  const tail = text.slice(from);
  const whole = closed || !/[.!?]$/.test(tail) ? [{ start: from, end: text.length }] : [];
  if (!closed && !kindWords.test(foldText(tail))) return whole;
  const commas = [...tail.matchAll(/[,\n]/g)].map(({ index }) => ({ start: from + index + 1, end: text.length }));
  return [...whole, ...commas];
}

function nameAt(text: string, start: number, end: number, ownNames: readonly string[]): Mark | null {
  const stretch = text.slice(start, end);
  const lead = stretch.length - stretch.trimStart().length;
  const found = name.exec(stretch.trimStart());
  const words = found?.[1];
  if (found === null || words === undefined) return null;
  const folded = foldText(words);
  const first = folded.split(/[^a-z]+/)[0] ?? '';
  if (german.has(first) || english.has(first) || notNames.has(first) || team.test(folded)) return null;
  if (ownNames.some((own) => foldText(own) !== '' && folded.includes(foldText(own)))) return null;
  const at = start + lead + found[0].length - words.length;
  return { start: at, end: at + words.length };
}

const notNames = new Set(
  'versprochen schade klar gerne mehr alles gute stay come see bis wirklich ganz ok okay mit the your viele liebe beste freundliche'.split(
    ' ',
  ),
);
