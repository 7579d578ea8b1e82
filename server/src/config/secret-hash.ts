import { createHash } from 'node:crypto';

/**
 * What is stored of cookies, links and bearer tokens: SHA-256 in hex. They are 256 random bits, so a fast hash is
 * enough, and whoever reads the database cannot use them.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
