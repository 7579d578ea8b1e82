import { findTimes, type Reading } from './time-words/time-words.ts';
import { monthNames } from './time-words/vocabulary.ts';

/** A sentence of our own answer in which we say that something will happen by a time. */
export interface PromiseWords {
  /** Offsets of the sentence in the answer. */
  readonly start: number;
  readonly end: number;
  /** The sentence as it stands there. */
  readonly words: string;
  readonly dueAt: Date;
}

/** Who promises: we, somebody of ours, or the person gets to hear from us. */
const byUs = [
  /(?<!\p{L})(?:ich|wir|uns|unsere?[nmrs]?|mein(?:e[nmrs]?)?|die (?:Kolleg\w+|Technik|Küche|Leitung))(?!\p{L})/iu,
  /(?<!\p{L})(?:Sie|du|ihr) (?:hören|hörst|hört|erhalten|erhältst|erhaltet|bekommen|bekommst|bekommt)(?!\p{L})/iu,
  /(?<!\p{L})(?:I|I['’]ll|we|we['’]ll|our|you['’]ll (?:hear|get|receive)|you will (?:hear|get|receive))(?!\p{L})/iu,
];

/** What is promised: a verb of doing or of coming back. */
const deeds = [
  /(?<!\p{L})(?:meld|sag|bericht|schreib|antwort|schick|send|prüf|klär|beheb|reparier|tausch|ersetz|erstatt|überweis|liefer|kümmer|veröffentlich|informier|nachreich|hör(?:en|st|t)|erh[aä]lt|bekomm|ruf|komm|geb|bring|stell|änder|austausch|zurückkomm|nachlieg)\p{L}*/iu,
  /(?<!\p{L})(?:get back|come back|let you know|call|write|reply|answer|update|report|send|refund|fix|repair|replace|check|look into|deliver|publish|ship|post|confirm|hear|in touch|follow up|change|have it|sort)(?!\p{L})/iu,
];

/** What speaks against it: asking the person to do something, telling what was, or what only might be. */
const against = [
  /(?<!\p{L})(?:bitte|please)(?!\p{L})(?!\p{L})[^,;]{0,40}(?:sich|uns|mir|us|me)(?!\p{L})/iu,
  /(?<!\p{L})(?:können Sie|kannst du|könnt ihr|wenn Sie|falls Sie|wenn du|if you|could you|can you)(?!\p{L})/iu,
  /(?<!\p{L})(?:habe|haben|hatte|hatten|wurde|wurden|war|waren)(?!\p{L})(?![^.]*(?:werde|wird)(?!\p{L}))/iu,
  /(?<!\p{L})(?:have|had|were|(?:I|it|there|that) was)(?!\p{L})(?![^.]*(?:will|'ll|’ll)(?!\p{L}))(?! it)/iu,
  /(?<!\p{L})(?:nicht|kein\p{L}*|not|cannot|can['’]t|won['’]t)(?!\p{L})/iu,
  /(?<!\p{L})(?:geöffnet|Öffnungszeiten|open (?:until|from)|opening hours)(?!\p{L})/iu,
];

const LONGEST = 8000;

/**
 * Promises with a time in our own answer, German or English, in its order: at most one a sentence, the latest time it
 * names. A suggestion for a person to confirm: it would rather miss one than remind of what nobody has promised.
 */
export function findPromises(answer: string, reading: Reading): PromiseWords[] {
  return sentencesOf(answer.slice(0, LONGEST)).flatMap(({ start, text }) => {
    if (!promises(text)) return [];
    const last = findTimes(text, reading)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1);
    return last ? [{ start, end: start + text.length, words: text, dueAt: last.at }] : [];
  });
}

const promises = (sentence: string): boolean =>
  byUs.some((sign) => sign.test(sentence)) &&
  deeds.some((sign) => sign.test(sentence)) &&
  !against.some((sign) => sign.test(sentence));

/** Ends at `.`, `!`, `?` or a line's end; not within a date ("am 15. März") and not after a short form. */
const sentenceEnd = new RegExp(
  String.raw`(?<!\d|(?<!\p{L})(?:ca|bzw|Nr|Dr|Mr|Mrs|z\. ?B|u\. ?a))[.!?]+(?=\s|$)` +
    String.raw`|(?<=\d)[.!?](?=\s+(?!(?:${monthNames})(?!\p{L}))\p{Lu}|\s*$)|\n+`,
  'giu',
);

function sentencesOf(text: string): { start: number; text: string }[] {
  const sentences: { start: number; text: string }[] = [];
  let from = 0;
  const close = (to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ start: from + raw.indexOf(trimmed), text: trimmed });
    from = to;
  };
  for (const match of text.matchAll(sentenceEnd)) close(match.index + match[0].length);
  close(text.length);
  return sentences;
}
