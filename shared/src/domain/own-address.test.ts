import { expect, it } from 'vitest';
import { isContact } from './own-address.ts';

it.each([
  ['hotel-sonnenblick.example', false],
  ['info@hotel-sonnenblick.example', true],
  ['+49 30 1234567', true],
  ['0800 7788', true],
  ['DE02 1203 0000 0000 2020 51', true],
  ['münchen.example', false],
])('%s', (address, contact) => expect(isContact(address)).toBe(contact));
