import { changeChannel } from '@stammgast/shared/contract/channels';
import { expect, test } from 'vitest';
import { addressesIn, checkAddresses } from './own-addresses.ts';

test('reads one address a line and passes over empty lines', () => {
  expect(addressesIn(' hotel.example \n\n+49 89 1234 \r\n')).toEqual(['hotel.example', '+49 89 1234']);
  expect(addressesIn(' \n')).toEqual([]);
});

test('refuses exactly what the contract refuses', () => {
  const lines = (count: number, length = 5) => Array.from({ length: count }, () => 'a'.repeat(length));
  const taken = (ownAddresses: string[]) => changeChannel.body.safeParse({ ownAddresses }).success;
  for (const [addresses, error] of [
    [lines(50, 200), null],
    [lines(51), 'tooManyAddresses'],
    [lines(1, 201), 'addressTooLong'],
    [[], null],
  ] as const) {
    expect(checkAddresses(addresses)).toBe(error);
    expect(taken([...addresses])).toBe(error === null);
  }
});
