import * as z from 'zod/mini';
import { platforms } from './channels.ts';
import { Done, endpoint, Id } from './endpoint.ts';
import { Author } from './threads.ts';

/** An account on one of the channels that the caller may see. */
export const Account = z.object({
  author: Author,
  channelId: Id,
  channelName: z.string(),
  platform: z.enum(platforms),
});
export type Account = z.infer<typeof Account>;

const authorId = z.object({ authorId: Id });

export const getPerson = endpoint('GET /api/authors/:authorId/person', {
  action: 'thread.read',
  summary: 'The other accounts of the same person, and those of the same handle that may be theirs.',
  params: authorId,
  result: z.object({ accounts: z.array(Account), suggestions: z.array(Account) }),
});
export const findAccounts = endpoint('GET /api/accounts', {
  action: 'thread.read',
  summary: 'Accounts by a part of their name or handle, at most 20.',
  query: z.object({ text: z.string().check(z.trim(), z.minLength(2), z.maxLength(80)) }),
  result: z.object({ accounts: z.array(Account) }),
});
export const linkPerson = endpoint('PUT /api/authors/:authorId/person', {
  action: 'thread.work',
  summary: 'Say that another account belongs to the same person. Networks that forbid it are refused.',
  params: authorId,
  body: z.strictObject({ authorId: Id }),
  result: Done,
});
export const unlinkPerson = endpoint('DELETE /api/authors/:authorId/person', {
  action: 'thread.work',
  summary: 'Say that this account does not belong to the person it was linked to. Nothing of the link is kept.',
  params: authorId,
  result: Done,
});
