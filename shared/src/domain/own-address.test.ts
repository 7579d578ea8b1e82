import { expect, it } from 'vitest';
import { ownAddresses } from './own-address.ts';

it('tells domains from what people write or call', () => {
  const contacts = ['info@hotel.example', '+49 30 1234567', '0800 7788', 'DE02 1203 0000 0000 2020 51'];
  const domains = ['hotel-sonnenblick.example', 'münchen.example'];
  expect(ownAddresses([...contacts, ...domains])).toEqual({ domains, contacts });
});
