import type { Platform } from '@stammgast/shared/contract/channels';
import type { ProblemCode } from '@stammgast/shared/contract/problem';
import type { Columns } from '../columns.postgres.ts';

export function defineChannels(c: Columns) {
  const channels = c.table(
    'channels',
    {
      id: c.id(),
      platform: c.text().$type<Platform>().notNull(),
      name: c.text().notNull(),
      /** The one group of channels that it belongs to. */
      teamId: c.text(),
      /** Settings without secrets. */
      settings: c.json<Record<string, string | number | boolean>>().notNull(),
      /** Secret settings, encrypted with the house key; null when there are none or the channel is disconnected. */
      secrets: c.text(),
      allowPrivateAddress: c.boolean().notNull().default(false),
      /** HTTP API only: SHA-256 of the bearer token. */
      tokenHash: c.text(),
      replyRegister: c.text().$type<'sie' | 'du'>().notNull().default('sie'),
      language: c.text(),
      /** Which answers a second person has to release: none, delicate cases, or all. */
      approval: c.text().$type<'none' | 'cases' | 'always'>().notNull().default('none'),
      /** From so many likes on a critical comment its answer is a delicate case. */
      approvalReach: c.integer().notNull().default(50),
      /** Our own domains, e-mail addresses and telephone numbers: answers may name them without a question. */
      ownAddresses: c.json<string[]>().notNull().default([]),
      state: c.text().$type<'new' | 'ok' | 'failing' | 'paused'>().notNull().default('new'),
      /** Where the connector goes on; null before the first complete back-fill. */
      cursor: c.text(),
      lastSuccessAt: c.instant(),
      lastErrorAt: c.instant(),
      lastErrorCode: c.text().$type<ProblemCode>(),
      lastErrorDetail: c.text(),
      demo: c.boolean().notNull().default(false),
      createdAt: c.instant().notNull(),
      removedAt: c.instant(),
    },
    (t) => [c.uniqueIndex('channels_token').on(t.tokenHash)],
  );
  return { channels };
}
