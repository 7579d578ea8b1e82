import { expect, it } from 'vitest';
import { triggerAt } from './snippet-trigger.ts';

it.each([
  ['::', { start: 0, end: 2, typed: '' }],
  ['Guten Tag ::lüf', { start: 10, end: 15, typed: 'lüf' }],
  ['Zeile\n::laut zu', { start: 6, end: 15, typed: 'laut zu' }],
  ['(::a', { start: 1, end: 4, typed: 'a' }],
])('%j calls for a snippet', (text, trigger) => expect(triggerAt(text, text.length)).toEqual(trigger));

it.each(['a::b', ':: b', 'C:', '::: ', 'std::vector', ''])('%j does not', (text) =>
  expect(triggerAt(text, text.length)).toBeNull(),
);

it('looks at what stands before the caret only', () => {
  expect(triggerAt('::lüf und mehr', 5)).toEqual({ start: 0, end: 5, typed: 'lüf' });
});
