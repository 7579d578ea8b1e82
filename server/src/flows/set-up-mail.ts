// Administrators say through which server the house sends e-mail, and try it.
import type { MailSettings } from '@stammgast/shared/contract/mail';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { type Change, changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import { MailError } from '../mail/smtp.ts';
import { testMail } from '../mail/words.ts';
import type { Db } from '../storage/database.ts';
import { type MailServerSettings, readSetting, registerOf, removeSetting, writeSetting } from '../storage/settings.ts';
import { personById } from '../team/people.queries.ts';
import type { House } from './house.ts';
import { MAIL_PASSWORD, sendMail } from './send-mail.ts';

export async function readMailSettings({ database }: House): Promise<MailSettings | null> {
  const settings = await readSetting(database.reader, 'mail');
  return settings && describe(settings);
}

type GivenMail = Omit<MailSettings, 'hasPassword'> & { readonly password?: string | undefined };

/** `origin`: where links in mails shall lead. */
export async function saveMailSettings(
  house: House,
  actor: Actor,
  { password, ...given }: GivenMail,
  origin: string,
): Promise<MailSettings> {
  return house.database.transaction(async (tx) => {
    const before = await readSetting(tx, 'mail');
    const sealedPassword = password ? house.vault.seal(password, MAIL_PASSWORD) : keptPassword(before, given);
    if (given.user !== null && sealedPassword === null) throw problem('mail.password_needed', 422);
    const settings = { ...given, origin, sealedPassword: given.user === null ? null : sealedPassword };
    await writeSetting(tx, 'mail', settings);
    const change = changeOf(before && toldOf(before), toldOf(settings));
    const after =
      settings.sealedPassword === before?.sealedPassword ? change.after : { ...change.after, password: 'changed' };
    await tell(house, tx, actor, { ...change, after });
    return describe(settings);
  });
}

/** A stored password goes to nobody but the server and the user it was given for. */
function keptPassword(before: MailServerSettings | null, given: Omit<GivenMail, 'password'>): string | null {
  const same = before?.host === given.host && before.user === given.user;
  const asSafe = given.security !== 'none' || before?.security === 'none';
  return same && asSafe ? before.sealedPassword : null;
}

export async function forgetMailSettings(house: House, actor: Actor): Promise<void> {
  await house.database.transaction(async (tx) => {
    const before = await readSetting(tx, 'mail');
    if (!before) return;
    await removeSetting(tx, 'mail');
    await tell(house, tx, actor, changeOf(toldOf(before), null));
  });
}

/** Where links lead follows from where the house is reached. */
const toldOf = ({ sealedPassword: _, origin: _origin, ...settings }: MailServerSettings) => settings;

const tell = ({ clock }: House, tx: Db, { personId }: Actor, change: Change): Promise<void> =>
  record(tx, clock.now(), [{ kind: 'house.changed', personId, payload: { what: 'mail' }, change }]);

/** Sends the administrator a message, and passes on what the mail server said when it did not take it. */
export async function tryMail(house: House, actor: Actor): Promise<{ to: string }> {
  const person = await personById(house.database.reader, actor.personId);
  if (!person) throw notFound();
  const settings = await readSetting(house.database.reader, 'house');
  const words = testMail(person.locale, registerOf(settings), settings?.name ?? '');
  try {
    await sendMail(house, `test:${house.newId()}`, { to: person.email, ...words });
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    throw new ProblemError(error.code, 422, { context: { detail: error.detail } });
  }
  return { to: person.email };
}

const describe = ({ sealedPassword, origin: _, ...settings }: MailServerSettings): MailSettings => ({
  ...settings,
  hasPassword: sealedPassword !== null,
});
