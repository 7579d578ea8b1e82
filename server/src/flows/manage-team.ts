import type { Colleague, Invitation, Person } from '@stammgast/shared/contract/team';
import { type Actor, type Role, sees } from '@stammgast/shared/domain/permissions';
import { newSecret } from '../config/ids.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import {
  deleteOpenInvitation,
  deleteOpenInvitationsTo,
  insertInvitation,
  openInvitations,
  type StoredInvitation,
} from '../team/invitations.queries.ts';
import {
  allPeople,
  countOtherAdmins,
  knownChannels,
  lastSeen,
  membershipsOf,
  personByEmail,
  personById,
  replaceMemberships,
  type StoredPerson,
  updatePerson,
} from '../team/people.queries.ts';
import { personChanged } from '../team/person-changed.ts';
import { deleteSessionsOf } from '../team/sessions.queries.ts';
import type { House } from './house.ts';

const INVITATION_MS = 24 * 3_600_000;

export async function listColleagues(house: House, actor: Actor): Promise<{ colleagues: Colleague[] }> {
  const db = house.database.reader;
  const seen = (await membershipsOf(db)).filter(({ channelId }) => sees(actor, channelId));
  const memberships = Map.groupBy(seen, (row) => row.personId);
  const people = await allPeople(db);
  return {
    colleagues: people.map(({ id, name, role, active }) => {
      const channelIds = role === 'admin' ? null : (memberships.get(id) ?? []).map((row) => row.channelId);
      return { id, name, role, active, channelIds };
    }),
  };
}

export async function listPeople(house: House): Promise<{ people: Person[]; invitations: Invitation[] }> {
  const db = house.database.reader;
  const people = await allPeople(db);
  const memberships = Map.groupBy(await membershipsOf(db), (row) => row.personId);
  const seen = await lastSeen(db);
  const invitations = await openInvitations(db, house.clock.now());
  return {
    people: people.map((person) =>
      describePerson(
        person,
        (memberships.get(person.id) ?? []).map((row) => row.channelId),
        seen.get(person.id) ?? null,
      ),
    ),
    invitations: invitations.map(describeInvitation),
  };
}

interface RightsChange {
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
  readonly channelIds?: readonly string[] | undefined;
}

/** Changes what a person may do, and ends their sessions so that it holds at once. */
export async function changePerson(house: House, actor: Actor, id: string, change: RightsChange): Promise<Person> {
  return house.database.transaction(async (tx) => {
    // Two admins who demote each other at the same time must not both succeed.
    await tx.dialect.lock(tx, 'team');
    const before = await personById(tx, id);
    if (!before) throw notFound();
    const role = change.role ?? before.role;
    const active = change.active ?? before.active;
    await keepAnAdmin(tx, before, role === 'admin' && active);
    const channelsBefore = await channelsOf(tx, id);
    await updatePerson(tx, id, { role, active });
    if (change.channelIds) await joinChannels(tx, house, id, change.channelIds);
    await deleteSessionsOf(tx, id);
    const channelIds = await channelsOf(tx, id);
    const rights = { role: before.role, active: before.active, channels: channelsBefore };
    const changed = changeOf(rights, { role, active, channels: channelIds });
    await record(tx, house.clock.now(), [personChanged(id, actor.personId, true, changed)]);
    return describePerson({ ...before, role, active }, channelIds, null);
  });
}

const channelsOf = async (db: Db, personId: string) =>
  (await membershipsOf(db, personId)).map((row) => row.channelId).sort();

/** The link's token is returned once and only its hash is kept. */
export async function invitePerson(
  house: House,
  actor: Actor,
  given: { name: string; email: string; role: Role; channelIds: readonly string[] },
): Promise<{ invitation: Invitation; token: string }> {
  const token = newSecret();
  const createdAt = house.clock.now();
  const expiresAt = new Date(createdAt.getTime() + INVITATION_MS);
  const invitation = { id: house.newId(), ...given, channelIds: [...new Set(given.channelIds)], createdAt, expiresAt };
  await house.database.transaction(async (tx) => {
    if (await personByEmail(tx, given.email)) throw problem('team.email_taken', 409);
    await requireChannels(tx, invitation.channelIds);
    await deleteOpenInvitationsTo(tx, given.email);
    await insertInvitation(tx, { ...invitation, tokenHash: hashSecret(token), invitedBy: actor.personId });
    const { id: invitationId, role, channelIds: channels } = invitation;
    const change = changeOf(null, { role, channels, email: house.vault.mark(given.email) });
    await record(tx, createdAt, [
      { kind: 'person.invited', personId: actor.personId, payload: { invitationId }, change },
    ]);
  });
  return { invitation: describeInvitation(invitation), token };
}

export async function withdrawInvitation(house: House, actor: Actor, id: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    if (!(await deleteOpenInvitation(tx, id))) throw notFound();
    const about = { personId: actor.personId, payload: { invitationId: id } };
    await record(tx, house.clock.now(), [{ kind: 'person.uninvited', ...about }]);
  });
}

/** Replaces the channels that a person belongs to. */
export async function joinChannels(tx: Db, house: House, personId: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  await requireChannels(tx, wanted);
  await replaceMemberships(
    tx,
    personId,
    wanted.map((channelId) => ({ id: house.newId(), channelId })),
  );
}

async function requireChannels(tx: Db, ids: readonly string[]): Promise<void> {
  const known = await knownChannels(tx, ids);
  if (known.length === ids.length) return;
  throw new ProblemError('input.invalid', 422, { fields: [{ path: 'body.channelIds', code: 'custom' }] });
}

async function keepAnAdmin(tx: Db, before: StoredPerson, staysAdmin: boolean): Promise<void> {
  if (staysAdmin || before.role !== 'admin' || !before.active) return;
  if ((await countOtherAdmins(tx, before.id)) === 0) throw problem('team.last_admin', 409);
}

function describePerson(person: StoredPerson, channelIds: string[], lastSeenAt: Date | null): Person {
  const { id, name, email, role, active } = person;
  return { id, name, email, role, active, channelIds, lastSeenAt: lastSeenAt?.toISOString() ?? null };
}

type InvitationRow = Pick<StoredInvitation, 'id' | 'name' | 'email' | 'role' | 'channelIds' | 'expiresAt'>;
const describeInvitation = ({ id, name, email, role, channelIds, expiresAt }: InvitationRow): Invitation => ({
  id,
  name,
  email,
  role,
  channelIds,
  expiresAt: expiresAt.toISOString(),
});
