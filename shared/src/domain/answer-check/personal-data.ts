import type { Folded } from './folded.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
}

const address = /^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}$/;
const around = /^[^a-z0-9@]+|[^a-z0-9]+$/g;
const phone = /(?<![a-z0-9.,:/+-]|\d )(?:\+\d|00\d|0\d|0[ (/-]|\(\d)[\d /()-]{5,22}\d(?![\w:]|[.,]\d)/g;
const date = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;
const iban = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b/g;
const numbered =
  /\b(?:bestell|auftrags?|rechnungs?|kunden|sendungs|ticket|vorgangs|buchungs|vertrags|reservierungs|order|booking|invoice|customer|reservation|case|reference|tracking|parcel|paket|bestellung|auftrag|rechnung|buchung|vertrag|vorgang|sendung)(?:[ -]?(?:nummer|nr|no|number|id|code))?[ .:#-]{0,4}((?:[a-z] |[a-z]{1,4}-?)?\d[\d/-]{3,24})(?![a-z0-9])/g;
const room =
  /\b(?:zimmer|room|suite|apartment|appartement)(?:[ -]?(?:nummer|nr|no|number))?[ .:#]{0,3}(\d{1,4}[a-z]?)\b(?!\s?(?:%|euro|eur|chf|naechte|nacht|tage|uhr|personen|nights?|people))/g;

/** Places of e-mail addresses; handles such as "@anna@social.example" are none. */
export function emails({ text }: Folded): Found[] {
  const found: Found[] = [];
  if (!text.includes('@')) return found;
  for (const match of text.matchAll(/\S+/g)) {
    if (!match[0].includes('@') || match[0].length > 300) continue;
    const word = match[0].replace(/^mailto:/, '').replaceAll(around, '');
    if (!address.test(word)) continue;
    const start = match.index + match[0].indexOf(word);
    found.push({ start, end: start + word.length });
  }
  return found;
}

export const phones = ({ text }: Folded): Found[] =>
  matches(text, phone).filter(({ start, end }) => {
    const written = text.slice(start, end);
    const count = digitsOf(written).length;
    return count >= 7 && count <= 15 && !date.test(written);
  });

export const ibans = ({ text }: Folded): Found[] =>
  matches(text, iban).filter(({ start, end }) => digitsOf(text.slice(start, end)).length >= 10);

export const orderNumbers = ({ text }: Folded): Found[] => captured(text, numbered);
export const roomNumbers = ({ text }: Folded): Found[] => matches(text, room);

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

const matches = (text: string, what: RegExp): Found[] =>
  [...text.matchAll(what)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

function captured(text: string, what: RegExp): Found[] {
  return [...text.matchAll(what)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });
}

const telling = 7;

/** Whether words are one of our own addresses or numbers, however spaced or with a country code. */
export function isOwnContact(words: string, contacts: readonly string[]): boolean {
  const plain = words.toLowerCase().replaceAll(/\s/g, '');
  const digits = digitsOf(plain);
  return contacts.some((contact) => {
    if (contact.toLowerCase().replaceAll(/\s/g, '') === plain) return true;
    const own = digitsOf(contact);
    return !plain.includes('@') && own.length >= telling && digits.length >= telling && tail(own) === tail(digits);
  });
}

const tail = (digits: string): string => digits.slice(-telling);
