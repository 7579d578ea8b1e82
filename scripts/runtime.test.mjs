import { expect, it } from 'vitest';
import { isSupported } from './runtime.mjs';

it.each([
  ['20.20.2', '9', false],
  ['20.20.2', '10', false],
  ['22.17.1', '10', false],
  ['22.18.0', '10', true],
  ['23.5.0', '10', false],
  ['23.6.0', '10', true],
  ['24.0.0', '10', true],
  ['24.0.0', '9', false],
  ['26.1.0', '11', true],
])('Node %s with Node-API %s: %s', (node, napi, expected) => {
  expect(isSupported({ node, napi })).toBe(expected);
});
