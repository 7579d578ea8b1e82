import type { DetectLanguage } from './language-profile.ts';
import type { Phase, Reading } from './phases.ts';
import type { Token } from './tokens.ts';

const fewestCharacters = 20;
const fewestLetters = 12;
// The first lines tell the language as well as the whole and cost a tenth.
const enough = 200;

/** Tells the language of a comment; a short one takes that of its thread or page, or stays unknown: never a guess. */
export function createLanguagePhase(detect: DetectLanguage, languages: readonly string[]): Phase {
  const one = (language: string | null) => (language !== null && languages.includes(language) ? language : null);
  return {
    name: 'language',
    assess(comment, soFar) {
      const words = firstWords(comment);
      const tooShort = charactersOf(comment) < fewestCharacters || words.length < fewestLetters;
      const language = tooShort ? (comment.fallbackLanguage?.slice(0, 2).toLowerCase() ?? null) : detect(words);
      return { ...soFar, language: one(language) };
    },
  };
}

/** About the length of the comment without addresses and handles. */
function charactersOf(comment: Reading): number {
  const apart = (token: Token) => (token.kind === 'stop' || token.kind === 'comma' ? 0 : 1);
  return comment.tokens.reduce((sum, token) => sum + token.text.length + apart(token), -1);
}

/** Without numbers, addresses and handles, which are in no language. */
function firstWords(comment: Reading): string {
  let words = '';
  for (const token of comment.tokens) {
    if (token.kind !== 'word' || token.word === '0' || token.word === 'euro') continue;
    words += words === '' ? token.text : ` ${token.text}`;
    if (words.length > enough) break;
  }
  return words.toLowerCase();
}
