/** Beginnings of words that carry more than a complaint: outrage spreads further than disappointment. */
const beginnings = [
  ...['frechheit', 'unverschämt', 'skandal', 'wut', 'wütend', 'empör', 'unfassbar', 'abzock', 'betrug', 'betrüg'],
  ...['ekel', 'widerlich', 'katastroph', 'saftladen', 'schande', 'miserabel', 'unmöglich', 'boykott', 'lüg'],
  ...['outrag', 'disgust', 'furious', 'scandal', 'rip-off', 'ripoff', 'shame', 'appalling', 'disgrace', 'boycott'],
  ...['scam', 'liar', 'awful', 'horrendous', 'unacceptable'],
];
const phrases = ['nie wieder', 'never again', '!!'];
const shouting = /(?:\b\p{Lu}{4,}\b.*){2}/su;

export function isAroused(text: string): boolean {
  const small = text.toLowerCase();
  if (phrases.some((phrase) => small.includes(phrase)) || shouting.test(text)) return true;
  return small.split(/[^\p{L}-]+/u).some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
}

/** Does somebody send readers elsewhere? */
export const linksElsewhere = (text: string): boolean => /\bhttps?:\/\/|\bwww\./i.test(text);
