import { inflateSync } from 'node:zlib';

/** The words of a PDF as Chromium prints it, page by page, without the blanks: fonts there name glyphs, not letters. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const content = (id: string | undefined): string => {
    const body = objects.get(id ?? '') ?? '';
    // By its length: what is packed may itself end with a line break.
    const length = Number(/\/Length (\d+)/.exec(body)?.[1]);
    const [start = ''] = /[\s\S]*?stream\r?\n/.exec(body) ?? [];
    const stream = body.slice(start.length, start.length + length);
    return /FlateDecode/.test(body) ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
        return [name, lettersOf(content(unicode))];
      }),
    );
    return textOf(content(/\/Contents (\d+) 0 R/.exec(page)?.[1]), fonts);
  });
}

type Letters = ReadonlyMap<number, string>;

function lettersOf(map: string): Letters {
  const letters = new Map<number, string>();
  const written = (hex = '') => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(code, 16), written(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first, last, letter] = [from, to, hex].map((each) => Number.parseInt(each, 16)) as [
        number,
        number,
        number,
      ];
      for (let code = first; code <= last; code++) letters.set(code, String.fromCodePoint(letter + code - first));
    }
  return letters;
}

function textOf(stream: string, fonts: ReadonlyMap<string, Letters>): string {
  let font: Letters | undefined;
  let text = '';
  for (const [, name, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name) font = fonts.get(name);
    // Fonts of outlines have one byte for a glyph, others two.
    const width = hex && hex.length % 4 === 0 && !font?.has(Number.parseInt(hex.slice(0, 2), 16)) ? 4 : 2;
    for (const code of hex?.match(new RegExp(`.{${width}}`, 'g')) ?? [])
      text += font?.get(Number.parseInt(code, 16)) ?? '';
  }
  return text.replaceAll(/\s/g, '');
}
