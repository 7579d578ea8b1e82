import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findPromises } from './promise-words.ts';

// Thursday, 5 March 2026, 14:00 in Berlin; a day ends at 18:00.
const reading = { now: new Date('2026-03-05T13:00:00.000Z'), timeZone: 'Europe/Berlin', dayMinutes: 18 * 60 };
const due = (answer: string) => findPromises(answer, reading).map(({ dueAt }) => dueAt.toISOString());
const friday = '2026-03-06T17:00:00.000Z';

describe('a promise is found', () => {
  test.each([
    ['Wir melden uns bis Freitag bei Ihnen.', friday],
    ['Bis Freitag sage ich Ihnen hier, was dabei herauskam.', friday],
    ['Unser Techniker prüft die Anlage morgen früh, bis Freitag sage ich Ihnen hier Bescheid.', friday],
    ['Sie hören bis Freitag von uns.', friday],
    ['Ich rufe Sie morgen um 10 Uhr an.', '2026-03-06T09:00:00.000Z'],
    ['Wir erstatten Ihnen den Betrag innerhalb von 3 Tagen.', '2026-03-08T13:00:00.000Z'],
    ['Wir geben dir am 15. März Bescheid.', '2026-03-15T17:00:00.000Z'],
    ['Die Technik tauscht das Gerät am Montag aus.', '2026-03-09T17:00:00.000Z'],
    ["We'll get back to you by Friday.", friday],
    ['You will hear from us tomorrow.', friday],
    ['I will call you tomorrow at 9am.', '2026-03-06T08:00:00.000Z'],
    ['Our team will replace the parcel within 3 days.', '2026-03-08T13:00:00.000Z'],
    ['Wir haben den Fall geprüft und melden uns bis Freitag.', friday],
    ['Ich habe das weitergegeben und melde mich bis Freitag bei Ihnen.', friday],
    ['Es tut uns leid, dass das nicht geklappt hat, wir melden uns bis Freitag.', friday],
    ['Bitte entschuldigen Sie, wir melden uns bis Freitag.', friday],
    ['Bis Freitag, 12 Uhr, melden wir uns bei Ihnen.', '2026-03-06T11:00:00.000Z'],
    ['Guten Abend Frau Keller, wir melden uns bis Freitag.', friday],
    ['Wir melden uns innerhalb von zwei Werktagen.', '2026-03-09T17:00:00.000Z'],
    ['Wir melden uns in 2 bis 3 Tagen.', '2026-03-08T13:00:00.000Z'],
    ['We will have this fixed by Friday.', friday],
    ['I have asked the team and will get back to you by Friday.', friday],
    ["We'll let you know by Friday what happened.", friday],
    ['We will reply within 2-3 business days.', '2026-03-10T17:00:00.000Z'],
  ])('%s', (answer, at) => expect(due(answer)).toEqual([at]));
});

describe('no promise is made up', () => {
  test.each([
    'Bitte melden Sie sich bis Freitag bei uns.',
    'Wenn Sie uns bis Freitag schreiben, prüfen wir das.',
    'Können Sie uns bis Freitag die Nummer schicken?',
    'Wir haben am Freitag geliefert.',
    'Das Restaurant ist bis 22 Uhr geöffnet, wir freuen uns.',
    'Es tut uns leid, dass Sie heute warten mussten.',
    'Wir melden uns bei Ihnen.',
    'Wir können das bis Freitag nicht prüfen.',
    'Please send us your order number by Friday.',
    'If you call us by Friday, we will check it.',
    'We were closed on Monday.',
    'Guten Morgen Frau Keller, wir prüfen das.',
    'Danke für Ihren Besuch am Montag.',
    // Greetings and wishes.
    'Guten Abend Frau Keller, wir klären das.',
    'Einen schönen Abend wünscht Ihnen unser Team, wir prüfen das.',
    'Schönes Wochenende, wir melden uns.',
    'Good morning Sabine, we will check this.',
    'Good evening, we will look into it.',
    // Times of the complaint.
    'Wir melden uns bei Ihnen, danke für Ihren Hinweis von heute Abend.',
    'Dass Sie am Freitag so lange warten mussten, klären wir.',
    'Sie schreiben, dass unser Fahrer heute um 20 Uhr kam.',
    'Guten Tag, ich kläre, warum das am Montag passiert ist.',
    'Wir klären gerade, warum Sie am Freitag niemand zurückgerufen hat.',
    'Der Zug kam am Montag eine Stunde zu spät, das klären wir.',
    'We are sorry that you waited until 9 pm, we will look into it.',
    'Thanks for writing this morning, we will check.',
    'We will check what happened on Monday.',
    // What was, what might be, what others have said.
    'Wir prüften das am Montag.',
    'Wir hätten Sie bis Freitag informieren müssen.',
    'Wir sollten das heute Abend liefern.',
    'We should have called you by Friday.',
    '„Wir melden uns bis Freitag“ hat Ihnen unser Kollege gesagt.',
    '> Wir melden uns bis Freitag.',
    // Opening hours and what is always so.
    'Sie erreichen uns von 9 bis 18 Uhr unter der Nummer, wir antworten gern.',
    'Wir antworten Ihnen montags bis freitags von 9 bis 18 Uhr.',
    'Unser Kundendienst antwortet täglich bis 20 Uhr.',
    'Unsere Hotline hört Ihnen Mo bis Fr von 8:00 bis 20:00 Uhr zu.',
    'Wir antworten in der Regel innerhalb von 24 Stunden.',
    'We usually reply within 24 hours.',
    // What the person is asked to do, and questions.
    'Melden Sie sich gern bis Freitag bei uns.',
    'Schreiben Sie uns bis Freitag, dann prüfen wir das.',
    'Rufen Sie uns morgen gern an.',
    'Schreib uns morgen eine Nachricht.',
    'Bitte schicken Sie Ihre Bestellnummer bis Freitag an unsere Adresse.',
    'Kommen Sie am Freitag in unsere Filiale, wir tauschen das Gerät.',
    'Send us your number by Friday and we will check.',
    'You may change your booking in our app until Friday.',
    'Shall we call you tomorrow?',
    'Haben Sie heute Zeit, dass wir Sie anrufen?',
  ])('%s', (answer) => expect(due(answer)).toEqual([]));
});

it('gives the sentence as it stands, and each of several', () => {
  const answer =
    'Danke für die Nummer 4. Am 15. März prüfen wir die Anlage. Bis Freitag melden wir uns! Viele Grüße, Anna';
  const found = findPromises(answer, reading);
  expect(found.map(({ words }) => words)).toEqual([
    'Am 15. März prüfen wir die Anlage.',
    'Bis Freitag melden wir uns!',
  ]);
  expect(found.map(({ start, end }) => answer.slice(start, end))).toEqual(found.map(({ words }) => words));
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { start, end, words } of findPromises(text, reading)) expect(text.slice(start, end)).toBe(words);
    }),
  );
});

test.each(['wir bitte habe Freitag ', 'wir, am Freitag, und habe. ', '„wir “habe «Freitag, »'])(
  'hostile texts take no time that grows faster than they do: %s',
  (part) => {
    const work = (length: number) => {
      const text = part.repeat(length / part.length);
      const since = performance.now();
      findPromises(text, reading);
      return performance.now() - since;
    };
    work(2000);
    const best = (length: number) => Math.min(...[0, 1, 2, 3, 4].map(() => work(length)));
    expect(best(8000)).toBeLessThan(Math.max(best(1000), 0.2) * 80);
  },
);
