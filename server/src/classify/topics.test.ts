import { expect, test } from 'vitest';
import { unread } from './phases.ts';
import { tokens } from './tokens.ts';
import { createTopicsPhase } from './topics.ts';

const phase = createTopicsPhase();
const topicsOf = (body: string) => phase.assess({ body, tokens: tokens(body), fallbackLanguage: null }, unread).topics;

test.each([
  ['Der Preis ist zu hoch und die Qualität lässt nach', ['product']],
  ['Bei der Hotline erreiche ich niemanden, mein Ticket ist offen', ['support']],
  ['Sehr freundliche Bedienung, wir kommen gern', ['satisfaction']],
  ['Mein Vorschlag: eine Bank vor der Tür', ['cocreation']],
  ['Wie wärs mit einem Fahrradständer', ['cocreation']],
  ['How about opening on Sundays', ['cocreation']],
  ['The breakfast menu got expensive', ['product']],
  ['Your helpdesk never replied to my email', ['support']],
  ['', []],
])('%s', (body, topics) => {
  for (const topic of topics) expect(topicsOf(body)).toContain(topic);
  if (topics.length === 0) expect(topicsOf(body)).toEqual([]);
});

test('several may apply, in a fixed order', () => {
  expect(topicsOf('Vorschlag: Hotline auch für Fragen zum Preis')).toEqual(['product', 'support', 'cocreation']);
});

test('a clear stance is about satisfaction even without a word of it', () => {
  const body = 'xyz';
  const comment = { body, tokens: tokens(body), fallbackLanguage: null };
  expect(phase.assess(comment, { ...unread, sentiment: 'negative' }).topics).toContain('satisfaction');
  expect(phase.assess(comment, { ...unread, sentiment: 'neutral' }).topics).toEqual([]);
});
