import { expect, it } from 'vitest';
import { initialsOf } from './avatar.tsx';

it('takes two letters of whatever people call themselves', () => {
  expect(
    ['Sabine Keller', 'lena_bergfrei', 'nordlicht72', 'Dr. Anselm Freytag-Hohenstein', '„Ötzi“', '…'].map(initialsOf),
  ).toEqual(['SK', 'LB', 'NO', 'AH', 'ÖT', '?']);
});

it('leaves titles out, and takes shortened first names for names', () => {
  expect(
    ['Dr. Martin Vogel', 'Prof. Dr. Eva Brandt', 'Mag. (FH) Lea Winter', 'Dipl.-Ing. S. Keller', 'Dr.'].map(initialsOf),
  ).toEqual(['MV', 'EB', 'LW', 'SK', 'DR']);
  expect(['Dr.in Eva Brandt', 'Mag.a Lea Winter', 'Dr.Anna Ingwer'].map(initialsOf)).toEqual(['EB', 'LW', 'AI']);
});
