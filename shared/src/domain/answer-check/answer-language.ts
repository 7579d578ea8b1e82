import type { Reading } from './reading.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// Words of one of the two languages only; what both know ("in", "so", "an", "also") is left out.
export const german = set(
  `der das und ist nicht wir sie ich ein eine einen einem fuer mit auf dass haben habe uns unser unsere ihr ihre ihnen ihrem ihren du
  dich dir dein deine euch zu den dem von bei nach wie war wird werden sind es auch noch nur aber oder wenn dann bitte danke vielen
  dank kein keine sich aus zum zur vom beim guten tag gruesse gruss grueezi heute morgen schon sehr hier ja nein mich mir`.replaceAll(
    /\s+/g,
    ' ',
  ),
);
export const english = set(
  `the and is not we you your our have has had are were will would with that this for of to it its from be been can could should
  do does did but or if then please thank thanks sorry us my me them they their there here today tomorrow dear hello at on by
  as no yes what when which who how he she his her all any just`.replaceAll(/\s+/g, ' '),
);
const umlauts = /[äöü]|\u0308/i;
const words = /[a-z0-9]+/g;

/** Counts function words; null when there are too few or neither language leads clearly. */
export function languageOf(reading: Reading): 'de' | 'en' | null {
  const all = reading.ownSentences.flatMap((sentence) => sentence.text.match(words) ?? []);
  const de = all.filter((word) => german.has(word)).length + (umlauts.test(reading.written) ? 1 : 0);
  const en = all.filter((word) => english.has(word)).length;
  if (leads(de, en)) return 'de';
  return leads(en, de) ? 'en' : null;
}

const leads = (count: number, other: number): boolean => count >= 2 && count > 1.5 * other;
