import { parseSearch } from '@stammgast/shared/domain/search/parse';
import { expect, it } from 'vitest';
import { mended } from './mended.ts';

const errorOf = (text: string) => {
  const { error } = parseSearch(text);
  if (!error) throw new Error(text);
  return error;
};

it('puts the nearest word in the place of the unknown one', () => {
  const mend = (text: string) => mended(text, errorOf(text));
  expect(mend('is:open stimung:negativ Pool')).toBe('is:open stimmung:negativ Pool');
  expect(mend('ist:ofen Pool')).toBe('ist:offen Pool');
  expect(mend('tag:')).toBeNull();
  expect(mend('sla:30')).toBeNull();
});

it('finds the place of a name by itself', () => {
  const error = { code: 'name.unknown', at: 0, length: 0, typed: 'Hotel Sonenblick' } as const;
  const text = 'konto:"Hotel Sonenblick" Pool';
  expect(mended(text, { ...error, nearest: 'Hotel $1' })).toBe('konto:"Hotel $1" Pool');
  expect(mended(text, error)).toBeNull();
  expect(mended('zuständig:@anja', { ...error, typed: 'anja', nearest: 'Anna Hofer' })).toBe('zuständig:@"Anna Hofer"');
  expect(mended('a', { ...error, nearest: 'b' })).toBeNull();
});
