import type { Assessment } from '@stammgast/shared/domain/assessment';
import type { Phase, Reading } from './phases.ts';
import type { Token } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const questionWords = set(
  'wer was wann wo wie warum wieso weshalb welche welcher welches wohin woher wieviel who what when where why how which whats hows',
);
const askingVerbs = set(
  'gibt gibts habt haben hat kann können könnt könntet könnten kommt ist sind wird werdet darf muss weiss weiß is are do does did can could will would has have should',
);
const company = set('ihr euch eure euer eurer euren eurem sie ihnen ihre ihrer ihren ihrem ihr you your yours u');
const requests = set(
  'bitte bitten erwarte erwarten melden meldet melde hilfe helft helfen klärung vorschlag anregung wunsch please help contact explain fix suggestion',
);
const enough = 2;

/** A question, a complaint or a request that is addressed to the company needs an answer; plain praise may have one. */
export const needsAnswerPhase: Phase = {
  name: 'needs-answer',
  assess(comment, soFar) {
    return { ...soFar, needsAnswer: weigh(comment, soFar) >= enough };
  },
};

function weigh(comment: Reading, soFar: Assessment): number {
  const words = comment.tokens.filter((token) => token.kind === 'word').map((token) => token.word);
  let points = 0;
  if (asks(comment.tokens)) points += 2;
  if (soFar.urgency === 2) points += 2;
  if (soFar.urgency === 1) points += 1;
  if (soFar.sentiment === 'negative' || soFar.sentiment === 'mixed') points += 1;
  if (soFar.topics.includes('support')) points += 1;
  if (soFar.topics.includes('cocreation')) points += 1;
  if (words.some((word) => requests.has(word))) points += 1;
  if (words.some((word) => company.has(word))) points += 1;
  if (soFar.sentiment === 'positive') points -= 2;
  return points;
}

/** Question marks, or a first word that asks where people leave the mark out. */
function asks(read: readonly Token[]): boolean {
  if (read.some((token) => token.text === '?')) return true;
  const first = read.find((token) => token.kind === 'word')?.word ?? '';
  return questionWords.has(first) || askingVerbs.has(first);
}
