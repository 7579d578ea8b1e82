// How anything leaves the house by e-mail: through the server that an administrator has set, and once.
import { createHash } from 'node:crypto';
import { enterMail, noteMail, stateOfMail, takeMailBack } from '../mail/mails.queries.ts';
import { deliver, type Mail, MailError } from '../mail/smtp.ts';
import { type MailServerSettings, readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

/** Where the vault keeps the password of the mail server. */
export const MAIL_PASSWORD = 'mail.password';

/**
 * Sends a mail now. `key` names what it is, for whom and for when. Throws a MailError: `mail.unconfirmed` when it may
 * arrive all the same, anything else when it has certainly not been taken.
 */
export async function sendMail(house: House, key: string, mail: Mail): Promise<void> {
  if (house.demo) throw new MailError('mail.demo', 'a demo sends nothing');
  const settings = await readSetting(house.database.reader, 'mail');
  if (!settings) throw new MailError('mail.not_set_up', 'no mail server');
  const { senderName, senderAddress, sealedPassword } = settings;
  const password = sealedPassword && house.vault.open(sealedPassword, MAIL_PASSWORD);
  await deliver(
    { ...settings, password },
    { ...mail, from: { name: senderName, address: senderAddress }, messageId: messageId(key, settings) },
  );
}

const messageId = (key: string, { senderAddress }: MailServerSettings): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${senderAddress.split('@')[1]}>`;

export type SentOnce = 'sent' | 'earlier' | 'unconfirmed' | 'refused';

/**
 * Sends what may go out once only, for jobs: under one key no second mail leaves, over restarts and with several nodes.
 * What may have arrived is not sent again and is called `unconfirmed`; `earlier` has left before this call. Throws when
 * nothing was sent and it is worth another try.
 */
export async function sendMailOnce(house: House, key: string, mail: Mail): Promise<SentOnce> {
  const { database, clock } = house;
  const entry = { key, recipient: mail.to, at: clock.now() };
  if (!(await database.transaction((tx) => enterMail(tx, entry)))) return concludeOlder(house, key);
  const note = (state: 'sent' | 'unconfirmed' | 'refused') =>
    database.transaction((tx) => noteMail(tx, key, state)).then(() => state);
  try {
    await sendMail(house, key, mail);
  } catch (error) {
    const code = error instanceof MailError ? error.code : null;
    if (code === 'mail.unconfirmed') return note('unconfirmed');
    if (code === 'mail.refused') return note('refused');
    await database.transaction((tx) => takeMailBack(tx, key));
    throw error;
  }
  return note('sent');
}

/** Whoever has entered it before is done, or has stopped in the middle: nobody knows how far they came. */
async function concludeOlder({ database }: House, key: string): Promise<SentOnce> {
  return database.transaction(async (tx) => {
    const state = await stateOfMail(tx, key);
    if (state === 'refused') return state;
    if (state !== 'sending') return 'earlier';
    await noteMail(tx, key, 'unconfirmed');
    return 'unconfirmed';
  });
}
