import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, fingerprint, oneLine, plainText, webAddress } from './plain-text.ts';

test.each([
  ['Kalt &amp; "laut" 5 &lt; 6 <b>fett</b>\n\nZweiter Absatz', 'Kalt & "laut" 5 < 6 fett\n\nZweiter Absatz'],
  ['5 < 6 und 7 > 3, <3 Herz', '5 < 6 und 7 > 3, <3 Herz'],
  ['Gro&szlig;&#038;artig &#x1F600; &unbekannt; &#0;', 'Groß&artig 😀 &unbekannt;'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['vor<script>alert("</b>")</script>nach', 'vornach'],
  ['a<!-- <b>x</b> -->b', 'ab'],
  ['eine Zeile\r\nund noch eine', 'eine Zeile\nund noch eine'],
  ['<a href="https://example.test/" rel="nofollow">Link</a>', 'Link'],
  ['offen <b fett', 'offen <b fett'],
  ['<p>eins</p><p>zwei<br />drei</p>', 'eins\n\nzwei\ndrei'],
])('%s, line breaks kept', (markup, text) => {
  expect(plainText(markup, 'kept')).toBe(text);
});

test('HTML: white space folds, blocks make lines', () => {
  expect(plainText('<p>eine\n  lange\nZeile</p>\n<ul>\n<li>a</li>\n<li>b</li></ul>', 'folded')).toBe(
    'eine lange Zeile\n\na\n\nb',
  );
});

test('what every database can keep', () => {
  expect(cleanText('a\u0000b\u0007\tc\ud800\n\n\n\nd')).toBe('ab\tc\ufffd\n\nd');
  expect(cleanText('x'.repeat(30_000))).toHaveLength(20_000);
  expect(oneLine(' a\n b ', 10)).toBe('a b');
});

test('only web addresses are followed', () => {
  expect(webAddress('https://example.test/ä')).toBe('https://example.test/%C3%A4');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '/relative', '', null]) {
    expect(webAddress(bad)).toBeNull();
  }
});

test('the same answer in another form', () => {
  expect(fingerprint('Gru\u0308ße\r\n\nIhr Team ')).toBe(fingerprint('Grüße Ihr Team'));
});

test('never takes long and never leaves a tag', () => {
  for (const piece of ['<', '<a ', '<!--', '<script>', '&', '<p><', '</']) {
    const started = performance.now();
    plainText(piece.repeat(200_000), 'folded');
    expect(performance.now() - started, piece).toBeLessThan(1500);
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(plainText(escaped, 'kept')).toBe(cleanText(text));
    }),
  );
});
