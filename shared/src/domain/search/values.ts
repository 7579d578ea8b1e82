import { nearestOf } from './nearest.ts';
import type { SearchTerm, Share, SortWord, TimeLeft, WhenDay, WhenHour, WhenLast } from './search.ts';
import type { SearchErrorCode } from './search-error.ts';
import { tidied } from './tokens.ts';
import {
  assigneeWords,
  futureValues,
  hasWords,
  isWords,
  lastWords,
  type SearchKey,
  type SearchLanguage,
  sentimentWords,
  slaWords,
  sortWords,
  spellingsOf,
  topicWords,
  unitWords,
  wordFor,
} from './vocabulary.ts';

export interface ValueError {
  readonly code: SearchErrorCode;
  readonly nearest?: string;
}
type Words = Parameters<typeof spellingsOf>[0];
type TermKey = SearchTerm['key'];

/** Reads the value of a key in either language. */
export function readTerm(key: TermKey, typed: string, language: SearchLanguage): SearchTerm | ValueError {
  const value = tidied(typed);
  return value === '' ? { code: 'value.missing' } : readers[key](value, language);
}

export function readSort(typed: string, language: SearchLanguage): SortWord | ValueError {
  const value = tidied(typed);
  return value === '' ? { code: 'value.missing' } : oneOf('sort', sortWords, value, language, (word) => word);
}

const readers: { readonly [Key in TermKey]: (value: string, language: SearchLanguage) => SearchTerm | ValueError } = {
  is: (typed, language) => oneOf('is', isWords, typed, language, (value) => ({ key: 'is', value })),
  has: (typed, language) => oneOf('has', hasWords, typed, language, (value) => ({ key: 'has', value })),
  sentiment: (typed, language) =>
    oneOf('sentiment', sentimentWords, typed, language, (value) => ({
      key: 'sentiment',
      value: value === 'unknown' ? 'unsure' : value,
    })),
  topic: (typed, language) => oneOf('topic', topicWords, typed, language, (value) => ({ key: 'topic', value })),
  channel: (value) => ({ key: 'channel', value }),
  account: (value) => ({ key: 'account', value }),
  team: (value) => ({ key: 'team', value }),
  tag: (value) => ({ key: 'tag', value }),
  author: (value) => ({ key: 'author', value }),
  incident: readIncident,
  lang: (typed) =>
    /^[a-z]{2}$/i.test(typed)
      ? { key: 'lang', value: typed.toLowerCase() }
      : { code: 'value.malformed', nearest: 'de' },
  assignee: readAssignee,
  sla: readSla,
  quality: readQuality,
  created: (typed) => readWhen('created', typed),
  answered: (typed) => readWhen('answered', typed),
};

/** A word of a list, or what is wrong with it: not yet available, or a slip next to a word that is. */
function oneOf<Word extends string, Result>(
  key: SearchKey,
  words: Readonly<Record<Word, readonly [string, ...string[]]>>,
  typed: string,
  language: SearchLanguage,
  make: (word: Word) => Result,
): Result | ValueError {
  const word = wordFor(words, typed);
  if (word !== undefined) return make(word);
  const future = futureValues[key];
  if (future && wordFor(future, typed) !== undefined) return { code: 'value.unavailable' };
  return unknownValue(words, typed, language);
}

function unknownValue(words: Words, typed: string, language: SearchLanguage): ValueError {
  const nearest = nearestOf(spellingsOf(words, language), typed, Math.max(2, typed.length / 2));
  return { code: 'value.unknown', ...(nearest !== undefined && { nearest }) };
}

function readAssignee(typed: string): SearchTerm | ValueError {
  const word = wordFor(assigneeWords, typed);
  if (word !== undefined) return { key: 'assignee', value: word };
  const name = tidied(typed.replace(/^@/, ''));
  return name === '' ? { code: 'value.missing' } : { key: 'assignee', value: `@${name}` };
}

function readIncident(typed: string): SearchTerm | ValueError {
  const [, number] = /^#?0*([1-9]\d{0,8})$/.exec(typed) ?? [];
  return number === undefined
    ? { code: 'value.malformed', nearest: '1' }
    : { key: 'incident', value: `${Number(number)}` };
}

function readSla(typed: string): SearchTerm | ValueError {
  const word = wordFor(slaWords, typed);
  if (word !== undefined) return { key: 'sla', value: word };
  const [, sign, count, spelling] = /^([<>])(\d{1,4})\s?(\p{L}+)$/u.exec(typed) ?? [];
  const unit = wordFor(unitWords, spelling ?? '');
  if ((sign !== '<' && sign !== '>') || unit === undefined || unit === 'w')
    return { code: 'value.malformed', nearest: '<30m' };
  return { key: 'sla', value: { sign, count: Number(count), unit } satisfies TimeLeft };
}

function readQuality(typed: string): SearchTerm | ValueError {
  const [, sign, digits] = /^([<>]=?)(\d{1,3})\s?%?$/.exec(typed) ?? [];
  const percent = Number(digits);
  if (sign === undefined || percent > 100) return { code: 'value.malformed', nearest: '<60' };
  return { key: 'quality', value: { sign: sign as Share['sign'], percent } };
}

function readWhen(key: 'created' | 'answered', typed: string): SearchTerm | ValueError {
  const value = readLast(typed) ?? readHour(typed) ?? readDay(typed);
  return value ? { key, value } : { code: 'value.malformed', nearest: '>2026-03-01' };
}

function readLast(typed: string): WhenLast | null {
  const [, word, count, spelling] = /^(\p{L}+)-(\d{1,4})(\p{L}+)$/u.exec(typed) ?? [];
  const unit = wordFor(unitWords, spelling ?? '');
  if (wordFor(lastWords, word ?? '') === undefined || unit === undefined || unit === 'm' || Number(count) === 0)
    return null;
  return { last: Number(count), unit };
}

const iso = /^([<>]?=?)(\d{4})-(\d{2})-(\d{2})$/;
const german = /^([<>]?=?)(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** As 2026-03-05T14. */
function readHour(typed: string): WhenHour | null {
  const [, day, digits] = /^(\d{4}-\d{2}-\d{2})t(\d{2})$/i.exec(typed) ?? [];
  const hour = Number(digits);
  return day !== undefined && isDay(day) && hour < 24 ? { day, hour } : null;
}

function readDay(typed: string): WhenDay | null {
  const [, sign, year, month, date] = iso.exec(typed) ?? german.exec(typed)?.map(turned) ?? [];
  if (sign === undefined || year === undefined) return null;
  const day = [year, month, date].map((part) => part?.padStart(2, '0')).join('-');
  return isDay(day) ? { sign: (sign || '=') as WhenDay['sign'], day } : null;
}

/** Day and year change places: 1.3.2026 is read like 2026-03-01. */
const turned = (part: string, index: number, parts: readonly string[]): string =>
  index < 2 ? part : (parts[6 - index] ?? part);

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
