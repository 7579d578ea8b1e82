import { describe, expect, test } from 'vitest';
import { type Reading, unread } from './phases.ts';
import { tokens } from './tokens.ts';
import { createUrgencyPhase } from './urgency.ts';

const phase = createUrgencyPhase();
const reading = (body: string): Reading => ({ body, tokens: tokens(body), fallbackLanguage: null });
const urgencyOf = (body: string, sentiment: 'negative' | 'neutral' | 'positive' = 'negative') =>
  phase.assess(reading(body), { ...unread, sentiment });

describe('cannot wait', () => {
  test.each([
    ['safety', 'Das Ladegerät hat gebrannt', 'gebrannt'],
    ['safety', 'the charger caught fire', 'fire'],
    ['health', 'Meine Tochter kam ins Krankenhaus', 'Krankenhaus'],
    ['health', 'my son is in HOSPITAL', 'HOSPITAL'],
    ['legal', 'Der nächste Brief kommt vom Anwalt', 'Anwalt'],
    ['legal', 'you will hear from my solicitor', 'solicitor'],
    ['press', 'Presseanfrage zum Rückzug aus Köln', 'Presseanfrage'],
    ['press', "I'm a journalist with a local paper", 'journalist'],
    ['privacy', 'Das ist ein Datenleck', 'Datenleck'],
    ['privacy', 'my account was hacked', 'hacked'],
  ])('%s: %s', (code, body, word) => {
    for (const sentiment of ['negative', 'neutral', 'positive'] as const) {
      const { urgency, reasons } = urgencyOf(body, sentiment);
      expect(urgency).toBe(2);
      expect(reasons.find((reason) => reason.code === code)?.words).toContain(word);
    }
  });
});

describe('presses', () => {
  test.each([
    ['money', 'Der Betrag wurde doppelt abgebucht', 'abgebucht'],
    ['time', 'Bitte dringend um Rückmeldung', 'dringend'],
    ['repeated', 'Ich warte seit drei Wochen', 'drei'],
    ['repeated', 'Emailed you four times', 'four'],
  ])('%s: %s', (code, body, word) => {
    const { urgency, reasons } = urgencyOf(body);
    expect(urgency).toBe(1);
    expect(reasons.find((reason) => reason.code === code)?.words).toContain(word);
  });

  test('not where somebody is pleased or only tells', () => {
    expect(urgencyOf('Das Geld war sofort da', 'positive').urgency).toBe(0);
    expect(urgencyOf('Das Geld kommt morgen', 'neutral').urgency).toBe(0);
  });
});

test('everyday words are no emergency', () => {
  for (const body of ['Notebook gekauft', 'Das Brot war gut', 'a bright firefly', 'Der Anhänger ist rot']) {
    expect(urgencyOf(body)).toMatchObject({ urgency: 0, reasons: [] });
  }
});

test('one reason gathers its words, each once', () => {
  const { reasons } = urgencyOf('Anwalt! Anwalt! Klage! Feuerwehr!');
  expect(reasons).toEqual([
    { code: 'legal', words: ['Anwalt', 'Klage'] },
    { code: 'safety', words: ['Feuerwehr'] },
  ]);
});
