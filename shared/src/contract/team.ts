import * as z from 'zod/mini';
import { roles } from '../domain/permissions.ts';
import { Done, endpoint, Id, Instant, limited } from './endpoint.ts';

/** A language as a country writes it: `de` as Germany, `en` as Britain does. */
export const locales = ['de', 'de-AT', 'de-CH', 'en'] as const;
export type Locale = (typeof locales)[number];
/** How German addresses who reads it. */
export const registers = ['sie', 'du'] as const;
export type Register = (typeof registers)[number];
export const themes = ['system', 'light', 'dark'] as const;

export const Email = z.email().check(z.maxLength(254), z.toLowerCase());
/** 12 to 128 characters of any kind; common passwords are refused by the server. */
export const Password = z.string().check(z.minLength(12), z.maxLength(128));
const Role = z.enum(roles);

/** What everybody may know of a colleague. */
export const Colleague = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  active: z.boolean(),
  /** Those of the caller's channels that they belong to; null: all, as an administrator. */
  channelIds: z.nullable(z.array(Id)),
});
export type Colleague = z.infer<typeof Colleague>;

export const Person = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  active: z.boolean(),
  channelIds: z.array(Id),
  lastSeenAt: z.nullable(Instant),
});
export type Person = z.infer<typeof Person>;

export const Invitation = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  channelIds: z.array(Id),
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

export const listColleagues = endpoint('GET /api/colleagues', {
  action: 'team.read',
  summary: 'Names and roles of everybody in the house.',
  result: z.object({ colleagues: z.array(Colleague) }),
});
export const listPeople = endpoint('GET /api/people', {
  action: 'team.manage',
  summary: 'People with their roles and channels, and open invitations.',
  result: z.object({ people: z.array(Person), invitations: z.array(Invitation) }),
});
export const changePerson = endpoint('PATCH /api/people/:personId', {
  action: 'team.manage',
  summary: 'Change role, channels or whether the person may sign in. Ends their sessions when rights change.',
  params: z.object({ personId: Id }),
  body: z.strictObject({
    role: z.optional(Role),
    active: z.optional(z.boolean()),
    channelIds: z.optional(z.array(Id).check(z.maxLength(500))),
  }),
  result: Person,
});
export const invitePerson = endpoint('POST /api/invitations', {
  action: 'team.manage',
  summary: 'Invite somebody. The link is shown once and is valid for 24 hours.',
  body: z.strictObject({
    name: limited(80),
    email: Email,
    role: Role,
    channelIds: z.array(Id).check(z.maxLength(500)),
  }),
  result: z.object({ invitation: Invitation, link: z.string() }),
});
export const withdrawInvitation = endpoint('DELETE /api/invitations/:invitationId', {
  action: 'team.manage',
  summary: 'Withdraw an invitation.',
  params: z.object({ invitationId: Id }),
  result: Done,
});
