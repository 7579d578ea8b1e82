import { readAddress } from './address.ts';
import { languageOf } from './answer-language.ts';
import { concern, contentWords } from './concern.ts';
import { copied } from './copied.ts';
import type { AnswerCheck, CheckedItem, CheckInput, ItemKey, Verdict } from './items.ts';
import { itemKeys } from './items.ts';
import { usualLength } from './lengths.ts';
import {
  byWhen,
  deflection,
  empathy,
  findPhrases,
  type NothingToMend,
  ownership,
  privateChannel,
  step,
  thanks,
  verdict,
} from './phrase-items.ts';
import { type Reading, read } from './reading.ts';
import { register } from './register.ts';
import { readSignature } from './signature.ts';

/**
 * Items that never warn, only ask to look: S, G and E overlook too much in real answers, P and O missed their gate, Z and
 * C rest on these. Measured in docs/ANSWER-CHECK.md.
 */
const hintsOnly: ReadonlySet<ItemKey> = new Set<ItemKey>(['P', 'E', 'O', 'S', 'Z', 'C', 'G']);

/**
 * Reads an answer before it is sent and says for 14 points what it finds, in German and English. Pure, under two
 * milliseconds for a long answer; only the first 8,000 characters of a text are looked at. It helps the person who writes
 * and grades nobody: there is no score, and the count must not enter anyone's evaluation.
 */
export function checkAnswer(input: CheckInput): AnswerCheck {
  const verdicts = verdictsOf(input);
  const items = itemKeys.map((key) => asItem(key, verdicts[key]));
  const ok = items.filter((item) => item.state === 'ok').length;
  return { items, ok, of: items.filter((item) => item.state !== 'not-applicable').length };
}

function asItem(key: ItemKey, found: Verdict): CheckedItem {
  const state = found.state === 'missing' && hintsOnly.has(key) ? 'check' : found.state;
  return { key, ...found, state };
}

function verdictsOf(input: CheckInput): Record<ItemKey, Verdict> {
  const answer = read(input.answer);
  const comment = read(input.comment.text);
  const language = languageOf(answer);
  const names = [input.comment.authorName, ...input.own.names];
  const about = contentWords(comment, names);
  const found = findPhrases(answer, language);
  const nothing = nothingToMend(input, about);
  const unless = (verdictOf: () => Verdict) =>
    nothing === null ? verdictOf() : verdict(answer, 'not-applicable', nothing);

  const signature = readSignature(answer.written, input.own.names);
  const P = concern(answer, about, names);
  const O = unless(() => ownership(answer, found));
  const S = unless(() => step(answer, found));
  return {
    T: thanks(answer, found),
    P,
    E: nothing === 'comment-without-words' ? empathy(answer, found) : unless(() => empathy(answer, found)),
    O,
    S,
    Z: unless(() => byWhen(answer, found)),
    C:
      P.state === 'not-applicable'
        ? verdict(answer, 'not-applicable', 'comment-without-words')
        : privateChannel(answer, found, P.state === 'ok' && (O.state === 'ok' || S.state === 'ok')),
    D: deflection(answer, found),
    F: copied(answer, input),
    N: addressed(answer, input),
    R:
      language === 'en' || (input.comment.language ?? 'de') !== 'de'
        ? verdict(answer, 'not-applicable', 'register-not-used')
        : register(answer, signature.bodyEnd, input.channel.register, comment),
    G: signed(answer, signature, input.channel.agentShown),
    L: sameLanguage(answer, language, input.comment.language),
    X: length(answer, input),
  };
}

function nothingToMend({ comment }: CheckInput, about: readonly string[]): NothingToMend | null {
  if (comment.sentiment === 'positive') return 'comment-is-praise';
  if (about.length === 0) return 'comment-without-words';
  return comment.sentiment === 'neutral' && comment.text.includes('?') ? 'comment-is-question' : null;
}

function addressed(answer: Reading, { comment, own }: CheckInput): Verdict {
  const { kind, marks } = readAddress(answer.written, comment, own.names);
  if (kind === 'addressed') return verdict(answer, 'ok', 'found', marks);
  if (kind === 'other') return verdict(answer, 'missing', 'other-name', marks);
  if (kind === 'spelled') return verdict(answer, 'check', 'name-spelled-differently', marks);
  return kind === 'none' ? verdict(answer, 'missing', 'not-found') : verdict(answer, 'not-applicable', 'name-unusable');
}

function signed(answer: Reading, signature: ReturnType<typeof readSignature>, agentShown: boolean): Verdict {
  if (agentShown) return verdict(answer, 'not-applicable', 'platform-shows-agent');
  if (signature.kind === 'person') return verdict(answer, 'ok', 'found', signature.marks);
  return verdict(answer, 'missing', signature.kind === 'team' ? 'team-only' : 'not-found');
}

function sameLanguage(answer: Reading, own: 'de' | 'en' | null, wanted: string | null): Verdict {
  if (own === null || wanted === null) return verdict(answer, 'not-applicable', 'language-unsure');
  return own === wanted ? verdict(answer, 'ok', 'language-fits') : verdict(answer, 'missing', 'language-other');
}

function length(answer: Reading, { answer: text, channel, length: wish }: CheckInput): Verdict {
  const { from, to } = wish ?? usualLength(channel.platform);
  const count = [...text.trim()].length;
  if (count < from) return verdict(answer, 'missing', 'too-short');
  return verdict(answer, count > to ? 'missing' : 'ok', count > to ? 'too-long' : 'length-fits');
}
