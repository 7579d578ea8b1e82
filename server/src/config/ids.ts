import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Ids sort by the time they were made, which keeps indexes local. */
export type NewId = () => string;
export const newId: NewId = () => v7();

/** 256 random bits for cookies, tokens and links, safe in URLs. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
