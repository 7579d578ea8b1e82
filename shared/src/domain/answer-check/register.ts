import type { Mark, Verdict } from './items.ts';
import { verdict } from './phrase-items.ts';
import { markOf, type Reading } from './reading.ts';

const formal = /\b(?:sie|ihnen|ihr|ihre[nmrs]?)\b/g;
const familiar =
  /\b(?:du|dich|dir|dein(?:e[nmrs]?)?|euch|euer|eure[nmrs]?|ihr (?:habt|seid|koennt|koenntet|wollt|werdet|wart|hattet|haettet|moegt|moechtet|duerft|muesst|sollt|kommt|sagt|schreibt|seht|wisst|drei|zwei|beiden|alle)|(?:schreib|schick|meld|melde|schau|komm|sag|gib|ruf|back|probier|warte|nimm) (?:mir|uns|hier|bitte|kurz|gern|gerne|doch|einfach|noch|dich|mal|die|den|das))\b/g;
const afterMark = /[:(-]\s?$/;
const capital = /^\p{Lu}/u;

export interface Addressing {
  readonly sie: readonly Mark[];
  /** Sie or Ihre where a sentence begins: it may mean "they" or "her". */
  readonly atBeginnings: readonly Mark[];
  readonly du: readonly Mark[];
}

interface Found {
  readonly mark: Mark;
  readonly words: string;
  /** Nothing stands before it in its sentence. */
  readonly begins: boolean;
}

/** How a German text addresses its reader, up to `end`. What stands in quotation marks is the other person's. */
export function readRegister(reading: Reading, end: number): Addressing {
  const withCapital = search(reading, end, formal).filter(({ words }) => capital.test(words));
  // "Ihr kommt" with a capital may mean several people or "her": it decides nothing.
  const du = search(reading, end, familiar).filter(({ words }) => !words.startsWith('Ihr'));
  return {
    sie: withCapital.filter(({ begins }) => !begins).map(({ mark }) => mark),
    atBeginnings: withCapital.filter(({ begins, words }) => begins && words !== 'Ihr').map(({ mark }) => mark),
    du: du.map(({ mark }) => mark),
  };
}

function search(reading: Reading, end: number, what: RegExp): Found[] {
  return reading.ownSentences
    .flatMap(({ start, text }) => {
      const first = text.search(/\S/);
      return [...text.matchAll(what)].map(({ 0: found, index }) => {
        const mark = markOf(reading.folded, start + index, start + index + found.length);
        const words = reading.written.slice(mark.start, mark.end);
        return { mark, words, begins: index === first || afterMark.test(text.slice(Math.max(0, index - 2), index)) };
      });
    })
    .filter(({ mark }) => mark.end <= end);
}

/** R: one register only, and the channel's; a person who writes with Sie may be answered with Sie anywhere. */
export function register(answer: Reading, bodyEnd: number, wanted: 'sie' | 'du', comment: Reading): Verdict {
  const { sie, atBeginnings, du } = readRegister(answer, bodyEnd);
  if (du.length > 0 && sie.length > 0) return verdict(answer, 'missing', 'register-mixed', wanted === 'sie' ? du : sie);
  if (du.length > 0) return judged(answer, wanted === 'du', du);
  if (sie.length > 0) return judged(answer, wanted === 'sie' || saysSie(comment), [...sie, ...atBeginnings]);
  if (wanted === 'sie' && atBeginnings.length > 0) return judged(answer, true, atBeginnings);
  return verdict(answer, 'not-applicable', 'register-not-used');
}

const judged = (answer: Reading, fits: boolean, marks: readonly Mark[]): Verdict =>
  verdict(answer, fits ? 'ok' : 'missing', fits ? 'register-fits' : 'register-other', marks);

const saysSie = (comment: Reading): boolean => readRegister(comment, comment.written.length).sie.length > 0;
