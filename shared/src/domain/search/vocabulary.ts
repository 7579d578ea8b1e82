import type { Sentiment, Topic } from '../assessment.ts';
import type { HasWord, IsWord, SearchTerm, SlaWord, SortWord } from './search.ts';

/** Each word of the neutral text with its German form, then further spellings that are understood. */
type Words<Word extends string> = Readonly<Record<Word, readonly [german: string, ...also: string[]]>>;

export type SearchKey = SearchTerm['key'] | 'sort';
export const keyWords: Words<SearchKey> = {
  is: ['ist'],
  sentiment: ['stimmung'],
  channel: ['kanal'],
  account: ['konto'],
  team: ['team'],
  assignee: ['zuständig'],
  tag: ['schlagwort'],
  topic: ['thema'],
  sla: ['sla', 'frist'],
  lang: ['sprache', 'language'],
  author: ['verfasser', 'autor'],
  has: ['hat'],
  created: ['erstellt'],
  answered: ['beantwortet'],
  incident: ['vorfall'],
  quality: ['qualität'],
  sort: ['sortierung'],
};

export const isWords: Words<IsWord> = {
  open: ['offen'],
  done: ['erledigt', 'resolved'],
  snoozed: ['zurückgestellt'],
  unread: ['ungelesen'],
  overdue: ['überfällig'],
  soon: ['knapp'],
  breached: ['verletzt'],
  waiting: ['wartet'],
  answered: ['beantwortet'],
  approval: ['freigabe'],
  attention: ['achtung'],
  mentioned: ['erwähnt'],
};
export const hasWords: Words<HasWord> = {
  draft: ['entwurf'],
  note: ['notiz'],
  approval: ['freigabe'],
  promise: ['zusage'],
  deadline: ['frist'],
};
export const sentimentWords: Words<Exclude<Sentiment, 'unsure'> | 'unknown'> = {
  negative: ['negativ'],
  mixed: ['gemischt'],
  neutral: ['neutral'],
  positive: ['positiv'],
  unknown: ['unklar', 'unsure'],
};
export const topicWords: Words<Topic> = {
  product: ['produkt'],
  satisfaction: ['zufriedenheit'],
  support: ['support'],
  cocreation: ['mitgestaltung'],
};
export const sortWords: Words<SortWord> = { due: ['fällig'], newest: ['neueste'], oldest: ['älteste'] };
export const assigneeWords: Words<'me' | 'none'> = { me: ['ich'], none: ['niemand'] };
export const slaWords: Words<SlaWord> = {
  breached: ['verletzt'],
  kept: ['eingehalten'],
  missed: ['verpasst'],
  running: ['läuft'],
};
export const lastWords: Words<'last'> = { last: ['letzte'] };
export const unitWords: Words<'m' | 'h' | 'd' | 'w'> = { m: ['m', 'min'], h: ['h', 'std'], d: ['t'], w: ['w'] };

/** Keys and values of data that the house does not keep yet: they are known, and answered as such. */
export const futureKeys: Words<'state'> = { state: ['zustand'] };
export const futureValues: Partial<Record<SearchKey, Words<string>>> = {
  is: { approved: ['freigegeben'] },
  has: { media: ['medien'] },
  sort: { reach: ['reichweite'] },
};

export type SearchLanguage = 'en' | 'de';

/** The word as it is written in a language. English is the neutral text. */
export const wordIn = <Word extends string>(words: Words<Word>, word: Word, language: SearchLanguage): string =>
  language === 'de' ? words[word][0] : word;

/** The neutral word for a spelling in either language, with or without umlauts; undefined when it is none. */
export function wordFor<Word extends string>(words: Words<Word>, spelling: string): Word | undefined {
  const wanted = spelling.toLowerCase().normalize('NFC');
  return neutralWords(words).find((word) =>
    [word, ...words[word]].some((one) => one === wanted || spelled(one).includes(wanted)),
  );
}

export const neutralWords = <Word extends string>(words: Words<Word>): Word[] => Object.keys(words) as Word[];

/** Every spelling that is understood, those of a language first: what a suggestion may be made of. */
export function spellingsOf(words: Words<string>, language: SearchLanguage = 'en'): string[] {
  const rows = Object.entries(words);
  const [german, english] = [rows.map(([, [first]]) => first), rows.map(([word]) => word)];
  const further = rows.flatMap(([, [, ...also]]) => also);
  return [...new Set(language === 'de' ? [...german, ...english, ...further] : [...english, ...german, ...further])];
}

const withE: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const spelled = (word: string): string[] => [
  word.replace(/[äöü]/g, (letter) => withE[letter] ?? letter),
  word.normalize('NFD').replace(/\p{M}/gu, ''),
];
