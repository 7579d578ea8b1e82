import { expect, it } from 'vitest';
import { filterOf, readQueueSearch, threadHref } from './queue-search.ts';
import { viewOf } from './views.ts';

it('reads an address and drops what makes no sense', () => {
  expect(readQueueSearch({ state: 'overdue', sentiment: 'negative', channel: 'c1', text: '  Pool ' })).toEqual({
    state: 'overdue',
    sentiment: 'negative',
    channel: 'c1',
    text: 'Pool',
  });
  expect(readQueueSearch({ state: 'open', sentiment: 'angry', assignee: ['me'], text: ' ' })).toEqual({});
});

it('filters by open unless told otherwise', () => {
  expect(filterOf({})).toEqual({ state: 'open' });
  expect(filterOf({ state: 'resolved' })).toEqual({ state: 'resolved' });
});

it('finds the view of an address', () => {
  expect(viewOf({})?.name).toBe('open');
  expect(viewOf({ assignee: 'me', sentiment: 'negative' })?.name).toBe('mine');
  expect(viewOf({ state: 'waiting', assignee: 'me' })).toBeUndefined();
});

it('keeps the view in the address of a thread', () => {
  expect(threadHref('a b', { state: 'overdue', text: 'Müll & Lärm' })).toBe(
    '/inbox/a%20b?state=overdue&text=M%C3%BCll+%26+L%C3%A4rm',
  );
});
