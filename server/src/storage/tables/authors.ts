import type { Columns } from '../columns.postgres.ts';

/** Who writes outside, and the posts they write under. Deletions never cascade, here as in the other tables. */
export function defineAuthors(c: Columns) {
  const authors = c.table(
    'authors',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      externalId: c.text().notNull(),
      name: c.text().notNull(),
      handle: c.text(),
      url: c.text(),
      own: c.boolean().notNull().default(false),
      /** The same for accounts that people know to be one person; null: known by this account only. */
      personKey: c.text(),
    },
    (t) => [
      c.uniqueIndex('authors_channel_external').on(t.channelId, t.externalId),
      c.index('authors_person_key').on(t.personKey),
      c.index('authors_handle').on(t.handle),
    ],
  );

  const posts = c.table(
    'posts',
    {
      id: c.id(),
      channelId: c.text().notNull(),
      externalId: c.text().notNull(),
      title: c.text().notNull(),
      url: c.text(),
    },
    (t) => [c.uniqueIndex('posts_channel_external').on(t.channelId, t.externalId)],
  );

  return { authors, posts };
}

export type Authors = ReturnType<typeof defineAuthors>['authors'];
