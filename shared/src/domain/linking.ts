import type { Platform } from '../contract/channels.ts';

/** Networks whose terms forbid to bring their members' data together with what is known from elsewhere. */
const forbids: readonly Platform[] = ['linkedin'];

/** May accounts of this network be said to belong to the same person as others? */
export const mayLinkPeople = (platform: Platform): boolean => !forbids.includes(platform);
