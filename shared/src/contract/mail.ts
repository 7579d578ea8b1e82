import * as z from 'zod/mini';
import { Done, endpoint, limited } from './endpoint.ts';
import { Email } from './team.ts';

/** `tls`: encrypted from the first byte (465). `starttls`: plain at first, then encrypted or refused (587). */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;

const Server = {
  host: limited(253).check(z.regex(/^[\w.:-]+$/)),
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  security: z.enum(mailSecurities),
  /** Null: the server asks nobody who they are. */
  user: z.nullable(limited(254)),
  senderName: limited(80),
  senderAddress: Email,
};

/** How the house sends e-mail. The password never comes back. */
export const MailSettings = z.object({ ...Server, hasPassword: z.boolean() });
export type MailSettings = z.infer<typeof MailSettings>;

export const getMailSettings = endpoint('GET /api/mail', {
  action: 'house.manage',
  summary: 'How the house sends e-mail; null while it sends none.',
  result: z.object({ mail: z.nullable(MailSettings) }),
});
export const saveMailSettings = endpoint('PUT /api/mail', {
  action: 'house.manage',
  summary: 'Set the mail server. Without `password` the stored one stays, as long as server and user are the same.',
  body: z.strictObject({ ...Server, password: z.optional(z.string().check(z.minLength(1), z.maxLength(500))) }),
  result: MailSettings,
});
export const removeMailSettings = endpoint('DELETE /api/mail', {
  action: 'house.manage',
  summary: 'Send no e-mail any more; forgets the password.',
  result: Done,
});
export const testMail = endpoint('POST /api/mail/test', {
  action: 'house.manage',
  summary: 'Send a test message to the own address and say what the mail server answered.',
  result: z.object({ to: z.string() }),
});
