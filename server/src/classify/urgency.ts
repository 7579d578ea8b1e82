import type { Assessment, Reason, Urgency } from '@stammgast/shared/domain/assessment';
import type { Phase, Reading } from './phases.ts';
import type { Token } from './tokens.ts';
import { emergencies, pressing } from './urgency-words.ts';
import { createWordList, type WordList } from './word-list.ts';

const shown = 4;

/** Why a comment cannot wait, with the words that say so. The highest reason decides. */
export function createUrgencyPhase(): Phase {
  const grave = createWordList(emergencies);
  const pressed = createWordList(pressing);
  return {
    name: 'urgency',
    assess(comment, soFar) {
      const high = reasonsBy(grave, comment);
      const low = complains(soFar, comment) ? [...reasonsBy(pressed, comment), ...repeated(comment.tokens)] : [];
      const urgency: Urgency = high.length > 0 ? 2 : low.length > 0 ? 1 : 0;
      return { ...soFar, urgency, reasons: merged([...high, ...low]) };
    },
  };
}

/** Money and dates are everyday words; they press only where something is wrong or asked for. */
function complains(soFar: Assessment, comment: Reading): boolean {
  if (soFar.sentiment === 'positive') return false;
  return soFar.sentiment !== 'neutral' || comment.body.includes('!');
}

function reasonsBy<Code extends string>(list: WordList<Code>, comment: Reading): Reason[] {
  return comment.tokens.flatMap((token) => list(token.word).map((code) => ({ code, words: [token.text] })));
}

const counts = new Set([
  'mal',
  'mails',
  'anrufe',
  'tage',
  'tagen',
  'wochen',
  'monate',
  'monaten',
  'times',
  'emails',
  'calls',
  'weeks',
  'months',
  'days',
]);
const numbers = new Set(
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwei dritten two three four five six seven eight nine ten 0'.split(
    ' ',
  ),
);
const sinceWords = new Set(['seit', 'nach', 'schon', 'for', 'after', 'now', 'over']);

/** "Seit drei Wochen", "three weeks now": waited long or written often. */
function repeated(read: readonly Token[]): Reason[] {
  const found: Reason[] = [];
  read.forEach((token, index) => {
    const unit = read[index + 1];
    if (unit === undefined || !numbers.has(token.word) || !counts.has(unit.word)) return;
    const before = read[index - 1]?.word ?? '';
    const often = unit.word === 'mal' || unit.word === 'times' || unit.word.startsWith('mail') || unit.word === 'calls';
    if (often || sinceWords.has(before)) found.push({ code: 'repeated', words: [token.text, unit.text] });
  });
  return found;
}

function merged(reasons: readonly Reason[]): Reason[] {
  const byCode = new Map<string, Set<string>>();
  for (const { code, words } of reasons) {
    const seen = byCode.get(code) ?? new Set<string>();
    for (const word of words) if (seen.size < shown) seen.add(word);
    byCode.set(code, seen);
  }
  return [...byCode].map(([code, words]) => ({ code, words: [...words] }));
}
