import { expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { findGuards } from './guards.ts';
import { type ItemState, itemKeys } from './items.ts';
import { checkInputOf, guardInputOf, type LabelledPair, labelledSets } from './labelled-pairs.ts';

const signs: Readonly<Record<ItemState, string>> = { ok: '✓', missing: '!', check: '?', 'not-applicable': '–' };

/** One line per pair: each item with its state, its label where that differs, and the guards. */
function decisionsOf(pair: LabelledPair): string {
  const items = checkAnswer(checkInputOf(pair)).items.map(({ key, state, reason }) => {
    const label = pair.labels[key];
    const agrees = label === (state === 'not-applicable' ? null : state === 'ok');
    return `${key}${signs[state]}${state === 'ok' ? '' : `(${reason.code})`}${agrees ? '' : ` [label ${label}]`}`;
  });
  const guards = findGuards(guardInputOf(pair)).map(({ code, words }) => ` ${code} «${words.join('» «')}»`);
  return [`${pair.id}: ${items.join(' ')}`, ...guards].join('\n');
}

// A changed decision is accepted by hand: look at the difference, then `npx vitest run shared/src/domain/answer-check/golden.test.ts -u`.
test('every decision on every pair is the accepted one', async () => {
  const pairs = Object.values(labelledSets).flat();
  await expect(`${pairs.map(decisionsOf).join('\n')}\n`).toMatchFileSnapshot('./corpus/decisions.txt');
});

test('the sets are whole: labels for each item, halves balanced over the languages', () => {
  const count = (half: 'development' | 'test', lang: string) =>
    labelledSets[half].filter((pair) => pair.lang === lang).length;
  expect(labelledSets.golden).toHaveLength(28);
  expect([count('development', 'de'), count('development', 'en')]).toEqual([27, 21]);
  expect([count('test', 'de'), count('test', 'en')]).toEqual([27, 21]);
  for (const pair of Object.values(labelledSets).flat())
    expect(Object.keys(pair.labels), pair.id).toEqual([...itemKeys]);
});

test('the guards found on our own pairs are the labelled ones', () => {
  for (const pair of [...labelledSets.development, ...labelledSets.test]) {
    const codes = findGuards(guardInputOf(pair)).map(({ code }) => code);
    expect(codes.toSorted(), pair.id).toEqual(pair.guards);
  }
});
