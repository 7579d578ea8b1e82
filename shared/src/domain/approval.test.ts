import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ApprovalCase, approvalReasons, isReachUnknown } from './approval.ts';
import { legalWords } from './legal-words.ts';

const calm = { sentiment: 'neutral', likes: 0, reasons: [] } as const;
const given = (more: Partial<ApprovalCase> = {}): ApprovalCase => ({
  rule: 'cases',
  reachFrom: 50,
  comment: calm,
  body: 'Das tut uns leid. Wir haben den Ofen heute repariert.',
  asked: false,
  ...more,
});
const codes = (more: Partial<ApprovalCase>) => approvalReasons(given(more)).map(({ code }) => code);

describe('an answer waits for a second person', () => {
  it('not where nothing is delicate', () => expect(codes({})).toEqual([]));

  it('always, where the channel says so, and never by itself where it says none', () => {
    expect(codes({ rule: 'always' })).toEqual(['always']);
    const delicate = { comment: { ...calm, sentiment: 'negative', likes: 900 }, body: 'Wir haften.' } as const;
    expect(codes({ ...delicate, rule: 'always' })).toEqual(['always', 'reach', 'legal']);
    expect(codes({ ...delicate, rule: 'none' })).toEqual([]);
  });

  it('whenever its writer asks, under every rule', () => {
    for (const rule of ['none', 'cases', 'always'] as const) expect(codes({ rule, asked: true })).toContain('asked');
  });

  it.each([
    ['negative', 50, ['reach']],
    ['mixed', 51, ['reach']],
    ['negative', 49, []],
    ['neutral', 5000, []],
    ['positive', 5000, []],
    ['unsure', 5000, []],
    ['negative', null, []],
  ] as const)('%s with %s likes: %j', (sentiment, likes, expected) => {
    expect(codes({ comment: { ...calm, sentiment, likes } })).toEqual(expected);
  });

  it('for what the comment speaks of, with its words', () => {
    const reasons = [
      { code: 'safety', words: ['Feuerwehr'] },
      { code: 'money', words: ['Geld'] },
    ];
    expect(approvalReasons(given({ comment: { ...calm, reasons } }))).toEqual([
      { code: 'grave', words: ['Feuerwehr'] },
    ]);
    expect(codes({ comment: { ...calm, reasons: [{ code: 'money', words: ['Geld'] }] } })).toEqual([]);
  });
});

test('an unknown reach is said to be unknown, where it would count', () => {
  const unknown = { ...calm, sentiment: 'negative', likes: null } as const;
  expect(isReachUnknown({ rule: 'cases', comment: unknown })).toBe(true);
  expect(isReachUnknown({ rule: 'cases', comment: { ...unknown, likes: 0 } })).toBe(false);
  expect(isReachUnknown({ rule: 'cases', comment: { ...unknown, sentiment: 'positive' } })).toBe(false);
  for (const rule of ['none', 'always'] as const) expect(isReachUnknown({ rule, comment: unknown })).toBe(false);
});

describe('words of the law in our answer', () => {
  test.each([
    ['Bitte wenden Sie sich an unseren Anwalt.', ['Anwalt']],
    ['Unsere RECHTSANWÄLTIN meldet sich.', ['RECHTSANWÄLTIN']],
    ['Sie brauchen keinen Anwalt.', ['Anwalt']],
    ['Wir haften nicht für Garderobe.', ['haften']],
    ['Eine Haftung ist ausgeschlossen, Haftungsausschluss siehe Aushang.', ['Haftung', 'Haftungsausschluss']],
    ['Über Schadens\u00ADersatz sprechen wir gern.', ['Schadensersatz']],
    ['Schadenersatz leisten wir nicht.', ['Schadenersatz']],
    ['Die Sammelklage kennen wir.', ['Sammelklage']],
    ['Wenn Sie klagen, dann bitte hier.', ['klagen']],
    ['Wir sehen uns vor Gericht.', ['vor Gericht']],
    ['Wir einigen uns außergerichtlich.', ['außergerichtlich']],
    ['Wir behalten uns rechtliche Schritte vor.', ['rechtliche']],
    ['ohne Anerkennung einer Rechtspflicht', ['Rechtspflicht']],
    ['Wir werden Anzeige erstatten.', ['Anzeige erstatten']],
    ['Dagegen gibt es eine einstweilige Verfügung.', ['einstweilige Verfügung']],
    ['Nach § 536 BGB mindern wir.', ['§ 536']],
    ['Das war unsere Schuld.', ['unsere Schuld']],
    ['Die Rückerstattung garantieren wir Ihnen.', ['garantieren']],
    ['Es gilt unsere Geld-zurück-Garantie.', ['Garantie']],
    ['Please talk to our lawyer.', ['lawyer']],
    ["We are not liable, and we won't be sued.", ['liable', 'sued']],
    ['See you in court.', ['in court']],
    ['There is a refund guarantee.', ['guarantee']],
    ['We take legal action.', ['legal']],
    ['They seek damages.', ['seek damages']],
  ])('%s', (text, words) => expect(legalWords(text)).toEqual(words));

  test.each([
    'Das Gericht war leider kalt, unser Fischgericht ist sonst warm.',
    'Die Küche hat alles angerichtet.',
    'Gäste klagen über Lärm, das nehmen wir ernst.',
    'Was Sie beklagen, stimmt.',
    'Das bleibt uns im Gedächtnis haften.',
    'Der Teppich hat Anhaftungen.',
    'Die Reifen haben gute Bodenhaftung.',
    'Wir stehen Ihnen zur Verfügung.',
    'Unsere Stellenanzeige ist online, die Anzeige im Aufzug ist repariert.',
    'Wir bitten um Entschuldigung, das war ekelhaft und fehlerhaft.',
    'Wir garantieren Ihnen ein ruhiges Zimmer.',
    'Wir erstatten Ihnen das Frühstück.',
    'Recht herzlichen Dank, Sie haben recht.',
    'Dear Sue, we pursue this issue in the courtyard.',
    'The tennis court is open, and out of courtesy we guarantee a quiet room.',
    'The damages to the room are repaired.',
  ])('none in: %s', (text) => expect(legalWords(text)).toEqual([]));

  it('are found in every text, quickly, each once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(legalWords(`${text} . Anwalt. ${text}`)).toContain('Anwalt');
        expect(new Set(legalWords(text)).size).toBe(legalWords(text).length);
      }),
    );
  });
});
