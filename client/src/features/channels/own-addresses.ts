import { longestOwnAddress, mostOwnAddresses } from '@stammgast/shared/contract/channels';

export type AddressError = 'tooManyAddresses' | 'addressTooLong';

/** One on each line; lines without words do not count. */
export const addressesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function checkAddresses(addresses: readonly string[]): AddressError | null {
  if (addresses.some((address) => address.length > longestOwnAddress)) return 'addressTooLong';
  return addresses.length > mostOwnAddresses ? 'tooManyAddresses' : null;
}
