const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  sect: '§',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  ccedil: 'ç',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
};
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g;
const blocks = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const tagName = /[a-z][a-z0-9]*/iy;
const unseen = /<\/(?:script|style|template)\b/gi;

/**
 * Mark-up as plain text: tags fall away, blocks and line breaks stay line breaks, entities become characters, scripts
 * and styles disappear. Runs in linear time whatever it is given. `lines: 'kept'` for sources in which a line break of
 * the text is one of the reader (WordPress stores comments so), 'folded' for HTML.
 */
export function plainText(markup: string, lines: 'kept' | 'folded'): string {
  const say = (text: string) => (lines === 'folded' ? text.replace(/\s+/g, ' ') : text);
  const source = markup.replace(/\r\n?/g, '\n');
  let text = '';
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const tag = open < 0 ? null : readTag(source, open);
    if (open < 0 || tag === 'unclosed') break;
    text += say(source.slice(at, tag ? open : open + 1));
    text += tag?.text ?? '';
    at = tag?.end ?? open + 1;
  }
  return cleanText(decode(text + say(source.slice(at))));
}

interface Tag {
  readonly text: string;
  readonly end: number;
}

/** null: the sign stands for itself; unclosed: from here on nothing is mark-up any more. */
function readTag(source: string, open: number): Tag | 'unclosed' | null {
  if (source.startsWith('<!--', open)) return closedBy(source, '-->', open);
  const closing = source[open + 1] === '/';
  tagName.lastIndex = open + (closing ? 2 : 1);
  const name = tagName.exec(source)?.[0].toLowerCase();
  if (!name) return source[open + 1] === '!' ? closedBy(source, '>', open) : null;
  const tag = closedBy(source, '>', open);
  if (tag === 'unclosed') return tag;
  if (!closing && (name === 'script' || name === 'style' || name === 'template')) return skipUnseen(source, tag.end);
  if (name === 'br') return { ...tag, text: '\n' };
  if (name === 'p') return { ...tag, text: '\n\n' };
  return blocks.has(name) ? { ...tag, text: '\n' } : tag;
}

function closedBy(source: string, mark: string, from: number): Tag | 'unclosed' {
  const end = source.indexOf(mark, from);
  return end < 0 ? 'unclosed' : { text: '', end: end + mark.length };
}

function skipUnseen(source: string, from: number): Tag {
  unseen.lastIndex = from;
  const found = unseen.exec(source);
  const end = found ? source.indexOf('>', found.index) : -1;
  return { text: '', end: end < 0 ? source.length : end + 1 };
}

const decode = (text: string): string =>
  text.replace(entity, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const MAX_CHARACTERS = 20_000;

/** Text that every database can keep: no control characters or half surrogates, at most 20,000 characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MAX_CHARACTERS)
    .toWellFormed();
}

/** One line for names and titles. */
export const oneLine = (text: string, max: number): string =>
  cleanText(text).replace(/\s+/g, ' ').slice(0, max).toWellFormed();

/** The address when it is one that people may follow, else null. */
export function webAddress(text: string | null | undefined): string | null {
  const url = text ? URL.parse(text.trim()) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.href.length <= 2000 ? url.href : null;
}

/** Two texts are the same answer when they only differ in white space and Unicode form. */
export const fingerprint = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
