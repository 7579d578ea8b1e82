import { sentiments, topics } from '@stammgast/shared/domain/assessment';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier, supportedLanguages } from './classify.ts';
import { isHeldOut, type LabelledComment, readCorpus } from './corpus/corpus.ts';

const { classify } = createClassifier();
const corpus = readCorpus();
const heldOut = corpus.filter(({ text }) => isHeldOut(text));
const assess = ({ text, lang }: LabelledComment) => classify({ body: text, fallbackLanguage: lang });

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(...corpus.map(({ text }) => text)),
);
const anyLanguage = fc.constantFrom(undefined, null, 'de', 'en', 'fr', 'xx', '');

describe('for any text', () => {
  test('answers, within its own terms, with words of the text', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (body, fallbackLanguage) => {
        const found = classify(fallbackLanguage === undefined ? { body } : { body, fallbackLanguage });
        expect(sentiments).toContain(found.sentiment);
        if (found.language !== null) expect(supportedLanguages).toContain(found.language);
        if (found.sentimentScore === null) expect(found.sentiment).toBe('unsure');
        else expect(Math.abs(found.sentimentScore)).toBeLessThanOrEqual(1);
        expect(found.confidence).toBeGreaterThanOrEqual(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        for (const topic of found.topics) expect(topics).toContain(topic);
        expect(found.urgency > 0).toBe(found.reasons.length > 0);
        const words = [...found.evidence.map(({ text }) => text), ...found.reasons.flatMap((reason) => reason.words)];
        for (const word of words) {
          expect(word).not.toBe('');
          expect(body).toContain(word);
        }
      }),
    );
  });

  test('the same text is judged the same, also by another classifier and after others', () => {
    const other = createClassifier();
    fc.assert(
      fc.property(anyText, anyText, (body, between) => {
        const first = classify({ body });
        classify({ body: between });
        expect(classify({ body })).toEqual(first);
        expect(other.classify({ body })).toEqual(first);
      }),
    );
  });

  test('white space around it changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus.map(({ text }) => text)), (body) => {
        expect(classify({ body: `  ${body} \t` })).toEqual(classify({ body: body.trim() }));
      }),
    );
  });
});

test.each([
  ['de', 'Wunderbar, grossartig, vielen Dank.', 'Schlecht, mies und peinlich.'],
  ['en', 'Wonderful, great, thank you.', 'Awful, terrible and disgusting.'],
] as const)(
  '%s: praise added never makes a comment more negative, blame never more positive',
  (lang, praise, blame) => {
    for (const { text } of corpus.filter((row) => row.lang === lang)) {
      const score = (body: string) => classify({ body, fallbackLanguage: lang }).sentimentScore;
      const before = score(text);
      if (before === null) continue;
      expect(score(`${text} ${praise}`), text).toBeGreaterThanOrEqual(before - 0.02);
      expect(score(`${text} ${blame}`), text).toBeLessThanOrEqual(before + 0.02);
    }
  },
);

describe('on the quarter of our corpus that made no word list', () => {
  const judged = heldOut.map((row) => ({ row, found: assess(row) }));
  const share = (said: (typeof judged)[number][], right: (one: (typeof judged)[number]) => boolean) =>
    said.filter(right).length / said.length;

  test('the quarter is there', () => {
    expect(heldOut.length).toBeGreaterThan(400);
    expect(corpus.length).toBe(2130);
  });

  test('"negative" is mostly right and finds about half', () => {
    const isNegative = ({ row }: (typeof judged)[number]) => row.sentiment === 'negative';
    expect(
      share(
        judged.filter(({ found }) => found.sentiment === 'negative'),
        isNegative,
      ),
    ).toBeGreaterThan(0.65);
    expect(share(judged.filter(isNegative), ({ found }) => found.sentiment === 'negative')).toBeGreaterThan(0.44);
  });

  test('"positive" and "negative" are rarely mixed up', () => {
    const clear = judged.filter(
      ({ row, found }) =>
        ['negative', 'positive'].includes(row.sentiment) && ['negative', 'positive'].includes(found.sentiment),
    );
    expect(clear.length).toBeGreaterThan(100);
    expect(share(clear, ({ row, found }) => row.sentiment === found.sentiment)).toBeGreaterThan(0.8);
  });

  test('a third at most is unsure', () => {
    expect(share(judged, ({ found }) => found.sentiment === 'unsure')).toBeLessThan(0.33);
  });

  test('needs an answer, urgency and topics beat chance clearly', () => {
    expect(
      share(
        judged.filter(({ found }) => found.needsAnswer),
        ({ row }) => row.needs_answer,
      ),
    ).toBeGreaterThan(0.65);
    expect(
      share(
        judged.filter(({ row }) => row.needs_answer),
        ({ found }) => found.needsAnswer,
      ),
    ).toBeGreaterThan(0.65);
    expect(
      share(
        judged.filter(({ found }) => found.urgency > 0),
        ({ row }) => row.urgency > 0,
      ),
    ).toBeGreaterThan(0.5);
    expect(
      share(
        judged.filter(({ found }) => found.topics.includes('cocreation')),
        ({ row }) => row.topics.includes('cocreation'),
      ),
    ).toBeGreaterThan(0.6);
  });
});

test('a megabyte of anything is read quickly', () => {
  const started = performance.now();
  for (const unit of ['a', 'a ', '@', 'a@', 'ß', '!', 'nicht ', '👍', 'http://', '0.', '\u0301', ':-', "a'"]) {
    classify({ body: unit.repeat(1_000_000 / unit.length) });
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
