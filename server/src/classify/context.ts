import type { Token } from './tokens.ts';

/** How the words around a word change what it says. */
export interface Standing {
  /** Inside the scope of not, never, without … */
  readonly negated: boolean;
  /** 1 = as it is; more after "very" or "but", less after "a bit" or before "but". */
  readonly strength: number;
}

interface Markers {
  readonly negators: ReadonlySet<string>;
  readonly intensifiers: ReadonlySet<string>;
  readonly softeners: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  /** Words that, right after a negator, undo it: "nicht nur", "not only". */
  readonly undoers: ReadonlySet<string>;
  /** The negator that stands behind its verb: "funktioniert nicht". */
  readonly trailing: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const markers: Readonly<Record<string, Markers>> = {
  de: {
    negators: set(
      'nicht nie niemals kein keine keinen keinem keiner keines ohne weder kaum nirgends nichts niemand nimmer ned nöd nid net koa kei keis',
    ),
    intensifiers: set(
      'sehr so total echt extrem absolut richtig mega wirklich besonders unglaublich überaus völlig viel komplett äusserst sowas',
    ),
    softeners: set('etwas bisschen bissl bisserl eher halbwegs einigermassen teilweise'),
    contrasts: set('aber jedoch allerdings dennoch trotzdem sondern nur'),
    undoers: set('nur wahr umsonst zuletzt zu'),
    trailing: 'nicht',
  },
  en: {
    negators: set(
      "not never no without neither nor none nothing nobody hardly barely cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt haven't havent hasn't hasnt hadn't ain't",
    ),
    intensifiers: set('very really so extremely absolutely totally super incredibly completely truly much too'),
    softeners: set('slightly somewhat kinda little bit fairly partly'),
    contrasts: set('but however though yet although except'),
    undoers: set('only just doubt wonder'),
    trailing: '',
  },
};

const scopeWords = 4;
const reachBack = 4;
const louder = 1.4;
const softer = 0.6;
const afterContrast = 1.3;
const beforeContrast = 0.75;

/** For each token its standing; tokens of languages without rules stand as they are. */
export function standings(tokens: readonly Token[], language: string | null): Standing[] {
  const rules = markers[language ?? ''];
  const negated = new Array<boolean>(tokens.length).fill(false);
  const strength = new Array<number>(tokens.length).fill(1);
  if (rules) {
    markNegation(tokens, rules, negated);
    markStrength(tokens, rules, strength);
    markContrast(tokens, rules, strength);
  }
  return tokens.map((_, index) => ({ negated: negated[index] ?? false, strength: strength[index] ?? 1 }));
}

function markNegation(tokens: readonly Token[], rules: Markers, negated: boolean[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index]?.word ?? '';
    if (!rules.negators.has(word) || rules.undoers.has(tokens[index + 1]?.word ?? '')) continue;
    const reached = markAhead(tokens, index, rules, negated);
    if (reached === 0 && word === rules.trailing) markBack(tokens, index, rules, negated);
  }
}

/** Marks up to four words until the clause ends; returns how many. */
function markAhead(tokens: readonly Token[], from: number, rules: Markers, negated: boolean[]): number {
  let reached = 0;
  for (let index = from + 1; index < tokens.length && reached < scopeWords; index++) {
    if (endsClause(tokens[index], rules)) break;
    negated[index] = true;
    reached += 1;
  }
  return reached;
}

function markBack(tokens: readonly Token[], from: number, rules: Markers, negated: boolean[]): void {
  for (let index = from - 1; index >= 0 && index >= from - reachBack; index--) {
    if (endsClause(tokens[index], rules)) return;
    negated[index] = true;
  }
}

function endsClause(token: Token | undefined, rules: Markers): boolean {
  return token === undefined || token.kind !== 'word' || rules.contrasts.has(token.word);
}

function markStrength(tokens: readonly Token[], rules: Markers, strength: number[]): void {
  for (let index = 0; index + 1 < tokens.length; index++) {
    const word = tokens[index]?.word ?? '';
    if (rules.intensifiers.has(word)) strength[index + 1] = louder;
    else if (rules.softeners.has(word)) strength[index + 1] = softer;
  }
}

/** "Nice, but slow": what follows the contrast in the sentence counts more, what came before less. */
function markContrast(tokens: readonly Token[], rules: Markers, strength: number[]): void {
  let sentence = 0;
  let contrast = -1;
  for (let index = 0; index <= tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'stop') {
      if (contrast > sentence) scaleSentence(strength, sentence, contrast, index);
      sentence = index + 1;
      contrast = -1;
    } else if (contrast < 0 && rules.contrasts.has(token.word)) contrast = index;
  }
}

function scaleSentence(strength: number[], start: number, contrast: number, end: number): void {
  for (let index = start; index < end; index++) {
    strength[index] = (strength[index] ?? 1) * (index < contrast ? beforeContrast : afterContrast);
  }
}
