import * as z from 'zod/mini';
import { actions, roles } from '../domain/permissions.ts';
import { Done, endpoint, Id, limited } from './endpoint.ts';
import { NotifySettings } from './notifications.ts';
import { Email, locales, Password, registers, themes } from './team.ts';

/** How a person wants the house; left out means the default. */
export const Preferences = z.object({
  /** Keys that type a character do nothing by themselves (WCAG 2.1.4); Enter, Esc, arrows and Ctrl or Command still do. */
  keysOff: z.optional(z.boolean()),
  /** Own keys by command, notation as in domain/keys.ts. What domain/key-map.ts objects to is refused: profile.keys. */
  keyMap: z.optional(
    z.record(z.string().check(z.maxLength(40)), z.array(z.string().check(z.maxLength(20))).check(z.maxLength(4))),
  ),
  /** How long an undo is offered, in seconds; 0: until it is closed. Default 8. */
  undoSeconds: z.optional(z.literal([0, 5, 8, 20])),
  /** Where to go after a thread is done. Default next. */
  afterDone: z.optional(z.enum(['next', 'previous', 'list'])),
  /** What is read out to screen readers about the queue. Default all. */
  announce: z.optional(z.enum(['off', 'mine', 'all'])),
  notify: z.optional(NotifySettings),
});
export type Preferences = z.infer<typeof Preferences>;

/** The signed-in person, and what the client needs to draw the house. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  channelIds: z.union([z.literal('all'), z.array(Id)]),
  may: z.array(z.enum(actions)),
  locale: z.enum(locales),
  theme: z.enum(themes),
  preferences: Preferences,
  csrfToken: z.string(),
  house: z.object({
    name: z.string(),
    timeZone: z.string(),
    register: z.enum(registers),
    demo: z.boolean(),
    undoSeconds: z.number(),
  }),
});
export type Me = z.infer<typeof Me>;

/** What the sign-in page may know before anybody is signed in. */
export const Door = z.object({
  state: z.enum(['setup', 'sign-in', 'signed-in']),
  houseName: z.nullable(z.string()),
  demo: z.boolean(),
  locale: z.enum(locales),
  register: z.enum(registers),
});
export type Door = z.infer<typeof Door>;

const Token = z.string().check(z.minLength(20), z.maxLength(200));

export const getDoor = endpoint('GET /api/door', {
  action: 'public',
  summary: 'Whether the house needs set-up or a sign-in.',
  result: Door,
});
export const setUpHouse = endpoint('POST /api/setup', {
  action: 'public',
  summary: 'First run: name the house and create its first administrator, with the one-time token from the console.',
  body: z.strictObject({
    token: Token,
    houseName: limited(80),
    timeZone: limited(64),
    locale: z.enum(locales),
    name: limited(80),
    email: Email,
    password: Password,
  }),
  result: Me,
});
export const signIn = endpoint('POST /api/session', {
  action: 'public',
  summary: 'Sign in with e-mail and password.',
  body: z.strictObject({ email: Email, password: z.string().check(z.minLength(1), z.maxLength(128)) }),
  result: Me,
});
export const demoSignIn = endpoint('POST /api/demo/session', {
  action: 'public',
  summary: 'Demo only: sign in as one of the fictional team by one click.',
  body: z.strictObject({ role: z.enum(roles) }),
  result: Me,
});
export const getMe = endpoint('GET /api/session', { action: 'self', summary: 'The signed-in person.', result: Me });
export const signOut = endpoint('DELETE /api/session', { action: 'self', summary: 'Sign out.', result: Done });
export const changeProfile = endpoint('PATCH /api/me', {
  action: 'self',
  summary: 'Change own name, language, theme or preferences.',
  body: z.strictObject({
    name: z.optional(limited(80)),
    locale: z.optional(z.enum(locales)),
    theme: z.optional(z.enum(themes)),
    /** Replaces all of them. */
    preferences: z.optional(Preferences),
  }),
  result: Me,
});
export const changePassword = endpoint('POST /api/me/password', {
  action: 'self',
  summary: 'Change the own password; ends all other sessions.',
  body: z.strictObject({ current: z.string().check(z.minLength(1), z.maxLength(128)), next: Password }),
  result: Me,
});
export const getInvitation = endpoint('GET /api/invitations/:token', {
  action: 'public',
  summary: 'What an invitation link offers.',
  params: z.object({ token: Token }),
  result: z.object({
    name: z.string(),
    email: z.string(),
    houseName: z.string(),
    locale: z.enum(locales),
    register: z.enum(registers),
  }),
});
export const acceptInvitation = endpoint('POST /api/invitations/:token', {
  action: 'public',
  summary: 'Accept an invitation by choosing a password.',
  params: z.object({ token: Token }),
  body: z.strictObject({ name: limited(80), password: Password, locale: z.enum(locales) }),
  result: Me,
});
