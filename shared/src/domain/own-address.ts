/** Among our own addresses: an e-mail address, telephone or account number; anything else is a domain. */
export const isContact = (address: string): boolean => address.includes('@') || !/\p{L}.*\.\p{L}{2,}/u.test(address);
