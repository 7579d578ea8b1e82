import { expect, test } from 'vitest';
import { meanInterval, studentQuantile } from './mean-interval.ts';

// Any table of Student's distribution, for a two-sided 5 %.
test.each([
  [1, 12.7062047],
  [2, 4.3026527],
  [3, 3.1824463],
  [4, 2.7764451],
  [9, 2.2621572],
  [10, 2.2281389],
  [30, 2.0422725],
  [100, 1.9839715],
  [1000, 1.9623391],
])('%i degrees of freedom: %f', (degrees, quantile) => {
  expect(studentQuantile(degrees)).toBeCloseTo(quantile, 6);
});

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2: the heat flow meter data ZARR13.DAT.
test('gives the confidence limits of the NIST handbook', () => {
  const limits = meanInterval({ n: 195, mean: 9.26146, sd: 0.022789 });
  expect(limits?.from).toBeCloseTo(9.258242, 5);
  expect(limits?.to).toBeCloseTo(9.264679, 5);
});

test('one value says nothing about how far others lie', () => {
  expect(meanInterval({ n: 1, mean: 20, sd: 0 })).toBeNull();
});
