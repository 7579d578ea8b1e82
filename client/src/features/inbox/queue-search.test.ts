import { expect, it } from 'vitest';
import { readQueueSearch, textOf, threadHref } from './queue-search.ts';
import { incidentOf, isNarrowed, narrowingOf, viewOf } from './views.ts';

it('reads an address in either language to the same text', () => {
  const neutral = { q: 'is:overdue sentiment:negative Pool' };
  expect(readQueueSearch({ q: 'ist:überfällig  stimmung:negativ Pool ' })).toEqual(neutral);
  expect(readQueueSearch(neutral)).toEqual(neutral);
});

it('starts with what is open, and takes an empty text for everything', () => {
  expect(textOf({})).toBe('is:open');
  expect(readQueueSearch({ q: 'ist:offen' })).toEqual({});
  expect(readQueueSearch({ q: ' ' })).toEqual({ q: '' });
  expect(readQueueSearch({ state: 'overdue', q: ['x'] })).toEqual({});
});

it('keeps what cannot be read', () => {
  expect(readQueueSearch({ q: 'stimung:negativ' })).toEqual({ q: 'stimung:negativ' });
});

it('finds the view of an address, and what narrows it', () => {
  expect(viewOf({}).name).toBe('open');
  expect(viewOf({ q: '' }).name).toBe('all');
  expect(viewOf({ q: 'Pool' }).name).toBe('all');
  expect(viewOf({ q: 'is:open sentiment:negative assignee:me' }).name).toBe('mine');
  expect(viewOf({ q: 'is:open sentiment:positive' }).name).toBe('praise');
  expect(viewOf({ q: 'is:open OR is:done' }).name).toBe('all');
  expect(viewOf({ q: 'is:waiting assignee:me' }).name).toBe('waiting');
  expect(narrowingOf({ q: 'is:waiting assignee:me' })).toEqual([
    { kind: 'term', term: { key: 'assignee', value: 'me' } },
  ]);
  expect([{}, { q: '' }, { q: 'is:open Pool' }].map(isNarrowed)).toEqual([false, false, true]);
});

it('keeps the view in the address of a thread', () => {
  expect(threadHref('a b', { q: 'is:overdue "Müll & Lärm"' })).toBe(
    '/inbox/a%20b?q=is%3Aoverdue+%22M%C3%BCll+%26+L%C3%A4rm%22',
  );
  expect(threadHref('a', { q: '' })).toBe('/inbox/a?q=');
  expect(threadHref('a', {})).toBe('/inbox/a');
});

it('knows when the threads of one incident are asked for, and nothing else', () => {
  const asked = (q: string) => incidentOf(readQueueSearch({ q }));
  expect(['vorfall:3', 'incident:3 ist:offen', 'is:open incident:3 is:overdue'].map(asked)).toEqual(['3', '3', '3']);
  const more = ['', 'is:open', 'incident:3 incident:4', 'incident:3 OR is:open', '-incident:3', 'incident:3 Pool'];
  expect(more.map(asked)).toEqual(more.map(() => undefined));
  expect(asked('incident:3 stimmung:negativ')).toBeUndefined();
});
