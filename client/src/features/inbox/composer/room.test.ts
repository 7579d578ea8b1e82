import { expect, it } from 'vitest';
import { roomFor } from './room.ts';

it('counts as the platform does, against its limit', () => {
  expect(roomFor('x', 'https://example.org/a-long-address-that-counts-as-23 Danke', 280)).toEqual({
    length: 29,
    max: 280,
  });
  expect(roomFor('wordpress', 'Danke', null)).toEqual({ length: 5, max: null });
});

it('names the limit of the house when it is passed, whatever the platform would take', () => {
  const text = 'x'.repeat(8050);
  expect(roomFor('wordpress', text, null)).toEqual({ length: 8050, max: 8000 });
  expect(roomFor('wordpress', text, 60_000)).toEqual({ length: 8050, max: 8000 });
  expect(roomFor('wordpress', `${'x'.repeat(8000)}\n`, null).max).toBeNull();
});
