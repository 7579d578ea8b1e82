import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfPages } from './pdf-text.ts';

const stream = (text: string) => {
  const packed = deflateSync(text);
  return {
    last: packed.at(-1),
    body: `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed.toString('latin1')}\nendstream`,
  };
};

it.each([0x0a, 0x0d])('reads a page whose packed words end with the byte %i, as line breaks do', (last) => {
  const map = stream('1 beginbfchar\n<01> <0041>\nendbfchar\n');
  const words = Array.from({ length: 256 }, (_, i) => stream(`/F1 1${'1'.repeat(i)} Tf <01> Tj`)).find(
    (one) => one.last === last,
  );
  const pdf = [
    '1 0 obj\n<</Type /Page\n/Resources <</Font <</F1 2 0 R>>>>\n/Contents 4 0 R>>\nendobj\n',
    '2 0 obj\n<</Type /Font\n/ToUnicode 3 0 R>>\nendobj\n',
    `3 0 obj\n${map.body}\nendobj\n4 0 obj\n${words?.body}\nendobj\n`,
  ];
  expect(pdfPages(Buffer.from(pdf.join(''), 'latin1'))).toEqual(['A']);
});
