import type { Preferences } from '@stammgast/shared/contract/session';
import type { Locale } from '@stammgast/shared/contract/team';
import type { Role } from '@stammgast/shared/domain/permissions';
import type { Columns } from '../columns.postgres.ts';

export function definePeople(c: Columns) {
  const people = c.table(
    'people',
    {
      id: c.id(),
      name: c.text().notNull(),
      /** Lower-cased. */
      email: c.text().notNull(),
      passwordHash: c.text(),
      role: c.text().$type<Role>().notNull(),
      active: c.boolean().notNull().default(true),
      locale: c.text().$type<Locale>().notNull().default('de'),
      theme: c.text().$type<'system' | 'light' | 'dark'>().notNull().default('system'),
      /** Keys, undo time and the like; see Preferences in the contract. */
      preferences: c.json<Preferences>().notNull().default({}),
      demo: c.boolean().notNull().default(false),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('people_email').on(t.email)],
  );

  const memberships = c.table(
    'memberships',
    {
      id: c.id(),
      personId: c
        .text()
        .notNull()
        .references(() => people.id),
      channelId: c.text().notNull(),
    },
    (t) => [
      c.uniqueIndex('memberships_person_channel').on(t.personId, t.channelId),
      c.index('memberships_channel').on(t.channelId),
    ],
  );

  const sessions = c.table(
    'sessions',
    {
      /** SHA-256 of the cookie's value. */
      id: c.id(),
      personId: c
        .text()
        .notNull()
        .references(() => people.id),
      csrfToken: c.text().notNull(),
      createdAt: c.instant().notNull(),
      lastSeenAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
    },
    (t) => [c.index('sessions_person').on(t.personId)],
  );

  const invitations = c.table(
    'invitations',
    {
      id: c.id(),
      tokenHash: c.text().notNull(),
      name: c.text().notNull(),
      email: c.text().notNull(),
      role: c.text().$type<Role>().notNull(),
      channelIds: c.json<string[]>().notNull(),
      invitedBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      acceptedAt: c.instant(),
    },
    (t) => [c.uniqueIndex('invitations_token').on(t.tokenHash)],
  );

  return { people, memberships, sessions, invitations };
}
