import { readAddress } from './address.ts';
import { type Folded, fold } from './folded.ts';
import { type Guard, type GuardCode, type GuardInput, guardCodes, levelOfGuard } from './guard-codes.ts';
import type { Mark } from './items.ts';
import { unknownLinks } from './links.ts';
import { emails, type Found, ibans, isOwnContact, orderNumbers, phones, roomNumbers } from './personal-data.ts';
import { compilePhrases } from './phrases.ts';
import { joinedMarks, markOf, wordsAt } from './reading.ts';

/** What every guard looks at. */
interface Sight {
  readonly input: GuardInput;
  readonly folded: Folded;
}

const doubleBraces = /\{\{[^{}\n]{0,60}\}\}/g;
const fields = /\{[^\s{}][^{}\n]{0,40}\}|\[[^\s[\]][^[\]\n]{0,40}\](?!\()|<\p{L}[\p{L}\s_-]{0,30}>|%[\p{L}_]{2,30}%/gu;
const fieldNames =
  /\b(?:name|vorname|nachname|anrede|kunde|kundin|datum|uhrzeit|ort|telefon|nummer|bestellnummer|betrag|produkt|firma|grund|ich|unterschrift|thema|filiale|platzhalter|hier|einfuegen|ergaenzen|first|last|firstname|lastname|customer|date|time|place|phone|number|order|amount|product|company|reason|agent|signature|topic|location|placeholder|insert|your|xxx?|tbd|todo)\b/;
const amount =
  /(?:(?:€|\$|£|\b(?:eur|euro|chf|usd|gbp|fr\.?)) ?\d[\d.,']{0,12})|(?:\b\d[\d.,']{0,12} ?(?:€|\$|£|(?:euro|eur|chf|franken|usd|gbp|pounds?|dollars?|fr)\b))/g;
const share = /\b\d{1,3} ?(?:%|prozent\b|percent\b)/g;
const paying = compilePhrases([
  '(gutschein|*gutschein|gutscheine|rabatt|nachlass|preisnachlass|entschädig*|erstatte*|erstattung|rückerstatt*|überweis*|gutschrift|gutschreiben|kaution|kulanz*|zurückzahl*|schadenersatz|schadensersatz|ausgleich|wiedergutmachung)',
  '(schenken|schenke|zahlen|zahle|bekommen|erhalten|ersetzen|erlassen) (wir|ich|sie|dir|ihnen|euch)',
  '(wir|ich) (schenken|schenke|zahlen|zahle|erlassen|ersetzen)',
  '(voucher|refund*|compensat*|discount|goodwill|reimburs*|credit*|rebate|gift card)',
]);
const apologies = compilePhrases([
  '(entschuldige|entschuldigen|entschuldigung|verzeihen|verzeihung|verzeih|sorry|pardon)',
  '(tut|tun) … leid',
  '(bedauern|bedauere|bedaure)',
  '(apologise|apologize|apologies|apology|regret)',
]);
const tooManyApologies = 3;
const mostPublicReplies = 2;

const searches: Readonly<Record<GuardCode, (sight: Sight) => readonly Mark[]>> = {
  placeholder: ({ input }) => [...matches(input.answer, doubleBraces), ...openFields(input.answer)],
  'wrong-name': ({ input }) => {
    const address = readAddress(input.answer, input.comment, input.own.names);
    return address.kind === 'other' ? address.marks : [];
  },
  email: (sight) => personal(sight, emails(sight.folded)),
  phone: (sight) => personal(sight, phones(sight.folded)),
  iban: (sight) => personal(sight, ibans(sight.folded)),
  'order-number': (sight) => personal(sight, orderNumbers(sight.folded)),
  'room-number': (sight) => personal(sight, roomNumbers(sight.folded)),
  amount: ({ folded }) => marksOf(folded, amounts(folded.text)),
  'unknown-link': ({ folded, input }) => marksOf(folded, unknownLinks(folded.text, input.own.domains)),
  'third-reply': () => [],
  'many-sorries': ({ folded }) => {
    const found = matches(folded.text, apologies);
    return found.length >= tooManyApologies ? marksOf(folded, found) : [];
  },
};

/**
 * What must not, or not unasked, stand in a public answer. Pure, without the checklist, well under a millisecond: the
 * server runs it for every answer it is given. In the order of `guardCodes`; nothing found = empty.
 */
export function findGuards(input: GuardInput): Guard[] {
  const sight = { input, folded: fold(input.answer) };
  return guardCodes.flatMap((code) => {
    const marks = joinedMarks(searches[code](sight));
    const found = code === 'third-reply' ? input.publicReplies >= mostPublicReplies : marks.length > 0;
    return found ? [{ code, level: levelOfGuard[code], marks, words: wordsAt(input.answer, marks) }] : [];
  });
}

const openFields = (text: string): Found[] =>
  matches(text, fields).filter(({ start, end }) => {
    const field = text.slice(start, end);
    return /^\{[\w.]+\}$/.test(field) || fieldNames.test(fold(field).text);
  });

/** Sums count only beside words of paying back: prices and numbers are no compensation. */
function amounts(text: string): Found[] {
  return [...matches(text, amount), ...matches(text, share)].filter(({ start, end }) => {
    const nearby = text.slice(Math.max(0, start - reach), end + reach);
    return nearby.search(paying) >= 0;
  });
}

const reach = 70;

const personal = (sight: Sight, found: readonly Found[]): Mark[] =>
  marksOf(sight.folded, found).filter(
    ({ start, end }) => !isOwnContact(sight.input.answer.slice(start, end), sight.input.own.contacts),
  );

const marksOf = (folded: Folded, found: readonly Found[]): Mark[] =>
  found.map(({ start, end }) => markOf(folded, start, end));

const matches = (text: string, what: RegExp): Found[] =>
  [...text.matchAll(what)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
