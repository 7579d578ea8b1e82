import { foldedName } from '@stammgast/shared/domain/folded-name';
import { termOfPerson } from '@stammgast/shared/domain/search/names';
import { printValue } from '@stammgast/shared/domain/search/print';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import {
  assigneeWords,
  hasWords,
  isWords,
  keyWords,
  neutralWords,
  type SearchKey,
  type SearchLanguage,
  sentimentWords,
  slaWords,
  sortWords,
  type spellingsOf,
  topicWords,
  wordFor,
  wordIn,
} from '@stammgast/shared/domain/search/vocabulary';

/** What may stand where the cursor is, and the text and cursor after it was chosen. */
export interface Completion {
  readonly word: string;
  readonly text: string;
  readonly caret: number;
}

/** Names that the person may use. */
export interface KnownNames {
  readonly channels: readonly {
    readonly platform: string;
    readonly name: string;
    readonly team: { readonly name: string } | null;
  }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly string[];
  /** Scores are found by reviewers only. */
  readonly reviews: boolean;
}

const MOST = 12;
const begun = /(?<=^|[\s(])(-?)([^\s()"„“”]*)$/;

/** Completions for the word before the cursor; `asked`: also where nothing has been typed yet. */
export function complete(
  text: string,
  caret: number,
  language: SearchLanguage,
  names: KnownNames,
  asked: boolean,
): Completion[] {
  const [, minus, word] = begun.exec(text.slice(0, caret)) ?? [];
  if (minus === undefined || word === undefined || /^[^\s)]/.test(text.slice(caret))) return [];
  const [key, value] = word.includes(':') ? [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)] : [];
  if (key === undefined && word.length < 2 && !asked) return [];
  const found = key === undefined ? keysFor(word, language, names) : valuesFor(key, value ?? '', language, names);
  const start = caret - word.length;
  return found.slice(0, MOST).map((one) => {
    const before = `${text.slice(0, start)}${one}`;
    return { word: one.trim(), text: before + text.slice(caret), caret: before.length };
  });
}

const begins = (word: string, typed: string): boolean => foldedName(word).startsWith(foldedName(typed));

/** A key is found by its spelling in either language, and written in that of the person. */
function keysFor(typed: string, language: SearchLanguage, { reviews, channels }: KnownNames): string[] {
  return neutralWords(keyWords)
    .filter((key) => reviews || key !== 'quality')
    .filter((key) => key !== 'team' || channels.some(({ team }) => team))
    .filter((key) => [key, wordIn(keyWords, key, language)].some((one) => begins(one, typed)))
    .map((key) => `${wordIn(keyWords, key, language)}:`);
}

function valuesFor(key: string, typed: string, language: SearchLanguage, names: KnownNames): string[] {
  const known = wordFor(keyWords, key);
  if (known === undefined) return [];
  const values = valuesOf(known, language, names).filter((one) =>
    begins(one.replace(/^@?"?/, ''), typed.replace(/^@/, '')),
  );
  return values.some((one) => one === typed) ? [] : values.map((one) => `${key}:${one} `);
}

type Words = Parameters<typeof spellingsOf>[0];
const written = (words: Words, language: SearchLanguage) =>
  neutralWords(words).map((word) => wordIn(words, word, language));
const named = (key: 'channel' | 'tag' | 'team', values: readonly string[]) =>
  [...new Set(values)].map((value) => printValue({ key, value }, 'en'));

/** Spans of time, days and shares, as somebody may want them most. */
const spans: readonly SearchTerm[] = [
  { key: 'sla', value: { sign: '<', count: 30, unit: 'm' } },
  { key: 'sla', value: { sign: '<', count: 2, unit: 'h' } },
  { key: 'created', value: { last: 24, unit: 'h' } },
  { key: 'created', value: { last: 7, unit: 'd' } },
  { key: 'created', value: { last: 30, unit: 'd' } },
  { key: 'quality', value: { sign: '<', percent: 60 } },
  { key: 'quality', value: { sign: '>=', percent: 90 } },
];
const spansOf = (key: SearchKey, language: SearchLanguage) =>
  spans.filter((term) => term.key === key).map((term) => printValue(term, language));

function valuesOf(key: SearchKey, language: SearchLanguage, names: KnownNames): string[] {
  const channels = names.channels.map((channel) => channel.name);
  switch (key) {
    case 'is':
      return written(isWords, language);
    case 'has':
      return written(hasWords, language);
    case 'sentiment':
      return written(sentimentWords, language);
    case 'topic':
      return written(topicWords, language);
    case 'sort':
      return written(sortWords, language);
    case 'sla':
      return [...spansOf(key, language), ...written(slaWords, language)];
    case 'created':
    case 'answered':
    case 'quality':
      return spansOf(key, language);
    case 'lang':
      return ['de', 'en', 'fr', 'it', 'es', 'pt'];
    case 'assignee': {
      const people = names.people.map((one) => printValue(termOfPerson(one, names.people), 'en'));
      return [...written(assigneeWords, language), ...people];
    }
    case 'channel':
      return [...new Set(names.channels.map((channel) => channel.platform)), ...named('channel', channels)];
    case 'account':
      return named('channel', channels);
    case 'team':
      return named(
        'team',
        names.channels.flatMap(({ team }) => team?.name ?? []),
      );
    case 'tag':
      return named('tag', names.tags);
    case 'author':
    case 'incident':
      return [];
  }
}
