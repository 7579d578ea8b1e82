import { describe, expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { checkedItem, checkInput, english, stateOf } from './checking.ts';
import { itemKeys } from './items.ts';

const good =
  'Guten Tag Frau Keller, danke, dass Sie das so offen schreiben. Drei Nächte mit lauter Lüftung, da ist Ihr Ärger verständlich. Das war unser Fehler. Der Techniker prüft die Anlage morgen früh. Viele Grüße, Martin Vogt';

test('a good answer passes all that applies; the count is that of the items', () => {
  const { items, ok, of } = checkAnswer(checkInput(good));
  expect(items.map(({ key }) => key)).toEqual([...itemKeys]);
  expect(items.filter(({ state }) => state !== 'ok').map(({ key, state }) => `${key} ${state}`)).toEqual([
    'C not-applicable',
  ]);
  expect([ok, of]).toEqual([13, 13]);
});

test('marks show the matched words as written', () => {
  expect(checkedItem('T', good).reason.words).toEqual(['danke']);
  expect(checkedItem('E', good).reason.words.join()).toContain('verständlich');
  expect(checkedItem('N', good).reason.words).toEqual(['Keller']);
  expect(checkedItem('G', good).reason.words).toEqual(['Martin Vogt']);
  const [mark] = checkedItem('G', good).marks;
  expect(good.slice(mark?.start, mark?.end)).toBe('Martin Vogt');
});

describe('pitfalls', () => {
  test('negation: not our fault is no ownership but a deflection, "not our standard" is neither', () => {
    const refused = 'Hallo Frau Keller, das war nicht unser Fehler.';
    expect([stateOf('O', refused), stateOf('D', refused)]).toEqual(['check', 'missing']);
    const admitted = 'Hallo Frau Keller, das ist nicht unser Anspruch und war falsch.';
    expect([stateOf('O', admitted), stateOf('D', admitted)]).toEqual(['ok', 'ok']);
    expect(stateOf('S', 'Die Anlage ist leider noch nicht repariert.')).toBe('check');
    expect(stateOf('D', 'Hi Hannah, that is not our fault.', english)).toBe('missing');
  });

  test('quoting the critic: words in quotation marks are not ours', () => {
    expect(stateOf('T', '„Danke für nichts“ haben wir verdient.')).toBe('missing');
    expect(stateOf('D', 'Dass Ihnen „ein Missverständnis“ gesagt wurde, war falsch.')).toBe('ok');
    expect(stateOf('R', 'Sie schreiben „du bist selbst schuld“, und dafür bitten wir Sie um Verzeihung.')).toBe('ok');
    expect(stateOf('T', '> Danke für alles\nDas war falsch.')).toBe('missing');
  });

  test('irony is not recognised in the comment: it stays a complaint', () => {
    const comment = { text: 'Na toll, danke für nichts. Wieder keine Lieferung, super Service!' };
    expect(stateOf('O', 'Wir prüfen die Lieferung heute.', { comment })).toBe('check');
    expect(stateOf('P', 'Die Lieferung prüfen wir heute.', { comment })).toBe('ok');
  });

  test('dialect and Swiss spelling', () => {
    const swiss =
      'Grüezi Frau Keller, merci für den Hinweis. Ich bitte um Entschuldigung. Freundliche Grüsse, Reto Ammann';
    for (const key of ['T', 'O', 'N', 'G', 'L'] as const) expect(stateOf(key, swiss), key).toBe('ok');
    expect(stateOf('N', 'Servus Frau Keller, wir schauen uns das an.')).toBe('ok');
    expect(stateOf('N', 'Grüß Gott Frau Keller, wir schauen uns das an.')).toBe('ok');
  });

  test('a comment of emoji asks for no step and no concern', () => {
    const comment = { text: '😡😡', language: null };
    for (const key of ['P', 'O', 'S', 'Z', 'C', 'L'] as const)
      expect(stateOf(key, 'Was ist passiert, Frau Keller?', { comment }), key).toBe('not-applicable');
  });

  test('names of another language: written out or decomposed umlauts, accents', () => {
    expect(stateOf('N', 'Hallo Frau Muller-Özdemir, danke.', { comment: { authorName: 'Ayşe Özdemir' } })).toBe('ok');
    expect(stateOf('N', 'Hallo Frau Zu\u0308rcher, danke.', { comment: { authorName: 'Beat Zürcher' } })).toBe('ok');
    expect(stateOf('N', 'Hi Renee, thanks.', { comment: { authorName: 'Renée Dubois' } })).toBe('ok');
    expect(stateOf('N', 'Hallo, danke.', { comment: { authorName: 'Анна Петрова' } })).toBe('not-applicable');
  });

  test('"Sie" at the beginning of a sentence may be "they"', () => {
    const du = { channel: { register: 'du' } } as const;
    expect(stateOf('R', 'Die Kolleginnen prüfen das. Sie melden sich bei dir.', du)).toBe('ok');
    expect(stateOf('R', 'Wir melden uns bei dir und helfen Ihnen.', du)).toBe('missing');
    expect(checkedItem('R', 'Wir melden uns bei dir und helfen Ihnen.', du).reason.code).toBe('register-mixed');
    expect(stateOf('R', 'Das klären wir. Danke, Ihr Team', du)).toBe('not-applicable');
  });

  test('several people: Ihr and euch', () => {
    const family = { comment: { authorName: 'Familie Gruber' }, channel: { register: 'du' } } as const;
    expect(stateOf('R', 'Liebe Familie Gruber, das tut uns leid für euch. Kommt ihr am Sonntag?', family)).toBe('ok');
    expect(stateOf('N', 'Liebe Familie Gruber, das tut uns leid.', family)).toBe('ok');
    expect(stateOf('R', 'Das tut uns leid für euch.', { comment: { authorName: 'Familie Gruber' } })).toBe('missing');
  });

  test('who writes with Sie may be answered with Sie in a du channel', () => {
    const comment = { text: 'Können Sie mir sagen, wann Sie die Lüftung reparieren?' };
    expect(stateOf('R', 'Das sagen wir Ihnen morgen.', { comment, channel: { register: 'du' } })).toBe('ok');
    expect(stateOf('R', 'Das sagen wir Ihnen morgen.', { channel: { register: 'du' } })).toBe('missing');
  });

  test('times that belong to the complaint are no promise', () => {
    expect(stateOf('Z', 'Dass der Bus heute zum vierten Mal ausfiel, ist ärgerlich.')).toBe('check');
    expect(
      stateOf('Z', 'Dass der Bus heute ausfiel, ist ärgerlich. Es ist falsch. Wir sind traurig. Wir prüfen die Linie.'),
    ).toBe('check');
    expect(stateOf('Z', 'Wir prüfen die Linie bis Freitag.')).toBe('ok');
    expect(stateOf('Z', 'Wir haben die Linie heute repariert.')).toBe('not-applicable');
  });

  test('compounds, synonyms and numbers name the concern', () => {
    const says = (answer: string, text: string) => stateOf('P', answer, { comment: { text } });
    expect(says('Die Lüftungsanlage prüfen wir.', 'Lüftung vor dem Fenster')).toBe('ok');
    expect(
      says('Der Abmeldelink geht wieder.', 'Newsletter lässt sich nicht abbestellen, der Link führt ins Leere'),
    ).toBe('ok');
    expect(
      says(
        'Vier Wochen in der Schlange sind zu viel.',
        '4 Wochen gewartet, keine Reaktion, kein Brief, nur Ausreden am Schalter',
      ),
    ).toBe('ok');
    expect(says('Danke für Ihre Nachricht.', 'Lüftung vor dem Fenster')).toBe('check');
  });

  test('names of people and of the company are not the concern', () => {
    const comment = {
      text: 'Hotel Sonnenblick hat die Reservierung von Keller, Sabine und sieben Gästen am Samstag verbummelt',
    };
    expect(stateOf('P', 'Guten Tag Frau Keller, danke vom Hotel Sonnenblick.', { comment })).toBe('check');
  });

  test('"sorry" as a particle is not an apology for hearing, feeling or inconvenience', () => {
    expect(stateOf('O', 'Sorry to hear that, Hannah.', english)).toBe('check');
    expect(stateOf('O', 'Sorry you feel this way.', english)).toBe('check');
    expect(stateOf('O', 'We apologise for any inconvenience.', english)).toBe('check');
    expect(stateOf('O', 'Sorry, Frau Keller, die Lüftung hätte laufen müssen.')).toBe('ok');
  });

  test('comments of one word', () => {
    expect(stateOf('P', 'Worum geht es?', { comment: { text: 'Abzocke.' } })).toBe('check');
    expect(stateOf('P', 'Abzocke wollen wir nicht.', { comment: { text: 'Abzocke.' } })).toBe('ok');
  });

  test('handles with digits, with separators and with a server', () => {
    const by = (authorName: string, authorHandle: string | null = null) => ({ comment: { authorName, authorHandle } });
    expect(stateOf('N', 'Hallo kaffeetante88, danke.', by('kaffeetante88'))).toBe('ok');
    expect(stateOf('N', 'Hi Mira, danke.', by('mira.k'))).toBe('ok');
    expect(stateOf('N', '@kira danke.', by('kira', '@kira@social.example'))).toBe('ok');
    expect(stateOf('N', 'Guten Morgen, danke.', by('@pendler_wk'))).toBe('not-applicable');
    expect(stateOf('N', 'Guten Morgen, danke.', by('anonym'))).toBe('not-applicable');
  });

  test('English words in a German answer leave it German', () => {
    expect(stateOf('L', 'Sorry für das Update, Ihr Feedback zum Checkout ist angekommen, wir fixen das.')).toBe('ok');
    expect(stateOf('O', 'Sorry für das Update, Frau Keller, wir melden uns.')).toBe('ok');
  });
});

describe('items', () => {
  test('T: thanks for understanding or patience are none', () => {
    expect(checkedItem('T', 'Vielen Dank für Ihr Verständnis.').reason.code).toBe('only-for-patience');
    expect(stateOf('T', 'Thanks for your patience.', english)).toBe('missing');
    expect(stateOf('T', 'Gut, dass Sie uns das sagen.')).toBe('ok');
  });

  test('E: understanding that a "but" takes back', () => {
    expect(checkedItem('E', 'Wir verstehen Ihren Ärger, aber so ist es.').reason.code).toBe('understanding-then-but');
    expect(stateOf('D', 'Wir verstehen Ihren Ärger, aber so ist es.')).toBe('missing');
    expect(stateOf('E', 'Das können wir nicht nachvollziehen.')).toBe('check');
  });

  test('some items only ask to look, others warn', () => {
    for (const key of ['P', 'E', 'O', 'S', 'Z', 'G'] as const) expect(stateOf(key, 'Nein.'), key).toBe('check');
    for (const key of ['T', 'N', 'X'] as const) expect(stateOf(key, 'Nein.'), key).toBe('missing');
    expect(checkedItem('S', 'Wir geben das gern weiter.').reason.code).toBe('only-vague');
  });

  test('C: a private channel needs substance in public first', () => {
    expect(stateOf('C', 'Bitte schreiben Sie uns eine Nachricht.')).toBe('check');
    expect(
      stateOf(
        'C',
        'Die laute Lüftung über drei Nächte war unser Fehler. Schreiben Sie mir bitte per Nachricht Ihre Zimmernummer.',
      ),
    ).toBe('ok');
    expect(stateOf('C', good)).toBe('not-applicable');
  });

  test('F: against recent answers from 60 %, against the snippet from 85 % of its pieces', () => {
    const text =
      'Vielen Dank für den Hinweis. Dass die Ware nicht einwandfrei war, tut uns leid, wir ersetzen sie sofort.';
    const other = `Guten Tag Herr Meyer, ${text}`;
    expect(stateOf('F', `Hallo Frau Keller, ${text}`, { recentAnswers: ['Danke!', other] })).toBe('missing');
    expect(stateOf('F', good, { recentAnswers: [other] })).toBe('ok');
    const snippet = `Guten Tag {{anrede}}, ${text}`;
    expect(stateOf('F', `Hallo Frau Keller, ${text}`, { snippet })).toBe('missing');
    const changed = `Hallo Frau Keller, ${text} Drei laute Nächte sind zu viel, am Montag kommt ein neuer Motor ins Dach.`;
    expect(stateOf('F', changed, { snippet })).toBe('ok');
    expect(stateOf('F', 'Danke, Frau Keller!', { recentAnswers: ['Danke, Herr Ott!'] })).toBe('ok');
  });

  test('F: in a storm against recent answers from 40 %', () => {
    const same =
      'Vielen Dank für den Hinweis. Dass die Ware nicht einwandfrei war, tut uns leid, wir ersetzen sie sofort.';
    const other = `Guten Tag Herr Meyer, ${same}`;
    const half = `Hallo Frau Keller, ${same} Drei laute Nächte sind zu viel, am Montag kommt ein neuer Motor ins Dach und wir messen nach.`;
    expect(stateOf('F', half, { recentAnswers: [other] })).toBe('ok');
    const told = checkedItem('F', half, { recentAnswers: [other], inStorm: true });
    expect(told).toMatchObject({ state: 'missing', reason: { code: 'like-recent-in-storm' } });
    const whole = checkedItem('F', other, { recentAnswers: [other], inStorm: true });
    expect(whole.reason.code).toBe('like-recent-answer');
    expect(stateOf('F', good, { recentAnswers: [other], inStorm: true })).toBe('ok');
    // What a snippet is for stays the same.
    expect(stateOf('F', half, { snippet: same, inStorm: true })).toBe('ok');
  });

  test('N: another name, a misspelled one, a short form', () => {
    expect(checkedItem('N', 'Guten Tag Frau Huber, danke.').reason.code).toBe('other-name');
    expect(checkedItem('N', 'Guten Tag Frau Kellner, danke.').reason.code).toBe('name-spelled-differently');
    expect(stateOf('N', 'Hallo Bine, danke.')).toBe('missing');
    expect(stateOf('N', 'Hi Bob, thanks.', { comment: { authorName: 'Robert Carver' } })).toBe('ok');
    expect(stateOf('N', 'Sehr geehrte Kundin, danke.')).toBe('missing');
  });

  test('G: initials, a name, a role; not the team and not our own name', () => {
    for (const end of [
      '^AH',
      'Leo',
      'Lars Peters, Technik',
      'Rosie, the baker',
      'Viele Grüße, Ihre Monika Thaler',
      'LG Tim',
      'Danke dir, Caro',
    ])
      expect(stateOf('G', `Das war falsch. ${end}`), end).toBe('ok');
    for (const end of [
      'Ihr Serviceteam',
      'Viele Grüße, Ihr Team',
      'Hotel Sonnenblick',
      'Vielen Dank',
      'Sportliche Grüße',
      'Bis bald!',
    ])
      expect(stateOf('G', `Das war falsch. ${end}`), end).toBe('check');
    expect(stateOf('G', 'Das war falsch.', { channel: { agentShown: true } })).toBe('not-applicable');
  });

  test('L: the language of the comment; unsure says nothing', () => {
    expect(stateOf('L', good, english)).toBe('missing');
    expect(stateOf('L', 'Ok.', english)).toBe('not-applicable');
    expect(stateOf('L', good, { comment: { language: 'fr' } })).toBe('missing');
    expect(stateOf('L', good, { comment: { language: null } })).toBe('not-applicable');
  });

  test('X: the range of the platform, or the wish of the team', () => {
    expect(checkedItem('X', 'Danke.').reason.code).toBe('too-short');
    expect(checkedItem('X', 'a'.repeat(281), { channel: { platform: 'x' } }).reason.code).toBe('too-long');
    expect(stateOf('X', 'a'.repeat(281), { channel: { platform: 'constructor' } })).toBe('ok');
    expect(stateOf('X', 'Danke.', { length: { from: 1, to: 10 } })).toBe('ok');
    expect(stateOf('X', '😀'.repeat(280), { channel: { platform: 'x' } })).toBe('ok');
  });

  test('praise and plain questions ask for neither apology nor step', () => {
    const praise = { comment: { text: 'Ein wunderbarer Abend!', sentiment: 'positive' } } as const;
    const question = { comment: { text: 'Haben Sie am Montag offen?', sentiment: 'neutral' } } as const;
    for (const key of ['E', 'O', 'S', 'Z'] as const) {
      expect(checkedItem(key, 'Danke!', praise).reason.code, key).toBe('comment-is-praise');
      expect(checkedItem(key, 'Ja.', question).reason.code, key).toBe('comment-is-question');
    }
  });
});
