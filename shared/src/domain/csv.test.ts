import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, type CsvDialect, csvDialects, csvLine } from './csv.ts';

const { de, en } = csvDialects;

test.each([
  [['Hausblog', 3, 0.1234567891, null], 'Hausblog;3;0,123457;\r\n'],
  [['Anton; Berta', 'sagt "nein"', 'zwei\nZeilen'], '"Anton; Berta";"sagt ""nein""";"zwei\nZeilen"\r\n'],
  [['=1+1', '+49 30', '-3', '@name', '\tx'], "'=1+1;'+49 30;'-3;'@name;\"'\tx\"\r\n"],
  [[' =cmd', '"=cmd"', '＝cmd', ';=cmd'], '\' =cmd;"\'""=cmd""";\'＝cmd;"\';=cmd"\r\n'],
  [[-3, -0.5, Number.NaN, 1e-9], '-3;-0,5;;0\r\n'],
  [['2026-03-05T14:00:00+01:00'], '2026-03-05T14:00:00+01:00\r\n'],
] satisfies [CsvCell[], string][])('%j in German', (cells, line) => {
  expect(csvLine(cells, de)).toBe(line);
});

test('in Switzerland semicolons separate, but points divide', () => {
  expect(csvLine(['a;b', 0.5], csvDialects['de-CH'])).toBe('"a;b";0.5\r\n');
});

test('in English commas separate and points divide', () => {
  expect(csvLine(['a;b', 'a,b', 0.5], en)).toBe('a;b,"a,b",0.5\r\n');
});

/** Reads as RFC 4180 says. */
function read(text: string, { separator }: CsvDialect): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const bare = new RegExp(`^[^${separator}\r\n"]*`).exec(text.slice(at));
    const raw = quoted?.[0] ?? bare?.[0] ?? '';
    line.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : raw);
    at += raw.length;
    if (text.startsWith('\r\n', at)) {
      lines.push(line);
      line = [];
      at += 2;
    } else if (text[at] === separator) at += 1;
    else throw new Error(`neither an end nor a separator at ${at}`);
  }
  return lines;
}

const sly = fc.stringMatching(/^[=+\-@\t\r\n ;,"'＝aÄ0]{0,8}$/);
const cells = fc.array(fc.oneof(fc.string(), sly), { minLength: 1, maxLength: 6 });

test('what is written can be read again, and no text is a formula', () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), fc.constantFrom(de, en), (lines, dialect) => {
      const back = read(lines.map((line) => csvLine(line, dialect)).join(''), dialect);
      expect(back.map((line) => line.length)).toEqual(lines.map((line) => line.length));
      const texts = lines.flat();
      for (const [index, text] of back.flat().entries()) {
        expect([texts[index], `'${texts[index]}`]).toContain(text);
        expect(text.startsWith("'") || !/^[\s";,]*[=+\-@＝＋－＠]/.test(text)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('numbers are written so that they can be read as numbers', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => {
      const [[text = '']] = read(csvLine([value], de), de) as [[string]];
      expect(text).toMatch(/^-?\d+(,\d{1,6})?$/);
      expect(Number(text.replace(',', '.'))).toBeCloseTo(value, 5);
    }),
  );
});
