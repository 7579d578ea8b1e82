import { expect, test } from 'vitest';
import { type Phase, runPhases, unread } from './phases.ts';

const comment = { body: 'Hallo', tokens: [], fallbackLanguage: null };
const german: Phase = { name: 'language', assess: (_, soFar) => ({ ...soFar, language: 'de' }) };
const broken: Phase = {
  name: 'sentiment',
  assess() {
    throw new Error('broken');
  },
};
const urgent: Phase = {
  name: 'urgency',
  assess: (_, soFar) => ({ ...soFar, urgency: soFar.language === 'de' ? 2 : 0 }),
};

test('a phase that throws leaves its part unread and the others go on', () => {
  expect(runPhases([german, broken, urgent], comment)).toEqual({ ...unread, language: 'de', urgency: 2 });
});

test('what nobody judged is unsure and waits for a person', () => {
  expect(runPhases([], comment)).toMatchObject({ sentiment: 'unsure', sentimentScore: null, needsAnswer: true });
});
