import { expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { checkInput } from './checking.ts';
import { findGuards } from './guards.ts';
import { compileRule, phraseTopics } from './phrase-table.ts';
import { germanPhrases } from './phrases-de.ts';
import { englishPhrases } from './phrases-en.ts';

const long = 100_000;
const filled = (part: string) => part.repeat(Math.ceil(long / part.length)).slice(0, long);

/** Beginnings of our patterns, repeated so that none is ever finished. */
const hostile = [
  'a',
  'ab. ',
  '1',
  ' ',
  '\n',
  '"',
  '„',
  '@',
  'a@',
  'a.',
  '0',
  '0 ',
  '+49 ',
  '{',
  '{{',
  '[',
  '<',
  '%',
  '> ',
  '^A ',
  '-',
  '😡',
  '\u0308',
  'ß',
  'A ',
  'Aa ',
  'danke ',
  'danke fuer ',
  'verstehe, ',
  'verstehe a b c d e f ',
  'sie haben ',
  'ich ',
  'wir a ',
  'we ',
  'i a b c ',
  'es tut uns ',
  'sorry ',
  'sorry you are ',
  'hallo ',
  'hallo Frau ',
  'Liebe ',
  'dear Mr ',
  'https://',
  'www.',
  'a.b.c.',
  'de44 ',
  'DE44 5001 ',
  'zimmer ',
  'bestellnummer: ',
  'order no ',
  'gutschein 5 ',
  '5 € ',
  'viele gruesse, ',
  'Best, ',
  ', ',
  '.',
  '. ',
  'Dr. ',
  'if you had ',
  'wie bereits ',
  'haette nicht ',
  'ab montag ',
  'bis am ',
  'could not have ',
  'we have been ',
].map(filled);

/** Milliseconds of processor time, the best of a few runs: what the work takes, however busy the machine is. */
function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && best > usual; run++) {
    const before = process.cpuUsage();
    work();
    best = Math.min(best, process.cpuUsage(before).user / 1_000);
  }
  return best;
}

const usual = 50;
// A safety bound above what is usual (10 to 35 ms); a pattern that backtracks would take minutes here.
const bound = 150;

test.each(hostile.map((text) => [text.slice(0, 20), text]))('guards read 100 kB of %j without trouble', (_, answer) => {
  const input = {
    answer,
    comment: { authorName: answer, authorHandle: answer },
    own: { names: [answer], domains: ['a.example'], contacts: ['0171 2345678'] },
    publicReplies: 0,
  };
  expect(fastest(() => findGuards(input))).toBeLessThan(bound);
});

test.each(hostile.map((text) => [text.slice(0, 20), text]))(
  'the checklist reads 100 kB of %j without trouble',
  (_, text) => {
    const input = checkInput(text, {
      comment: { text, authorName: text, authorHandle: text },
      recentAnswers: [text],
      snippet: text,
      own: { names: [text] },
    });
    expect(fastest(() => checkAnswer(input))).toBeLessThan(bound);
  },
);

test.each(
  phraseTopics.flatMap((topic) => [
    ['de', topic, germanPhrases[topic]] as const,
    ['en', topic, englishPhrases[topic]] as const,
  ]),
)('%s %s: the work of each pattern grows with the text, not faster', (_, __, rule) => {
  const { counts, against } = compileRule(rule);
  for (const text of hostile) {
    expect(fastest(() => [...text.matchAll(counts)].length)).toBeLessThan(bound);
    if (against) expect(fastest(() => [...text.matchAll(against)].length)).toBeLessThan(bound);
  }
});
