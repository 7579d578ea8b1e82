import type { Locale } from '@stammgast/shared/contract/team';
import { hashSecret } from '../config/secret-hash.ts';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { readSetting, registerOf } from '../storage/settings.ts';
import { invitationByToken, markAccepted, type StoredInvitation } from '../team/invitations.queries.ts';
import type { Passwords } from '../team/passwords.ts';
import { insertPerson, knownChannels, personById } from '../team/people.queries.ts';
import { personChanged } from '../team/person-changed.ts';
import type { House } from './house.ts';
import { joinChannels } from './manage-team.ts';
import { hashNewPassword } from './own-account.ts';
import { type Caller, enter, opened, type SignedIn } from './sign-in.ts';

/** What the page behind the link shows before a password is chosen. */
export async function readInvitation(house: House, token: string) {
  const { name, email } = await findInvitation(house, token);
  const settings = await readSetting(house.database.reader, 'house');
  const register = registerOf(settings);
  return { name, email, houseName: settings?.name ?? '', locale: settings?.locale ?? ('de' as const), register };
}

/** Makes the invited person and signs them in; the link is worth nothing afterwards. */
export async function acceptInvitation(
  house: House,
  passwords: Passwords,
  given: { token: string; name: string; password: string; locale: Locale },
  caller: Caller,
): Promise<SignedIn> {
  const invitation = await findInvitation(house, given.token);
  const settings = await readSetting(house.database.reader, 'house');
  const names = [settings?.name ?? '', given.name, invitation.email];
  const passwordHash = await hashNewPassword(passwords, given.password, names);
  const { email, role } = invitation;
  const { name, locale } = given;
  const id = house.newId();
  const now = house.clock.now();
  try {
    return await house.database.transaction(async (tx) => {
      if (!(await markAccepted(tx, invitation.id, now))) throw problem('auth.token_used', 410);
      await insertPerson(tx, { id, name, email, passwordHash, role, locale, createdAt: now });
      // A channel may have gone since.
      const channels = await knownChannels(tx, invitation.channelIds);
      await joinChannels(tx, house, id, channels);
      const person = await personById(tx, id);
      if (!person) throw new Error('the invited person was not written');
      const signedIn = await enter(house, tx, person, caller.sessionId);
      const change = changeOf(null, { role, active: true, channels });
      await record(tx, now, [personChanged(id, id, false, change), opened(id, 'invitation')]);
      return signedIn;
    });
  } catch (error) {
    if (house.database.reader.dialect.isUniqueViolation(error)) throw problem('team.email_taken', 409);
    throw error;
  }
}

async function findInvitation(house: House, token: string): Promise<StoredInvitation> {
  const invitation = await invitationByToken(house.database.reader, hashSecret(token));
  if (!invitation) throw problem('auth.token_invalid', 404);
  if (invitation.acceptedAt) throw problem('auth.token_used', 410);
  if (invitation.expiresAt <= house.clock.now()) throw problem('auth.token_invalid', 410);
  return invitation;
}
