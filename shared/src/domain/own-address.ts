/** Among our own addresses: an e-mail address, telephone or account number; anything else is a domain. */
const isContact = (address: string): boolean => address.includes('@') || !/\p{L}.*\.\p{L}{2,}/u.test(address);

/** As people paste it, without what does not make it another one: neither scheme nor path, neither case nor blanks around. */
export function tidyAddress(address: string): string {
  const trimmed = address.trim().replace(/\s+/g, ' ');
  if (isContact(trimmed) && !/^https?:/i.test(trimmed)) return trimmed;
  return trimmed
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');
}

/** A channel's own addresses as the guards of an answer want them: neither foreign links nor personal data. */
export const ownAddresses = (addresses: readonly string[]) => ({
  domains: addresses.filter((address) => !isContact(address)),
  contacts: addresses.filter(isContact),
});
