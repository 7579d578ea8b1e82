/**
 * Words of the law in our own answer, in German and English. A negation takes nothing away: “wir haften nicht” is as
 * delicate as its contrary. Everyday senses are left out: “Gericht” is mostly a dish, “Anzeige” an advertisement.
 */
const within =
  `anwalt anwält schadensersatz schadenersatz schmerzensgeld haftung haftpflicht haftbar verklag einklag abmahn
  unterlassungs strafanzeige fahrlässig gewährleistung gerichtlich amtsgericht landgericht landesgericht verwaltungsgericht
  arbeitsgericht schiedsgericht gerichtsverfahren gerichtstermin gerichtskosten mahnbescheid rechtlich rechtswidrig
  rechtsstreit rechtsweg rechtsschutz rechtspflicht rechtsanspruch rechtsabteilung rechtsbeistand rechtsvertret verjähr
  entschädigung schuldanerkenntnis staatsanwalt verbraucherzentrale`.split(/\s+/);

const whole = new Set(
  `haften haftet hafteten klage klagen klagt klagten geklagt kläger klägerin jurist juristin juristen juristisch juristische
  juristischen verschulden dsgvo
  lawyer lawyers attorney attorneys solicitor solicitors barrister lawsuit lawsuits litigation litigate liable liability
  liabilities negligence negligent defamation defamatory libel libellous slander indemnity indemnify sue sues sued suing
  prosecute prosecuted prosecution injunction legal legally illegal illegally ombudsman statutory warranty gdpr`.split(
    /\s+/,
  ),
);

/** A compound that ends like this is about the law: Sammelklage, Schadensersatzklagen. */
const ending = /klagen?$/;
const everyday = /^(anhaftung|behaftung|bodenhaftung|straßenhaftung|wehklage|totenklage|beklage)/;

/** Several words that mean the law only together. */
const phrases = [
  /(?<!\p{L})vor (?:das |ein |dem )?gericht(?!\p{L})/giu,
  /(?<!\p{L})anzeige (?:zu )?erstatte\p{L}*/giu,
  /(?<!\p{L})erstatte(?:n|te|ten)? (?:wir )?anzeige/giu,
  /(?<!\p{L})zur anzeige (?:ge)?br(?:inge|acht)\p{L}*/giu,
  /(?<!\p{L})einstweilige\p{L}* verfügung\p{L}*/giu,
  /(?<!\p{L})(?:unsere|eigene) schuld(?!\p{L})/giu,
  /(?<!\p{L})(?:in|to|go to|before a|court of) court(?= |[.,;:!?]|$)(?! of honou?r)/giu,
  /(?<!\p{L})court (?:order|case|proceedings|hearing)s?(?!\p{L})/giu,
  /(?<!\p{L})(?:pay|claim|claims|seek|for) damages(?!\p{L})/giu,
  /(?<!\p{L})cease and desist(?!\p{L})/giu,
  /(?<!\p{L})without prejudice(?!\p{L})/giu,
  /(?<!\p{L})admission of \p{L}+/giu,
  /§ ?\d+/gu,
];

const guarantee = /(?<!\p{L})(?:garant|guarant)\p{L}*|(?<!\p{L})\p{L}+garantie\p{L}*/iu;
const money = /erstatt|geld[- ]zurück|refund|money[- ]back/iu;

/** The words of a text that speak of the law, as they were written, each once. */
export function legalWords(text: string): string[] {
  // Soft hyphens split words where nobody sees it.
  const plain = text.normalize('NFC').replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ');
  const found = [
    ...single(plain),
    ...phrases.flatMap((phrase) => plain.match(phrase) ?? []),
    ...plain.split(/(?<=[.!?]) /).flatMap((sentence) => (money.test(sentence) ? (guarantee.exec(sentence) ?? []) : [])),
  ];
  return [...new Set(found)];
}

function single(plain: string): string[] {
  const tokens = [...plain.matchAll(/\p{L}+/gu)];
  return tokens.flatMap(({ 0: token, index }, place) => {
    const word = token.toLowerCase();
    if (!isLegal(word) || isMeantOtherwise(token, plain.slice(index + token.length), tokens[place - 1]?.[0])) return [];
    return [token];
  });
}

function isLegal(word: string): boolean {
  if (everyday.test(word)) return false;
  return whole.has(word) || within.some((part) => word.includes(part)) || (ending.test(word) && word !== 'beklagen');
}

/** Guests complain of noise (“klagen über”), a memory stays (“im Gedächtnis haften”), and Sue is a name. */
function isMeantOtherwise(token: string, rest: string, before: string | undefined): boolean {
  if (token === 'Sue') return true;
  if (/^(ge)?klag/i.test(token) && /^ über(?!\p{L})/iu.test(rest)) return true;
  return /^haft/i.test(token) && before?.toLowerCase() === 'gedächtnis';
}
