import { neutralText } from '@stammgast/shared/domain/search/print';
import { partsOf, type Search } from '@stammgast/shared/domain/search/search';
import { describe, expect, it } from 'vitest';
import { searchOf } from '../../live/searches.ts';
import { termsWith, withoutPart, withTerms } from './search-parts.ts';

const read = (text: string): Search => searchOf(text) ?? { where: null, sort: null };

describe('the parts of a search', () => {
  it('go one by one, and the order of the rest stays', () => {
    const search = read('is:open -tag:spam (a OR b) sort:newest');
    const texts = partsOf(search).map((part) => neutralText(withoutPart(search, part)));
    expect(texts).toEqual([
      '-tag:spam (a OR b) sort:newest',
      'is:open (a OR b) sort:newest',
      'is:open -tag:spam sort:newest',
    ]);
    expect(neutralText(withoutPart(read('is:open'), partsOf(read('is:open'))[0] ?? { kind: 'or', of: [] }))).toBe('');
  });

  it('are found and replaced by key, what is negated or bracketed is left alone', () => {
    const search = read('is:open Pool sentiment:negative -is:unread (is:soon OR is:overdue)');
    expect(termsWith(search, ['is'])).toEqual([{ key: 'is', value: 'open' }]);
    expect(neutralText(withTerms(search, ['is'], [{ key: 'is', value: 'done' }]))).toBe(
      'is:done Pool sentiment:negative -is:unread (is:soon OR is:overdue)',
    );
    expect(neutralText(withTerms(search, ['sentiment'], []))).toBe('is:open Pool -is:unread (is:soon OR is:overdue)');
    expect(neutralText(withTerms(read('a'), ['assignee'], [{ key: 'assignee', value: 'me' }]))).toBe('a assignee:me');
  });
});
