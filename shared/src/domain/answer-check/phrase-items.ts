import type { ItemState, Mark, ReasonCode, Verdict } from './items.ts';
import { emails } from './personal-data.ts';
import {
  byTopic,
  type CompiledRule,
  compileRule,
  type Finding,
  find,
  type PhraseTable,
  type PhraseTopic,
} from './phrase-table.ts';
import { germanPhrases } from './phrases-de.ts';
import { englishPhrases } from './phrases-en.ts';
import { joinedMarks, markOf, type Reading, wordsAt } from './reading.ts';

type Rules = Readonly<Record<PhraseTopic, CompiledRule>>;
/** What an answer says, topic by topic. */
export type Findings = Readonly<Record<PhraseTopic, Finding>>;

const compileAll = (table: PhraseTable): Rules => byTopic((topic) => compileRule(table[topic]));

const german = compileAll(germanPhrases);
const english = compileAll(englishPhrases);
const rulesOf = { de: [german], en: [english], unsure: [german, english] };

/** By the rules of the language of the answer, of both where that is unsure. */
export function findPhrases(reading: Reading, language: 'de' | 'en' | null): Findings {
  const rules = rulesOf[language ?? 'unsure'];
  return byTopic((topic) => {
    const ofTopic = rules.map((all) => all[topic]);
    return find(reading, reading.ownSentences, ofTopic);
  });
}

export function verdict(reading: Reading, state: ItemState, code: ReasonCode, marks: readonly Mark[] = []): Verdict {
  const joined = joinedMarks(marks);
  return { state, marks: joined, reason: { code, words: wordsAt(reading.written, joined) } };
}

/** Why S, E, O and Z ask for nothing: the comment blames nothing, asks something, or says nothing in words. */
export type NothingToMend = 'comment-is-praise' | 'comment-is-question' | 'comment-without-words';

export const thanks = (reading: Reading, { thanks: found }: Findings): Verdict =>
  found.marks.length > 0
    ? verdict(reading, 'ok', 'found', found.marks)
    : verdict(reading, 'missing', found.against ? 'only-for-patience' : 'not-found');

export function empathy(reading: Reading, { empathy: found }: Findings): Verdict {
  if (found.marks.length > 0) return verdict(reading, 'ok', 'found', found.marks);
  return verdict(reading, 'missing', found.against ? 'understanding-then-but' : 'not-found');
}

export const ownership = (reading: Reading, { ownership: found }: Findings): Verdict =>
  found.marks.length > 0
    ? verdict(reading, 'ok', 'found', found.marks)
    : verdict(reading, 'missing', found.against ? 'only-a-formula' : 'not-found');

export function step(reading: Reading, { step: found, done }: Findings): Verdict {
  const marks = [...found.marks, ...done.marks];
  if (marks.length > 0) return verdict(reading, 'ok', 'found', marks);
  return verdict(reading, 'missing', found.against ? 'only-vague' : 'not-found');
}

/** A time counts beside a step that is still to come; one that belongs to the complaint ("am Montag bestellt") does not. */
export function byWhen(reading: Reading, { step: steps, done, time }: Findings): Verdict {
  if (steps.sentences.length + done.sentences.length === 0) return verdict(reading, 'missing', 'not-found');
  const beside = time.sentences.some((sentence) => steps.sentences.some((at) => Math.abs(at - sentence) <= 1));
  if (beside) return verdict(reading, 'ok', 'found', time.marks);
  if (done.sentences.length > 0) return verdict(reading, 'not-applicable', 'done-already', done.marks);
  return verdict(reading, 'missing', 'not-found');
}

/** Details belong in private, substance in public: moving away without it reads as fleeing. */
export function privateChannel(reading: Reading, { private: found }: Findings, substance: boolean): Verdict {
  const addresses = emails(reading.folded).map(({ start, end }) => markOf(reading.folded, start, end));
  const marks = [...found.marks, ...addresses];
  if (marks.length === 0) return verdict(reading, 'not-applicable', 'no-private-channel');
  if (substance) return verdict(reading, 'ok', 'found', marks);
  return verdict(reading, 'missing', 'private-without-substance', marks);
}

export const deflection = (reading: Reading, { deflection: found }: Findings): Verdict =>
  found.marks.length > 0
    ? verdict(reading, 'missing', 'deflects', found.marks)
    : verdict(reading, 'ok', 'nothing-deflects');
