import { expect, it } from 'vitest';
import { ownAddresses, tidyAddress } from './own-address.ts';

it('tells domains from what people write or call', () => {
  const contacts = ['info@hotel.example', '+49 30 1234567', '0800 7788', 'DE02 1203 0000 0000 2020 51'];
  const domains = ['hotel-sonnenblick.example', 'münchen.example'];
  expect(ownAddresses([...contacts, ...domains])).toEqual({ domains, contacts });
});

it.each([
  ['https://www.Hotel-Sonnenblick.example/anfahrt?von=bahn', 'hotel-sonnenblick.example'],
  ['hotel.example:8443', 'hotel.example'],
  [' blog.hotel.example/ ', 'blog.hotel.example'],
  ['Empfang@Hotel.example', 'Empfang@Hotel.example'],
  ['+49 30  123 45 67', '+49 30 123 45 67'],
  ['https://social.example/@hotel', 'social.example'],
])('tidies %s', (pasted, tidy) => expect(tidyAddress(pasted)).toBe(tidy));
