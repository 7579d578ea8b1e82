import { expect, it } from 'vitest';
import { initialsOf } from './avatar.tsx';

it('takes two letters of whatever people call themselves', () => {
  expect(
    ['Sabine Keller', 'lena_bergfrei', 'nordlicht72', 'Dr. Anselm Freytag-Hohenstein', '„Ötzi“', '…'].map(initialsOf),
  ).toEqual(['SK', 'LB', 'NO', 'DH', 'ÖT', '?']);
});
