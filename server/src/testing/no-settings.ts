import * as z from 'zod';

/** For connectors of platforms that exist in tests only. */
export const noSettings = z.object({});
